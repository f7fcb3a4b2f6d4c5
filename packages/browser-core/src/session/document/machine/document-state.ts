import type { DocumentGuidanceCode } from '@bonafide/contracts/codes';

import type { DocumentSide } from '../../../document/document-format.ts';
import type { EngineState } from '../../engine/engine-state.ts';
import type { EquipmentState } from '../../engine/equipment.ts';
import { USUAL_PACE } from '../../pace.ts';
import type { SessionPace } from '../../pace.ts';
import type { SessionFailure } from '../../snapshot.ts';
import type { DocumentCapturePhase } from '../document-snapshot.ts';

/** Work that runs outside the machine, at most one of each at a time. `file`: a file that is read. */
export type DocumentLane = 'support' | 'camera' | 'vision' | 'capture' | 'file';

export type DocumentTimer = 'phase' | 'manual' | 'muted';

/** What the integrator chose; never changes. */
export interface DocumentSettings {
  readonly capture: 'auto' | 'manual' | 'auto-then-manual' | 'upload';
  readonly manualAfterMs: number;
  readonly allowUpload: boolean;
  readonly maxRefusals: number;
  /** 0: none. */
  readonly timeoutMs: number;
}

/** The capture of one side as plain data: no DOM node, stream, promise, picture, file or reading. */
export interface DocumentState extends EngineState<DocumentLane, DocumentTimer>, EquipmentState {
  readonly settings: DocumentSettings;
  readonly phase: DocumentCapturePhase;
  /** The person's, whatever the integrator chose. */
  readonly pace: SessionPace;
  readonly side: DocumentSide;
  readonly guidance: DocumentGuidanceCode | null;
  readonly manualCapture: boolean;
  readonly torch: boolean | null;
  /** Pictures of this side that were refused. */
  readonly refusals: number;
  readonly problems: readonly DocumentGuidanceCode[];
  readonly pictureHeld: boolean;
  /** A file waits for the model, or is being read. */
  readonly fileHeld: boolean;
  readonly failure: SessionFailure | null;
}

export function initialDocumentState(settings: DocumentSettings, side: DocumentSide): DocumentState {
  return {
    settings,
    phase: 'idle',
    pace: USUAL_PACE,
    side,
    sequence: 0,
    live: { support: 0, camera: 0, vision: 0, capture: 0, file: 0 },
    timers: { phase: null, manual: null, muted: null },
    hidden: false,
    camera: 'closed',
    muted: false,
    cameraId: null,
    vision: 'unloaded',
    guidance: null,
    progress: null,
    manualCapture: false,
    torch: null,
    refusals: 0,
    problems: [],
    pictureHeld: false,
    fileHeld: false,
    failure: null,
  };
}

const TERMINAL: ReadonlySet<DocumentCapturePhase> = new Set(['captured', 'error', 'cancelled', 'unsupported']);

/** Phases that only `reset` leaves, and: `captured` by the next side, `error` by a retry or another file. */
export function isDocumentEnd(phase: DocumentCapturePhase): boolean {
  return TERMINAL.has(phase);
}

const NO_FILE: ReadonlySet<DocumentCapturePhase> = new Set(['reading', 'captured', 'cancelled']);

/** Whether a file may be given instead of holding the document to the camera. */
export function isUploadOffered({ phase, settings, fileHeld }: DocumentState): boolean {
  return (settings.allowUpload || settings.capture === 'upload') && !NO_FILE.has(phase) && !fileHeld;
}
