import { DOCUMENT_GUIDANCE_CODES, type DocumentGuidanceCode } from '@bonafide/contracts/codes';
import { nextGuidanceFlow } from '../../quality/guidance-flow.ts';
import type { DocumentMeasurement } from '../document-measurement.ts';
import type { DocumentContext } from '../document-vision.ts';
import type { DocumentGateState } from './document-gate-state.ts';
import type { DocumentPolicy } from './document-policy.ts';
import { documentProblems, type DocumentQualityCheck } from './document-problems.ts';

export const initialDocumentGateState: DocumentGateState = {
  guidance: 'no-document',
  guidanceSinceMs: null,
  stableProgress: 0,
  ready: false,
  problems: [],
  problemSinceMs: {},
  stableFrames: 0,
  stableMs: 0,
  speedSpansPerSecond: null,
  timestampMs: null,
};

/** A gap over this many milliseconds is a pause (hidden page, switched camera): no speed comes of it. */
const PAUSE_MS = 2000;

/** What a card that is turned in the hand shows for a moment, and what a focus that hunts does. */
const SLOW_CODES: ReadonlySet<DocumentGuidanceCode> = new Set(['wrong-side', 'unsupported-document', 'not-original']);

/**
 * The gate after one more frame. Total over measurements; frames come in the order of their timestamps. A problem is
 * spoken of once it has lasted, a hint stays for its minimum display time, and a frame with any problem never makes the
 * gate ready. `onCheck` hears of every value that was compared with a line.
 */
export function nextDocumentGateState(
  state: DocumentGateState,
  measurement: DocumentMeasurement,
  policy: DocumentPolicy,
  context: DocumentContext,
  onCheck?: (check: DocumentQualityCheck) => void,
): DocumentGateState {
  const nowMs = measurement.timestampMs;
  const stepMs = Math.max(0, nowMs - (state.timestampMs ?? nowMs));
  const speedSpansPerSecond = nextSpeed(state, measurement, stepMs, policy.smoothingMs);
  const active = new Set(state.problems);
  const problems = documentProblems(measurement, policy, active, { ...context, speedSpansPerSecond }, onCheck);
  const flow = nextGuidanceFlow<DocumentGuidanceCode>(
    state,
    { nowMs, stepMs, problems },
    {
      appearAfterMs: (code) => (SLOW_CODES.has(code) ? policy.wrongSideAppearAfterMs : policy.appearAfterMs),
      minimumDisplayMs: (code) => DOCUMENT_GUIDANCE_CODES[code].minimumDisplayMs,
      stableFrames: policy.stableFrames,
      stableMs: policy.stableMs,
    },
  );
  return { ...flow, speedSpansPerSecond, timestampMs: nowMs };
}

function nextSpeed(
  { speedSpansPerSecond: before }: DocumentGateState,
  { motionRatio }: DocumentMeasurement,
  stepMs: number,
  smoothingMs: number,
): number | null {
  if (motionRatio === null || stepMs > PAUSE_MS) return null;
  if (stepMs <= 0) return before;
  const now = motionRatio * (1000 / stepMs);
  const share = smoothingMs === 0 ? 1 : 1 - Math.exp(-stepMs / smoothingMs);
  return before === null ? now : before + (now - before) * share;
}
