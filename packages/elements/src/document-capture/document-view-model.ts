import type { DocumentFormat, DocumentSide, DocumentType } from '@bonafide/browser-core/identity';
import type { DocumentGuidanceCode } from '@bonafide/contracts/codes';
import type {
  CameraChoice,
  CameraHint,
  CameraShutter,
  Frame,
  Panel,
  PanelAction,
  PanelEmblem,
} from '../shell/panel.ts';
import type { DocumentIcon } from './views/document-icons.ts';

/** What fills the element. Several phases of a session may share a screen, and one phase may have several. */
export type DocumentScreen =
  | 'start'
  | 'permission'
  | 'loading'
  | 'camera'
  | 'upload'
  | 'reading'
  | 'refused'
  | 'review'
  | 'captured'
  | 'permission-denied'
  | 'no-camera'
  | 'camera-in-use'
  | 'error'
  | 'unsupported'
  | 'cancelled';

export type DocumentActionId =
  | 'start'
  | 'capture'
  | 'upload'
  | 'torch'
  | 'retry'
  | 'keep'
  | 'retake'
  | 'start-over'
  | 'cancel'
  | 'assist'
  | 'assist-voice'
  | 'close';

export type DocumentAction = PanelAction<DocumentActionId>;
export type DocumentEmblem = PanelEmblem<DocumentIcon>;
export type DocumentHint = CameraHint<DocumentGuidanceCode, DocumentIcon>;

/** The frame over the video: the outline of what is to be held into it. */
export interface DocumentFrame {
  readonly format: DocumentFormat;
  /** What is printed where, roughly: drawn faintly until the document is found. */
  readonly layout: DocumentLayout;
  readonly state: 'searching' | 'ready' | 'holding';
}

/** `page`: a passport's; `barcode`: the back of a driving licence; `lines`: any other back. */
export type DocumentLayout = 'card' | 'page' | 'lines' | 'barcode';

/** A button over the video. */
export interface DocumentControl extends DocumentAction {
  readonly icon: DocumentIcon;
  /** For a switch: whether it is on. */
  readonly pressed: boolean | null;
}

/** What lies over the video. */
export interface DocumentCameraView {
  readonly hint: DocumentHint | null;
  readonly frame: DocumentFrame;
  readonly shutter: CameraShutter<DocumentActionId> | null;
  readonly controls: readonly DocumentControl[];
  readonly cameras: CameraChoice | null;
}

/** A picture that was taken, with what is said under it. */
export interface DocumentPictureView {
  readonly label: string;
  /** Above `problems`; null where there are none. */
  readonly warning: string | null;
  readonly problems: readonly string[];
}

/** Everything that the element shows, as plain data. The picture itself is the session's. */
export interface DocumentView
  extends Panel<DocumentScreen, DocumentActionId, DocumentIcon>, Frame<DocumentScreen, DocumentActionId> {
  readonly screen: DocumentScreen;
  readonly camera: DocumentCameraView | null;
  readonly picture: DocumentPictureView | null;
}

/** What the person is asked for. */
export interface WantedDocument {
  readonly documentType: DocumentType | null;
  readonly side: DocumentSide;
}
