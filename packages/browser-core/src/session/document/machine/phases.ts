import { ERROR_CODES } from '@bonafide/contracts/codes';
import type { DocumentGuidanceCode, ErrorCode } from '@bonafide/contracts/codes';

import { closeCamera, hastenShutter } from '../../engine/equipment.ts';
import type { DocumentCapturePhase } from '../document-snapshot.ts';
import type { SessionPace } from '../../pace.ts';
import { documentDeadline } from './document-deadlines.ts';
import type { DocumentTurn } from './document-effect.ts';
import type { DocumentTimer } from './document-state.ts';

const TIMERS: readonly DocumentTimer[] = ['phase', 'manual', 'muted'];
/** After these the loaded model cannot be trusted to go on. */
const VISION_BROKE: ReadonlySet<ErrorCode> = new Set([
  'asset-load-failed',
  'asset-integrity-failed',
  'backend-init-failed',
  'gpu-context-lost',
  'internal',
]);

/** Moves to a phase with a deadline of its own. `holding` and `aligning` share theirs. */
export function enter(turn: DocumentTurn, phase: DocumentCapturePhase): void {
  turn.set({ phase, guidance: null, progress: null, manualCapture: false, problems: [], failure: null });
  restartDeadline(turn);
}

/** What runs begins anew at the other pace. */
export function setPace(turn: DocumentTurn, pace: SessionPace): void {
  turn.set({ pace });
  const { timers, phase } = turn.state;
  if (timers.phase !== null || phase === 'aligning' || phase === 'holding') restartDeadline(turn);
  hastenShutter(turn);
}

/** The whole deadline of the present phase, from now on. */
export function restartDeadline(turn: DocumentTurn): void {
  turn.clearTimer('phase');
  const { ms } = documentDeadline(turn.state.phase, turn.state);
  if (ms === null) return;
  turn.setTimer('phase', ms);
  if (turn.state.hidden) turn.pauseTimer('phase');
}

/** Lets go of camera, file and timers; a loaded model stays where it may be needed for the next try or side. */
export function release(turn: DocumentTurn, keep: { readonly vision: boolean; readonly picture: boolean }): void {
  closeCamera(turn);
  turn.set({ torch: null });
  turn.end('support');
  dropFile(turn);
  if (!keep.vision || turn.state.vision !== 'ready') {
    turn.end('vision', { type: 'unload-vision' });
    turn.set({ vision: 'unloaded' });
  }
  if (!keep.picture) dropPicture(turn);
  for (const timer of TIMERS) turn.clearTimer(timer);
}

export function dropPicture(turn: DocumentTurn): void {
  if (!turn.state.pictureHeld) return;
  turn.emit({ type: 'drop-picture' });
  turn.set({ pictureHeld: false });
}

export function dropFile(turn: DocumentTurn): void {
  turn.end('file');
  if (!turn.state.fileHeld) return;
  turn.emit({ type: 'drop-file' });
  turn.set({ fileHeld: false });
}

/** Ends in `error`, with a way on where the registry has one. */
export function fail(turn: DocumentTurn, code: ErrorCode): void {
  endWith(turn, 'error', code);
}

export function endWith(turn: DocumentTurn, phase: 'error' | 'unsupported' | 'cancelled', code: ErrorCode): void {
  const { retryable, userAction } = ERROR_CODES[code];
  const wayOn = phase === 'error' && retryable;
  release(turn, { vision: wayOn && !VISION_BROKE.has(code), picture: false });
  enter(turn, phase);
  turn.set({ failure: { code, retryable: wayOn, userAction } });
}

/**
 * A picture is there. One with problems is refused so often as the host allows; after that it is let through with them,
 * since our own judgement may be what is wrong.
 */
export function judge(turn: DocumentTurn, problems: readonly DocumentGuidanceCode[]): void {
  const { refusals, settings } = turn.state;
  release(turn, { vision: true, picture: false });
  turn.set({ pictureHeld: true });
  const refused = problems.length > 0 && refusals < settings.maxRefusals;
  enter(turn, refused ? 'refused' : 'captured');
  turn.set({ problems, refusals: refused ? refusals + 1 : refusals, guidance: refused ? null : 'captured' });
}
