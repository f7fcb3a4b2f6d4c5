import { DEFAULT_LIVENESS_POLICY, type LivenessPolicy, type StillJudgement } from '@bonafide/browser-core/vision';
import type { CheckResult } from '../document/document-verification.ts';
import type { LivenessOpinion } from './conclude-liveness.ts';
import { concludeLiveness } from './conclude-liveness.ts';
import type { FaceMatch } from './face-matcher.ts';
import type { FaceCheck, FaceCheckReason, FaceMatching } from './face-matching.ts';
import type { FacialSimilarity } from './facial-similarity.ts';

/** What is known of one picture's faces. */
export interface FaceFinding {
  readonly faceCount: number;
  /** Of the largest; 0 without one. */
  readonly faceWidthPixels: number;
  readonly quality: StillJudgement | null;
  readonly liveness: LivenessOpinion | null;
}

/** All that a judgement about two faces rests on. */
export interface FaceEvidence {
  readonly selfie: FaceFinding;
  readonly reference: FaceFinding;
  /** Null when there were not two faces to compare. */
  readonly match: FaceMatch | null;
  /** What the page says that it saw on many frames; null when it says nothing. */
  readonly claimedLiveness: LivenessOpinion | null;
}

/** Under it, what is compared is mostly what the enlarging made up (guess; half of what the networks were trained on). */
const MIN_FACE_WIDTH_PIXELS = 60;

/**
 * Guidance codes that make a selfie useless for comparing. How the face is framed is for the camera screen to ask for;
 * once the picture is there it takes nothing away (guess).
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
 * What the faces come to in Assure's words. Several faces in a selfie are no result but a failed upload. What does not
 * succeed is `consider`, also where the matcher or the liveness did not dare to say: nobody is passed by default. `policy` is the one
 * that liveness was assessed by.
 */
export function judgeFaces(
  evidence: FaceEvidence,
  policy: LivenessPolicy = DEFAULT_LIVENESS_POLICY,
): Pick<FaceMatching, 'facialSimilarity' | 'checks' | 'failReason'> {
  const { selfie, match } = evidence;
  if (selfie.faceCount > 1) return { facialSimilarity: null, checks: [], failReason: SEVERAL_FACES };
  const checks = [judgeIntegrity(evidence), judgeComparison(match), judgeLiveness(evidence, policy)];
  const isClear = checks.every(({ outcome }) => outcome === 'clear');
  const facialSimilarity: FacialSimilarity = {
    result: isClear ? 'clear' : 'consider',
    ...Object.fromEntries(checks.filter(({ outcome }) => outcome !== 'not-made').map((c) => [c.name, c.outcome])),
    ...(match === null ? {} : { similarityScore: similarityOf(match) }),
  };
  return { facialSimilarity, checks, failReason: null };
}

/** In the words of the gateway's own example, without its advice to switch the check off. */
const SEVERAL_FACES = {
  type: 'upload_failed',
  message:
    'There was a validation error on this request (status code 422) | Field errors: {face_detection=[Multiple faces in image.]}',
} as const;

function judgeIntegrity({ selfie, reference }: FaceEvidence): FaceCheck {
  const reasons: FaceCheckReason[] = [];
  for (const [picture, finding] of Object.entries({ selfie, reference }) as ['selfie' | 'reference', FaceFinding][]) {
    if (finding.faceCount === 0) reasons.push({ code: 'no-face', picture });
    else if (finding.faceWidthPixels < MIN_FACE_WIDTH_PIXELS) reasons.push({ code: 'face-too-small', picture });
    if (finding.faceCount > 0 && finding.quality?.problems.some((problem) => UNUSABLE.has(problem)) === true) {
      reasons.push({ code: 'quality', picture });
    }
  }
  return { name: 'imageIntegrity', outcome: considerIf(reasons), reasons };
}

function judgeComparison(match: FaceMatch | null): FaceCheck {
  const name = 'faceComparison';
  if (match === null) return { name, outcome: 'not-made', reasons: [{ code: 'picture-unusable', picture: 'selfie' }] };
  if (match.result === true) return { name, outcome: 'clear', reasons: [] };
  const code = match.result === null ? 'comparison-unsure' : 'faces-differ';
  return { name, outcome: 'consider', reasons: [{ code, picture: 'selfie' }] };
}

function judgeLiveness({ selfie, claimedLiveness }: FaceEvidence, policy: LivenessPolicy): FaceCheck {
  const name = 'visualAuthenticity';
  const own = selfie.liveness;
  if (own === null) return { name, outcome: 'not-made', reasons: [{ code: 'picture-unusable', picture: 'selfie' }] };
  if (concludeLiveness(own, claimedLiveness, 'not-asked', policy).isLive)
    return { name, outcome: 'clear', reasons: [] };
  const isSeen = own.decision === 'not_live' || claimedLiveness?.decision === 'not_live';
  return { name, outcome: 'consider', reasons: [{ code: isSeen ? 'not-live' : 'liveness-unsure', picture: 'selfie' }] };
}

function similarityOf({ result }: FaceMatch): NonNullable<FacialSimilarity['similarityScore']> {
  return result === true ? 'high' : result === null ? 'medium' : 'low';
}

const considerIf = (reasons: readonly unknown[]): CheckResult => (reasons.length === 0 ? 'clear' : 'consider');
