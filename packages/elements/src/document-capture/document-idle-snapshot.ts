import type { DocumentCaptureSnapshot } from '@bonafide/browser-core/identity';

/** What is shown before there is a session. */
export const IDLE_DOCUMENT_SNAPSHOT: DocumentCaptureSnapshot = {
  phase: 'idle',
  side: 'front',
  expected: null,
  guidance: null,
  progress: null,
  manualCapture: false,
  uploadOffered: false,
  hidden: false,
  cameras: [],
  cameraId: null,
  torch: null,
  stream: null,
  problems: [],
  refusalsLeft: 2,
  failure: null,
};
