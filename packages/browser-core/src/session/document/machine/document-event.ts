import type { DocumentGuidanceCode, ErrorCode } from '@bonafide/contracts/codes';

import type { DocumentSide } from '../../../document/document-format.ts';
import type { Circumstance, EngineOutcome } from '../../engine/engine-state.ts';
import { EQUIPMENT_LANE_OF } from '../../engine/equipment.ts';
import type { EquipmentOutcome } from '../../engine/equipment.ts';
import type { SessionPace } from '../../pace.ts';
import type { DocumentLane, DocumentTimer } from './document-state.ts';

/** What the person or the host page asks for. */
export type DocumentCommand =
  | { readonly type: 'start'; readonly side: DocumentSide | null }
  | { readonly type: 'shoot' }
  /** The file itself stays with the runner. */
  | { readonly type: 'upload' }
  | { readonly type: 'retry' }
  | { readonly type: 'set-pace'; readonly pace: SessionPace }
  | { readonly type: 'cancel' }
  | { readonly type: 'switch-camera'; readonly cameraId: string }
  | { readonly type: 'set-torch'; readonly on: boolean }
  | { readonly type: 'reset' }
  | { readonly type: 'close' };

type OwnOutcome = { readonly epoch: number } & (
  | { readonly type: 'support-checked'; readonly blockers: readonly ErrorCode[] }
  /** Whether the light is on; null: there is none. */
  | { readonly type: 'torch-changed'; readonly torch: boolean | null }
  | { readonly type: 'capture-progress'; readonly guidance: DocumentGuidanceCode; readonly stableProgress: number }
  /** The shutter has fallen; the picture is being cut out and read. */
  | { readonly type: 'taken' }
  | { readonly type: 'captured'; readonly problems: readonly DocumentGuidanceCode[] }
  | { readonly type: 'file-read'; readonly problems: readonly DocumentGuidanceCode[] }
);

/** What came of work. `epoch` is that of the effect which asked for it. */
export type DocumentOutcome = EngineOutcome<DocumentLane, DocumentTimer> | EquipmentOutcome | OwnOutcome;

/** All that can happen to a capture. */
export type DocumentHappening = DocumentCommand | Circumstance | DocumentOutcome;

/** `atMs` is the monotonic clock at the moment of the event. */
export type DocumentEvent = { readonly atMs: number } & DocumentHappening;

const LANE_OF = {
  ...EQUIPMENT_LANE_OF,
  'support-checked': 'support',
  'torch-changed': 'capture',
  'capture-progress': 'capture',
  taken: 'capture',
  captured: 'capture',
  'file-read': 'file',
} as const satisfies Record<(EquipmentOutcome | OwnOutcome)['type'], DocumentLane>;

/** The lane whose work an outcome speaks of; null for timers, which have their own. */
export function documentLaneOf(outcome: DocumentOutcome): DocumentLane | null {
  if (outcome.type === 'timer') return null;
  return outcome.type === 'work-failed' ? outcome.lane : LANE_OF[outcome.type];
}
