import type { DocumentGuidanceCode, ErrorCode } from '@bonafide/contracts/codes';
import type { DocumentSide, DocumentType } from '@bonafide/browser-core/identity';
import type { CameraMessages, TitledMessage } from './messages.ts';

/** Every button of `<document-capture>`. */
export type DocumentActionMessage =
  | 'start'
  | 'retry'
  | 'startOver'
  | 'capture'
  | 'upload'
  | 'keep'
  | 'retake'
  | 'done'
  | 'close'
  | 'cancel'
  | 'torchOn'
  | 'torchOff';

/** Everything that `<document-capture>` says, in one language. `{names}` in braces are filled in. */
export interface DocumentMessages extends CameraMessages {
  /** Accessible name of the whole element. */
  readonly label: string;
  /** What is to be photographed; `any` where nobody has said what it is. */
  readonly sides: Readonly<Record<DocumentType | 'any', Readonly<Record<DocumentSide, string>>>>;
  /** Under the title of the start screen. */
  readonly start: string;
  readonly advice: {
    readonly light: TitledMessage;
    readonly whole: TitledMessage;
    readonly original: TitledMessage;
  };
  /** Under the frame. */
  readonly camera: string;
  readonly manualCapture: string;
  /** Said instead of the hint for `no-document` to a person who may not see the frame. */
  readonly unseen: string;
  /** Where only a file can be given. */
  readonly upload: string;
  readonly reading: TitledMessage;
  readonly refused: TitledMessage;
  readonly review: TitledMessage;
  /** Above the problems that a picture is let through with. */
  readonly warning: string;
  readonly captured: TitledMessage;
  readonly cancelled: TitledMessage;
  /** What a picture shows, for those who do not see it. `{side}` is one of `sides`. */
  readonly pictureOf: string;
  /** What is wrong with a picture that was taken, as a sentence. */
  readonly problems: Readonly<Record<DocumentGuidanceCode, string>>;
  readonly actions: Readonly<Record<DocumentActionMessage, string>>;
  readonly guidance: Readonly<Record<DocumentGuidanceCode, string>>;
  readonly errors: Readonly<Record<ErrorCode, TitledMessage>>;
}
