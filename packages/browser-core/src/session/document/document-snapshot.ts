import type { DocumentGuidanceCode } from '@bonafide/contracts/codes';

import type { DocumentSide } from '../../document/document-format.ts';
import type { ExpectedDocument } from '../../document/expected-document.ts';
import type { SessionFailure, SessionSnapshot } from '../snapshot.ts';

/**
 * Where the capture of one side stands. `refused` shows a picture that is not good enough and waits for `retry`;
 * `captured`, `error`, `cancelled` and `unsupported` end it.
 */
export type DocumentCapturePhase =
  | 'idle'
  | 'checking'
  | 'unsupported'
  | 'requesting-permission'
  | 'loading'
  | 'aligning'
  | 'holding'
  | 'reading'
  | 'refused'
  | 'captured'
  | 'error'
  | 'cancelled';

/** What an element shows. A new object only when something that is shown has changed. */
export interface DocumentCaptureSnapshot {
  readonly phase: DocumentCapturePhase;
  readonly side: DocumentSide;
  /** What the person said that they would show; null: any document. */
  readonly expected: ExpectedDocument | null;
  readonly guidance: DocumentGuidanceCode | null;
  /** 0–1 within the phase: bytes while loading, stable frames while holding; null when unknown. */
  readonly progress: number | null;
  /** True once the manual shutter is offered. */
  readonly manualCapture: boolean;
  /** True while a file may be given instead of holding the document to the camera. */
  readonly uploadOffered: boolean;
  readonly hidden: boolean;
  readonly cameras: SessionSnapshot['cameras'];
  readonly cameraId: string | null;
  /** Whether the camera's light is on; null: it has none. */
  readonly torch: boolean | null;
  /** The live stream to show while aligning and holding; null otherwise. Never part of the machine's own state. */
  readonly stream: MediaStream | null;
  /** What is wrong with the picture: why it is `refused`, or, once `captured`, what it was let through with. */
  readonly problems: readonly DocumentGuidanceCode[];
  /** How often a picture with problems can still be refused; at 0 the next one is let through. */
  readonly refusalsLeft: number;
  readonly failure: SessionFailure | null;
}
