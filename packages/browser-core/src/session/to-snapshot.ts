import { keepSame } from './engine/keep-same.ts';
import type { SessionState } from './machine/session-state.ts';
import { attemptsLeft, wantsLight } from './machine/session-state.ts';
import type { SessionSnapshot } from './snapshot.ts';

/** What a snapshot shows beside the machine's state. */
export interface SessionMedia {
  readonly stream: MediaStream | null;
  readonly cameras: SessionSnapshot['cameras'];
}

const PLANNED_LIGHT = { colour: null, rampMs: 0 } as const;

/** The snapshot of a state; the previous one when nothing that is shown has changed. */
export function toSnapshot(
  state: SessionState,
  media: SessionMedia,
  previous: SessionSnapshot | null,
): SessionSnapshot {
  const looking = state.phase === 'aligning' || state.phase === 'holding';
  const snapshot: SessionSnapshot = {
    phase: state.phase,
    attempt: state.attempt,
    attemptsLeft: state.attempt === 0 ? null : attemptsLeft(state),
    guidance: state.guidance,
    screenLight: wantsLight(state) ? (state.light ?? PLANNED_LIGHT) : null,
    progress: state.progress === null ? null : Math.round(Math.min(1, Math.max(0, state.progress)) * 100) / 100,
    manualCapture: looking && state.manualCapture,
    offline: state.offline,
    hidden: state.hidden,
    cameras: media.cameras,
    cameraId: state.cameraId,
    stream: looking && state.camera === 'open' ? media.stream : null,
    failure: state.failure,
    result: state.result,
  };
  return keepSame(previous, snapshot);
}
