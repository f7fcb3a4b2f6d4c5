import type { SessionPace } from '../pace.ts';

/** Work that has to do with the camera and with whoever looks through it. */
export type EquipmentLane = 'camera' | 'vision' | 'capture';

/** `muted`: how long the camera stays black. */
export type EquipmentTimer = 'muted' | 'manual';

/** What every machine that looks through a camera keeps of it. */
export interface EquipmentState {
  readonly hidden: boolean;
  readonly camera: 'closed' | 'opening' | 'open';
  readonly muted: boolean;
  readonly cameraId: string | null;
  readonly vision: 'unloaded' | 'loading' | 'ready';
  /** 0–1 within the phase; null: unknown. */
  readonly progress: number | null;
}

export type EquipmentEffect =
  | { readonly type: 'open-camera'; readonly epoch: number; readonly cameraId: string | null }
  | { readonly type: 'close-camera' }
  | { readonly type: 'load-vision'; readonly epoch: number }
  | { readonly type: 'unload-vision' }
  | { readonly type: 'start-capture'; readonly epoch: number; readonly auto: boolean; readonly paused: boolean }
  | { readonly type: 'pause-capture' }
  | { readonly type: 'resume-capture' }
  | { readonly type: 'shoot' }
  | { readonly type: 'stop-capture' };

/** What came of it, beside the picture itself. */
export type EquipmentOutcome = { readonly epoch: number } & (
  | { readonly type: 'camera-opened'; readonly cameraId: string }
  | { readonly type: 'camera-muted' }
  | { readonly type: 'camera-unmuted' }
  | { readonly type: 'camera-ended' }
  | { readonly type: 'vision-progress'; readonly share: number }
  | { readonly type: 'vision-ready' }
);

/** The lane whose work an outcome speaks of. */
export const EQUIPMENT_LANE_OF = {
  'camera-opened': 'camera',
  'camera-muted': 'camera',
  'camera-unmuted': 'camera',
  'camera-ended': 'camera',
  'vision-progress': 'vision',
  'vision-ready': 'vision',
} as const satisfies Record<EquipmentOutcome['type'], EquipmentLane>;

interface TurnState extends EquipmentState {
  readonly settings: { readonly capture: string; readonly manualAfterMs: number };
  readonly pace: SessionPace;
  readonly manualCapture: boolean;
  readonly phase: string;
  readonly guidance: string | null;
  readonly live: Readonly<Record<EquipmentLane, number>>;
  readonly timers: Readonly<Record<EquipmentTimer, object | null>>;
}

/** What the rules below need of a turn, whichever machine it belongs to. */
export interface EquipmentTurn {
  readonly state: TurnState;
  set(changes: Partial<TurnState>): void;
  emit(effect: EquipmentEffect): void;
  begin(lane: EquipmentLane, toEffect: (epoch: number) => EquipmentEffect): void;
  end(lane: EquipmentLane, effect: EquipmentEffect): void;
  setTimer(timer: EquipmentTimer, delayMs: number): void;
  clearTimer(timer: EquipmentTimer): void;
  pauseTimer(timer: EquipmentTimer): void;
}

/** How long a muted camera may stay black before the person is asked to do something. Our choice. */
const MUTED_PATIENCE_MS = 8000;

export function loadVision(turn: EquipmentTurn): void {
  turn.set({ vision: 'loading' });
  turn.begin('vision', (epoch) => ({ type: 'load-vision', epoch }));
}

export function openCamera(turn: EquipmentTurn): void {
  const { cameraId } = turn.state;
  turn.set({ camera: 'opening', muted: false });
  turn.begin('camera', (epoch) => ({ type: 'open-camera', epoch, cameraId }));
}

/** Keeps how far loading has come; true where another hundredth has. What comes slowly still comes: deadlines are for silence. */
export function noteProgress(turn: EquipmentTurn, share: number): boolean {
  if (turn.state.phase !== 'loading') return false;
  const before = turn.state.progress ?? 0;
  turn.set({ progress: share });
  return Math.round(share * 100) > Math.round(before * 100);
}

/** As looking begins: the manual shutter at once, after a while, or never. */
export function offerShutter(turn: EquipmentTurn): void {
  const { pace, settings, hidden } = turn.state;
  const { capture, manualAfterMs } = settings;
  const isLater = capture === 'auto-then-manual';
  if (capture === 'manual' || (isLater && pace.shutterAtOnce)) return turn.set({ manualCapture: true });
  if (!isLater) return;
  turn.setTimer('manual', manualAfterMs);
  if (hidden) turn.pauseTimer('manual');
}

/** The shutter that is on its way comes now, for a person who needs it. */
export function hastenShutter(turn: EquipmentTurn): void {
  if (turn.state.timers.manual === null || !turn.state.pace.shutterAtOnce) return;
  turn.clearTimer('manual');
  turn.set({ manualCapture: true });
}

/** While looking. The old camera is closed first: phones open one at a time. */
export function switchCamera(turn: EquipmentTurn, cameraId: string): void {
  turn.clearTimer('muted');
  turn.set({ phase: 'aligning', guidance: null, progress: null });
  closeCamera(turn);
  turn.set({ cameraId });
  openCamera(turn);
}

export function startCapture(turn: EquipmentTurn, auto: boolean): void {
  const paused = isPaused(turn);
  turn.begin('capture', (epoch) => ({ type: 'start-capture', epoch, auto, paused }));
  watchMute(turn);
}

/** Stops looking and closes the camera, if there is one. */
export function closeCamera(turn: EquipmentTurn): void {
  turn.end('capture', { type: 'stop-capture' });
  turn.end('camera', { type: 'close-camera' });
  turn.set({ camera: 'closed', muted: false });
}

/** Nobody is looked at while the page is hidden, and a muted camera shows black. */
export function isPaused(turn: EquipmentTurn): boolean {
  return turn.state.hidden || turn.state.muted;
}

/** While looking: a change of what `isPaused` is made of. */
export function pauseWhile(turn: EquipmentTurn, changes: Partial<Pick<EquipmentState, 'hidden' | 'muted'>>): void {
  const was = isPaused(turn);
  turn.set(changes);
  const now = isPaused(turn);
  if (now !== was && turn.state.live.capture !== 0) turn.emit({ type: now ? 'pause-capture' : 'resume-capture' });
  if (now) turn.set({ phase: 'aligning', guidance: null, progress: null });
  watchMute(turn);
}

/** A phone mutes the camera of a hidden page; only what stays black in front of a person counts. */
function watchMute(turn: EquipmentTurn): void {
  const waiting = turn.state.muted && !turn.state.hidden;
  if (!waiting) turn.clearTimer('muted');
  else if (turn.state.timers.muted === null) turn.setTimer('muted', MUTED_PATIENCE_MS);
}
