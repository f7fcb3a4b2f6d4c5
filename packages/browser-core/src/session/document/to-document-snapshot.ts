import type { ExpectedDocument } from '../../document/expected-document.ts';
import { keepSame } from '../engine/keep-same.ts';
import type { SessionMedia } from '../to-snapshot.ts';
import type { DocumentCaptureSnapshot } from './document-snapshot.ts';
import { isUploadOffered } from './machine/document-state.ts';
import type { DocumentState } from './machine/document-state.ts';

/** The snapshot of a state; the previous one when nothing that is shown has changed. */
export function toDocumentSnapshot(
  state: DocumentState,
  expected: ExpectedDocument | null,
  media: SessionMedia,
  previous: DocumentCaptureSnapshot | null,
): DocumentCaptureSnapshot {
  const { phase, settings } = state;
  const looking = phase === 'aligning' || phase === 'holding';
  return keepSame(previous, {
    phase,
    side: state.side,
    expected,
    guidance: state.guidance,
    progress: state.progress === null ? null : Math.round(Math.min(1, Math.max(0, state.progress)) * 100) / 100,
    manualCapture: looking && state.manualCapture,
    uploadOffered: isUploadOffered(state),
    hidden: state.hidden,
    cameras: media.cameras,
    cameraId: state.cameraId,
    torch: looking ? state.torch : null,
    stream: looking && state.camera === 'open' ? media.stream : null,
    problems: state.problems,
    refusalsLeft: Math.max(0, settings.maxRefusals - state.refusals),
    failure: state.failure,
  });
}
