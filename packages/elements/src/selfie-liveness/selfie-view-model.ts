import type { GuidanceCode } from '@bonafide/contracts/codes';

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

export interface SelfieAction {
  readonly id: SelfieActionId;
  readonly label: string;
  readonly kind: 'primary' | 'secondary';
}

export type SelfieTone = 'neutral' | 'ok' | 'warn' | 'error';

export type SelfieIcon =
  | 'alert'
  | 'arrow-down'
  | 'arrow-left'
  | 'arrow-right'
  | 'arrow-up'
  | 'camera'
  | 'camera-off'
  | 'check'
  | 'chin-down'
  | 'chin-up'
  | 'close'
  | 'closer'
  | 'device'
  | 'eye'
  | 'face'
  | 'faces'
  | 'farther'
  | 'hold'
  | 'light'
  | 'lock'
  | 'moon'
  | 'offline'
  | 'rotate'
  | 'scan'
  | 'slow'
  | 'smile'
  | 'stop'
  | 'turn-left'
  | 'turn-right'
  | 'upload';

export interface SelfiePoint {
  readonly icon: SelfieIcon;
  readonly title: string;
  readonly body: string;
}

/** The oval at the head of a panel: the sign that stays the same from the first screen to the last. */
export interface SelfieEmblem {
  readonly icon: SelfieIcon;
  readonly tone: SelfieTone;
  /** `busy` turns without an end, `progress` follows `SelfieView.progress`. */
  readonly ring: 'still' | 'busy' | 'progress';
}

export interface SelfieHint {
  readonly code: GuidanceCode;
  readonly text: string;
  readonly icon: SelfieIcon;
  readonly tone: SelfieTone;
}

export interface SelfieCameraChoice {
  readonly label: string;
  readonly selectedId: string | null;
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

/** What lies over the video. */
export interface SelfieCameraView {
  readonly mirrored: boolean;
  readonly hint: SelfieHint | null;
  readonly oval: 'searching' | 'ready' | 'holding';
  /** The shutter and the line above it, once it is offered. */
  readonly shutter: { readonly action: SelfieAction; readonly note: string } | null;
  readonly cameras: SelfieCameraChoice | null;
}

/** Everything that the element shows, as plain data. */
export interface SelfieView {
  readonly screen: SelfieScreen;
  readonly lang: string;
  readonly label: string;
  readonly title: string;
  readonly body: string;
  readonly emblem: SelfieEmblem;
  readonly points: readonly SelfiePoint[];
  readonly privacy: SelfiePoint | null;
  readonly steps: readonly string[];
  readonly attempts: string | null;
  readonly actions: readonly SelfieAction[];
  readonly camera: SelfieCameraView | null;
  /** A line over everything, while offline. */
  readonly banner: string | null;
  readonly close: SelfieAction;
  /** 0–1, or null when unknown. The only member that changes at frame rate. */
  readonly progress: number | null;
  /** `progress` in words, where it is shown in words; changes in steps of 5 %. */
  readonly progressText: string | null;
  /** What a screen reader is told when this view appears. */
  readonly announcement: string;
}
