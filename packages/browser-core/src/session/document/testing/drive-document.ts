import type { ErrorCode } from '@bonafide/contracts/codes';

import type { Circumstance } from '../../engine/engine-state.ts';
import type { WithoutEpoch } from '../../engine/work-lanes.ts';
import type { DocumentEffect } from '../machine/document-effect.ts';
import { documentLaneOf } from '../machine/document-event.ts';
import type { DocumentCommand, DocumentEvent, DocumentOutcome } from '../machine/document-event.ts';
import { initialDocumentState } from '../machine/document-state.ts';
import type { DocumentLane, DocumentSettings, DocumentState, DocumentTimer } from '../machine/document-state.ts';
import { documentTransition } from '../machine/transition.ts';
import { stampWith } from '../../testing/stamp.ts';

export const DOCUMENT_SETTINGS: DocumentSettings = {
  capture: 'auto-then-manual',
  manualAfterMs: 15_000,
  allowUpload: true,
  maxRefusals: 2,
  timeoutMs: 120_000,
};

/** An event as a test writes it: an outcome gets the live epoch of its lane unless it brings its own. */
export type LooseDocumentEvent = DocumentCommand | Circumstance | WithoutEpoch<DocumentOutcome> | DocumentOutcome;

/** Walks the machine by hand, with a clock that the test moves. */
export class DocumentDriver {
  state: DocumentState;
  /** Of the last event. */
  effects: readonly DocumentEffect[] = [];
  atMs = 1000;

  constructor(settings: Partial<DocumentSettings> = {}) {
    this.state = initialDocumentState({ ...DOCUMENT_SETTINGS, ...settings }, 'front');
  }

  send(event: LooseDocumentEvent): this {
    [this.state, this.effects] = documentTransition(this.state, stampDocument(this.state, event, this.atMs));
    return this;
  }

  /** The timer rings when it was meant to. */
  ring(timer: DocumentTimer): this {
    const armed = this.state.timers[timer];
    if (armed === null || armed.leftMs !== null) throw new Error(`${timer} is not running in ${this.state.phase}`);
    this.atMs = Math.max(this.atMs, armed.endsAtMs);
    return this.send({ type: 'timer', timer });
  }

  fail(lane: DocumentLane, code: ErrorCode): this {
    return this.send({ type: 'work-failed', lane, code, retryAfterMs: null, uploadExpired: false });
  }

  get types(): readonly string[] {
    return this.effects.map(({ type }) => type);
  }

  // Ways to a phase.

  toPreparing(): this {
    return this.send({ type: 'start', side: null }).send({ type: 'support-checked', blockers: [] });
  }

  toAligning(): this {
    return this.toPreparing().send({ type: 'vision-ready' }).send({ type: 'camera-opened', cameraId: 'cam-1' });
  }

  toRefused(): this {
    return this.toAligning().send({ type: 'captured', problems: ['blurry'] });
  }

  /** From `refused`: looks again. */
  again(): this {
    return this.send({ type: 'retry' })
      .send({ type: 'support-checked', blockers: [] })
      .send({ type: 'camera-opened', cameraId: 'cam-1' });
  }
}

export function stampDocument(state: DocumentState, event: LooseDocumentEvent, atMs: number): DocumentEvent {
  return stampWith(state, event, atMs, documentLaneOf) as DocumentEvent;
}
