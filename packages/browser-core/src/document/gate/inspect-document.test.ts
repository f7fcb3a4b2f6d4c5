import { expect, it } from 'vitest';
import type { SeenDocument } from '../document-measurement.ts';
import type { DocumentContext } from '../document-vision.ts';
import { documentMeasurement } from '../testing/synthetic-document.ts';
import { initialDocumentGateState, nextDocumentGateState } from './document-gate.ts';
import { DEFAULT_DOCUMENT_POLICY as policy, DOCUMENT_THRESHOLDS, type DocumentThreshold } from './document-policy.ts';
import { inspectDocument } from './inspect-document.ts';

const FRONT: DocumentContext = { side: 'front', expected: { documentType: 'identityCard', country: null } };
const at = (timestampMs: number, document: Partial<SeenDocument> = {}) =>
  documentMeasurement({ timestampMs, document });

it('comes to what the gate comes to', () => {
  const first = inspectDocument(null, at(0), FRONT);
  expect(first.gate).toEqual(nextDocumentGateState(initialDocumentGateState, at(0), policy, FRONT));
  expect(inspectDocument(first.gate, at(80), FRONT).gate).toEqual(
    nextDocumentGateState(first.gate, at(80), policy, FRONT),
  );
});

it('shows the value that raised a problem beside its line, and the leave line once it is there', () => {
  const dark = inspectDocument(null, at(0, { luminanceMean0to255: 30 }), FRONT);
  expect(dark.gate.problems).toEqual(['too-dark']);
  expect(dark.checks.filter(({ failed }) => failed)).toEqual([
    { code: 'too-dark', threshold: 'tooDarkEnterLuma', value: 30, line: 45, fails: 'under', failed: true },
  ]);
  const { checks } = inspectDocument(dark.gate, at(80, { luminanceMean0to255: 50 }), FRONT);
  expect(checks.find(({ threshold }) => threshold === 'tooDarkEnterLuma')).toMatchObject({ line: 53, failed: true });
});

it('looks at every enter line', () => {
  const seen = new Set<DocumentThreshold>();
  let gate = null;
  for (let frame = 0; frame < 4; frame += 1) {
    const inspection = inspectDocument(gate, at(frame * 80), FRONT);
    gate = inspection.gate;
    for (const { threshold } of inspection.checks) seen.add(threshold);
  }
  const lines = Object.keys(DOCUMENT_THRESHOLDS).filter((name) => name.includes('Enter'));
  expect(lines.filter((name) => !seen.has(name as DocumentThreshold))).toEqual([]);
});

it('has nothing but the belief to show where no document is found', () => {
  const { gate, checks } = inspectDocument(null, at(0, { confidence: 0.1 }), FRONT);
  expect(gate.problems).toEqual(['no-document']);
  expect(checks.map(({ threshold }) => threshold)).toEqual(['confidenceEnter']);
});
