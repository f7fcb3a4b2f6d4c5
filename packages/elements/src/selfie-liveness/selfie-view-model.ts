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
  | 'retry'
  | 'start-over'
  | 'capture'
  | 'cancel'
  | 'help'
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
}

/** Everything that the element shows, as plain data. */
export interface SelfieView
  extends Panel<SelfieScreen, SelfieActionId, SelfieIcon>, Frame<SelfieScreen, SelfieActionId> {
  readonly screen: SelfieScreen;
  readonly camera: SelfieCameraView | null;
}
