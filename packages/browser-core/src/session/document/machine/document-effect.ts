import type { EngineEffect } from '../../engine/engine-state.ts';
import type { EquipmentEffect } from '../../engine/equipment.ts';
import { Turn } from '../../engine/turn.ts';
import type { DocumentLane, DocumentState, DocumentTimer } from './document-state.ts';

/** What the runner is to do, as data. Work carries the epoch that its outcomes must repeat. */
export type DocumentEffect =
  | { readonly type: 'check-support'; readonly epoch: number }
  | EquipmentEffect
  | { readonly type: 'set-torch'; readonly on: boolean }
  /** `isLenient`: another side or kind than expected has been refused often enough. */
  | { readonly type: 'read-file'; readonly epoch: number; readonly isLenient: boolean }
  | { readonly type: 'drop-file' }
  | { readonly type: 'drop-picture' }
  | EngineEffect<DocumentLane, DocumentTimer>;

/** One step of the document machine while it is being worked out. */
export class DocumentTurn extends Turn<DocumentState, DocumentEffect, DocumentLane, DocumentTimer> {}
