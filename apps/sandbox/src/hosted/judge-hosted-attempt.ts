import type { CheckEvidence } from '../processing/check-evidence.ts';
import { type Objection, objectionToDocument, objectionToMatch, objectionToSelfie } from '../processing/objections.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { HostedVerdict } from './hosted-owner.ts';
import type { HostedCause, HostedDepiction, HostedRecapture } from './hosted-words.ts';

/** What an attempt came to, and what another would need. */
export interface HostedJudgement {
  readonly verdict: HostedVerdict;
  /** What is wanted again; null where no other picture could change it. */
  readonly recapture: HostedRecapture | null;
}

const PASSED: HostedJudgement = {
  verdict: { outcome: 'passed', cause: null, reason: null, scripted: false },
  recapture: null,
};

/** Causes in the words in which a page is told what is wanted again; every other is `other`. */
const RECAPTURE_REASONS: Partial<Record<HostedCause, string>> = {
  'image-quality': 'image-quality',
  'no-document': 'no-document',
  'unsupported-document': 'unsupported-document',
  'no-face': 'no-face',
  'multiple-faces': 'multiple-faces',
  'not-live': 'not-live',
  'liveness-unsure': 'not-live',
  'file-damaged': 'upload-failed',
};

/**
 * What the checks come to. The document's objection comes before the selfie's, and that before what is wrong between the
 * two; each picture keeps its own, so that only a bad one is asked for again.
 */
export function judgeHostedAttempt(evidence: CheckEvidence, wanted: readonly HostedDepiction[]): HostedJudgement {
  const hasDocument = wanted.includes('front');
  const document = hasDocument ? objectionToDocument(evidence.document) : null;
  const selfie = wanted.includes('selfie')
    ? (objectionToSelfie(evidence) ?? objectionToMatch(evidence, hasDocument))
    : null;
  const objection = document ?? selfie;
  if (objection === null) return PASSED;
  const depictions = [
    ...(document === null ? [] : sidesWanted(evidence, wanted)),
    ...(selfie === null ? [] : (['selfie'] as const)),
  ];
  return {
    verdict: toVerdict(objection),
    recapture: objection.canRetry ? { depictions, reason: RECAPTURE_REASONS[objection.cause] ?? 'other' } : null,
  };
}

/** What a scenario orders, or null when it leaves the judgement to the checks. `attempt` counts from 1. */
export function judgeByScenario(
  scenario: Scenario,
  attempt: number,
  wanted: readonly HostedDepiction[],
): HostedJudgement | null {
  if (attempt <= (scenario.recaptures ?? 0)) {
    const picture = scenario.recapturedDocument;
    const depictions = wanted.filter(
      (depiction) => picture === undefined || (depiction === 'selfie') === (picture === 'SELFIE'),
    );
    return {
      verdict: { outcome: 'error', cause: 'image-quality', reason: 'blurry', scripted: true },
      recapture: { depictions: depictions.length === 0 ? wanted : depictions, reason: 'image-quality' },
    };
  }
  const { outcome } = scenario;
  if (outcome === undefined) return null;
  if (outcome.status === 'COMPLETED' && outcome.result !== 'INVALID') {
    return { ...PASSED, verdict: { ...PASSED.verdict, scripted: true } };
  }
  const isError = outcome.status === 'ERROR';
  const cause = isError ? 'technical' : (SCRIPTED_CAUSES[outcome.reasonCode ?? ''] ?? 'document-refused');
  return {
    verdict: { outcome: isError ? 'error' : 'failed', cause, reason: null, scripted: true },
    recapture: cause === 'no-reference' ? null : { depictions: wanted, reason: RECAPTURE_REASONS[cause] ?? 'other' },
  };
}

/** The scenarios' reason codes are those of OneKYC. */
const SCRIPTED_CAUSES: Readonly<Record<string, HostedCause>> = {
  NOT_LIVE: 'not-live',
  FACE_MATCH_FAILED: 'faces-differ',
  REFERENCE_IMAGE_VALIDATION_FAILED: 'no-reference',
  DOCUMENT_NOT_FOUND: 'no-document',
  INVALID_DOCUMENT: 'document-refused',
};

/** What is said when the checks themselves failed. */
export function technicalFailure(wanted: readonly HostedDepiction[]): HostedJudgement {
  return {
    verdict: { outcome: 'error', cause: 'technical', reason: null, scripted: false },
    recapture: { depictions: wanted, reason: 'other' },
  };
}

function toVerdict({ isDecision, cause, reason }: Objection): HostedVerdict {
  return { outcome: isDecision ? 'failed' : 'error', cause, reason, scripted: false };
}

/** Only a bad side of a document, where the checks can tell; else all of it. */
function sidesWanted({ document }: CheckEvidence, wanted: readonly HostedDepiction[]): readonly HostedDepiction[] {
  const bad = wanted.filter((depiction) => depiction !== 'selfie' && document?.recapture.includes(depiction));
  return bad.length > 0 ? bad : wanted.filter((depiction) => depiction !== 'selfie');
}
