import type { SubmissionStatus } from '../database/schema.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { CheckEvidence } from './check-evidence.ts';

export interface Decision {
  readonly status: Extract<SubmissionStatus, 'COMPLETED' | 'ERROR'>;
  readonly result: 'VALID' | 'INVALID' | null;
  readonly reasonCode: string | null;
  readonly nextAction: 'RETRY' | 'EXIT';
  readonly documentStatus: 'VERIFIED' | 'INVALID' | 'REJECTED';
  readonly errorMessage: string | null;
}

type Finding = Omit<Decision, 'nextAction'> & { readonly canRetry: boolean };

/**
 * Guidance codes that make a picture useless for checking. How the face is framed is for the camera screen to ask for;
 * once the picture is there it takes nothing away. Source: guess.
 */
const UNUSABLE: ReadonlySet<string> = new Set([
  'partial-face',
  'eyes-covered',
  'mouth-covered',
  'too-dark',
  'too-bright',
  'blurry',
]);

/**
 * What a check comes to. `attemptsLeft` counts those after this one. Another attempt is offered only where another
 * picture could change the outcome: never for the partner's own reference image.
 */
export function decide(
  evidence: Pick<CheckEvidence, 'faceCount' | 'quality' | 'conclusion' | 'reference' | 'faceMatch'>,
  attemptsLeft: number,
): Decision {
  const { canRetry, ...finding } = findingOf(evidence);
  return { ...finding, nextAction: canRetry && attemptsLeft > 0 ? 'RETRY' : 'EXIT' };
}

/** What a scenario orders, or null when it leaves the decision to the checks. `attempt` counts from 1. */
export function decideByScenario(scenario: Scenario, attempt: number, attemptsLeft: number): Decision | null {
  if (attempt <= (scenario.recaptures ?? 0)) {
    const { canRetry: _, ...finding } = unusablePicture('A new picture is needed.');
    return { ...finding, nextAction: attemptsLeft > 0 ? 'RETRY' : 'EXIT' };
  }
  const { outcome } = scenario;
  if (outcome === undefined) return null;
  const isError = outcome.status === 'ERROR';
  const result = isError ? null : (outcome.result ?? 'VALID');
  const reasonCode = outcome.reasonCode ?? (isError ? 'VERIFICATION_FAILED' : null);
  const isPartnersImage = reasonCode === 'REFERENCE_IMAGE_VALIDATION_FAILED';
  return {
    status: outcome.status,
    result,
    reasonCode,
    nextAction: result !== 'VALID' && !isPartnersImage && attemptsLeft > 0 ? 'RETRY' : 'EXIT',
    documentStatus: result === 'VALID' ? 'VERIFIED' : 'REJECTED',
    errorMessage: isError ? 'The submission could not be processed.' : null,
  };
}

function findingOf(evidence: Parameters<typeof decide>[0]): Finding {
  const { faceCount, quality, conclusion, reference, faceMatch } = evidence;
  if (faceCount === null) return unusablePicture('The picture could not be read.');
  if (faceCount === 0) return unusablePicture('No face was found in the picture.');
  if (faceCount > 1) return unusablePicture('More than one face was found in the picture.');
  if (quality?.problems.some((problem) => UNUSABLE.has(problem)) === true) {
    return unusablePicture('The picture is not clear enough.');
  }
  // Without a liveness measurement nothing can be promised, so nothing is.
  if (conclusion === null) return unusablePicture('The picture could not be checked.');
  if (!conclusion.isLive) return refused('NOT_LIVE');
  if (reference === 'unavailable' || reference === 'unusable') {
    return { ...refused('REFERENCE_IMAGE_VALIDATION_FAILED'), canRetry: false };
  }
  if (faceMatch?.result === null) return unusablePicture('The faces could not be compared with certainty.');
  if (faceMatch?.result === false) return refused('FACE_MATCH_FAILED');
  return {
    status: 'COMPLETED',
    result: 'VALID',
    reasonCode: null,
    documentStatus: 'VERIFIED',
    errorMessage: null,
    canRetry: false,
  };
}

function refused(reasonCode: string): Finding {
  return {
    status: 'COMPLETED',
    result: 'INVALID',
    reasonCode,
    documentStatus: 'REJECTED',
    errorMessage: null,
    canRetry: true,
  };
}

function unusablePicture(errorMessage: string): Finding {
  return {
    status: 'ERROR',
    result: null,
    reasonCode: 'VERIFICATION_FAILED',
    documentStatus: 'INVALID',
    errorMessage,
    canRetry: true,
  };
}
