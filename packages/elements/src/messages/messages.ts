import type { ErrorCode, GuidanceCode } from '@bonafide/contracts/codes';

/** A text that depends on a number, by the plural categories of `Intl.PluralRules`. `{count}` stands for the number. */
export type PluralMessage = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** A heading with the sentence under it. */
export interface TitledMessage {
  readonly title: string;
  readonly body: string;
}

/** Every button of the element. */
export type ActionMessage =
  | 'start'
  | 'accept'
  | 'acceptWithoutLight'
  | 'skipLight'
  | 'decline'
  | 'retry'
  | 'startOver'
  | 'capture'
  | 'help'
  | 'done'
  | 'close'
  | 'cancel';

/** The switch for a person who needs help, on every element. */
export interface AssistMessages {
  readonly toggle: string;
  /** What it turns on, beside the voice. */
  readonly on: string;
  /** The switch of the voice, and when to turn it off. */
  readonly voice: string;
  readonly voiceHint: string;
}

/** What every element with a camera says. */
export interface CameraMessages {
  readonly assist: AssistMessages;
  readonly permission: TitledMessage;
  /** How to allow the camera after it was refused, step by step. */
  readonly permissionSteps: readonly string[];
  readonly loading: TitledMessage;
  readonly cameraSelect: string;
  /** A camera whose name the browser keeps back. `{number}` counts from 1. */
  readonly cameraUnnamed: string;
  readonly offline: string;
  /** Progress in words. `{percent}` is formatted for the language. */
  readonly progress: string;
}

/** Errors that only the capture of a document meets. */
export type DocumentErrorCode =
  | 'file-unsupported'
  | 'file-too-large'
  | 'file-damaged'
  | 'image-too-small'
  | 'document-not-found'
  | 'document-wrong-side'
  | 'document-unsupported'
  | 'handover-expired'
  | 'handover-claimed'
  | 'handover-ended';

/** Errors about which is said what was being captured. */
export type OwnErrorCode =
  | 'permission-denied'
  | 'upload-rejected'
  | 'attempt-timeout'
  | 'processing-timeout'
  | 'verification-failed'
  | 'aborted';

/** Errors that read the same whatever is captured. */
export type SharedErrorMessages = Readonly<Record<Exclude<ErrorCode, DocumentErrorCode | OwnErrorCode>, TitledMessage>>;

/** Everything that `<selfie-liveness>` says, in one language. `{names}` in braces are filled in. */
export interface Messages extends CameraMessages {
  /** Accessible name of the whole element. */
  readonly label: string;
  readonly start: TitledMessage;
  readonly consent: TitledMessage & {
    readonly light: TitledMessage;
    readonly face: TitledMessage;
    readonly device: TitledMessage;
    /** What leaves the device and when. `{host}` is the gateway's host. */
    readonly privacy: TitledMessage;
  };
  readonly camera: TitledMessage;
  /** Where the screen is to glow: a point of the consent screen, and the sentences that say how long it takes now. */
  readonly screenLight: TitledMessage & { readonly consent: string; readonly camera: string };
  readonly manualCapture: string;
  /** Said instead of the hint for `no-face` to a person who may not see the oval. */
  readonly unseen: string;
  readonly captured: TitledMessage;
  readonly submitting: TitledMessage;
  readonly processing: TitledMessage;
  readonly passed: TitledMessage;
  readonly failed: TitledMessage;
  readonly cancelled: TitledMessage;
  readonly attemptsLeft: PluralMessage;
  readonly actions: Readonly<Record<ActionMessage, string>>;
  readonly guidance: Readonly<Record<GuidanceCode, string>>;
  readonly errors: Readonly<Record<Exclude<ErrorCode, DocumentErrorCode>, TitledMessage>>;
}

/** Messages of which any part may be left out; what is left out comes from the next language of the fallback chain. */
export type PartialMessages = DeepPartial<Messages>;

/** Any part of a text tree. */
export type DeepPartial<T> = T extends string | readonly string[] ? T : { readonly [K in keyof T]?: DeepPartial<T[K]> };
