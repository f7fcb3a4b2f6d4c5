import type { DocumentMeasurement } from '../document-measurement.ts';
import type { DocumentContext } from '../document-vision.ts';
import type { DocumentGateState } from './document-gate-state.ts';
import { initialDocumentGateState, nextDocumentGateState } from './document-gate.ts';
import { DEFAULT_DOCUMENT_POLICY, type DocumentPolicy } from './document-policy.ts';
import type { DocumentQualityCheck } from './document-problems.ts';

/** What the document gate made of one frame, and why. */
export interface DocumentInspection {
  /** To be given with the next frame. */
  readonly gate: DocumentGateState;
  /** Every value that was compared with a line. Where no document is found there is none but the belief in one. */
  readonly checks: readonly DocumentQualityCheck[];
}

/**
 * One more frame through the document gate, with every value beside its line: for a page that shows integrators why a hint is
 * given. `gate` is that of the frame before; null for the first. `context` says which side of what is expected.
 */
export function inspectDocument(
  gate: DocumentGateState | null,
  measurement: DocumentMeasurement,
  context: DocumentContext,
  policy: DocumentPolicy = DEFAULT_DOCUMENT_POLICY,
): DocumentInspection {
  const checks: DocumentQualityCheck[] = [];
  const next = nextDocumentGateState(gate ?? initialDocumentGateState, measurement, policy, context, (check) => {
    checks.push(check);
  });
  return { gate: next, checks };
}
