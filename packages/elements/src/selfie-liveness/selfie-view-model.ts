import type { SessionSnapshot } from '@bonafide/browser-core/session';
import type { GuidanceCode } from '@bonafide/contracts/codes';
import type {
  CameraChoice,
  CameraHint,
  CameraShutter,
  Frame,
  Panel,
  PanelAction,
  PanelEmblem,
} from '../shell/panel.ts';
import type { SelfieIcon } from './views/selfie-icons.ts';

/** What fills the element. Several phases of a session may share a screen, and one phase may have several. */
export type SelfieScreen =
  | 'start'
  | 'consent'
  | 'permission'
  | 'loading'
  | 'camera'
  | 'captured'
  | 'submitting'
  | 'processing'
  | 'passed'
  | 'failed'
  | 'permission-denied'
  | 'no-camera'
  | 'camera-in-use'
  | 'error'
  | 'unsupported'
  | 'cancelled';

export type SelfieActionId =
  | 'start'
  | 'accept'
  | 'decline'
  | 'skip-light'
  | 'accept-without-light'
  | 'retry'
  | 'start-over'
  | 'capture'
  | 'cancel'
  | 'help'
  | 'assist'
  | 'assist-voice'
  | 'close';

export type SelfieAction = PanelAction<SelfieActionId>;
export type SelfieEmblem = PanelEmblem<SelfieIcon>;
export type SelfieHint = CameraHint<GuidanceCode, SelfieIcon>;

/** What lies over the video. */
export interface SelfieCameraView {
  readonly mirrored: boolean;
  readonly hint: SelfieHint | null;
  readonly oval: 'searching' | 'ready' | 'holding';
  readonly shutter: CameraShutter<SelfieActionId> | null;
  readonly cameras: CameraChoice | null;
  /** What lies around the oval glows, or is going to; null where the screen stays as it is. */
  readonly light: SessionSnapshot['screenLight'];
  /** Goes on without it. */
  readonly skipLight: SelfieAction | null;
}

/** Everything that the element shows, as plain data. */
export interface SelfieView
  extends Panel<SelfieScreen, SelfieActionId, SelfieIcon>, Frame<SelfieScreen, SelfieActionId> {
  readonly screen: SelfieScreen;
  readonly camera: SelfieCameraView | null;
}
