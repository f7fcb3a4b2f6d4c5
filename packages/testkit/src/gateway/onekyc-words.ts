import type {
  OneKycErrorResponse,
  SubmissionDocument,
  SubmissionStatusData,
  SubmissionType,
  UiMessages,
} from '@bonafide/contracts/onekyc';
import type { GatewayScript, PageOperation, ScriptedFault } from './scenarios.ts';

/** Which pictures a submission is made of. */
export const DOCUMENTS = {
  STANDALONE_LIVENESS: ['SELFIE'],
  FACE_VERIFICATION: ['SELFIE'],
  FACE_MATCH: ['SELFIE'],
  KTP_SCAN: ['KTP'],
  KYC_LITE: ['KTP', 'SELFIE'],
} as const satisfies Partial<Record<SubmissionType, readonly string[]>>;

export const PROCESSING_MESSAGES: UiMessages = {
  PROCESSING: { title: 'Checking', message: 'This takes a few seconds.' },
};

const RESULT_MESSAGES: UiMessages = { RESULT: { title: 'Result', message: 'The check is over.' } };

/** How an attempt ended. */
export interface Ending {
  /** In OneKYC's words. */
  readonly words: Pick<
    SubmissionStatusData,
    'status' | 'errorMessage' | 'verificationResult' | 'nextAction' | 'uiMessages'
  >;
  /** By type; those that are not named are as `others`. */
  readonly pictures: Readonly<Record<string, PictureWord>>;
  readonly others: PictureWord;
}

export type PictureWord = Pick<SubmissionDocument, 'status' | 'reason'>;

const GOOD: PictureWord = { status: 'VERIFIED' };

/** What the script says of an attempt, which counts from 1. */
export function endingOf(script: GatewayScript, attempt: number, attemptsLeft: number): Ending {
  const again = attemptsLeft > 0 ? 'RETRY' : 'EXIT';
  if (attempt <= (script.recaptures ?? 0)) {
    const bad: PictureWord = { status: 'INVALID', reason: 'blurry' };
    const wanted = script.recapturedDocument;
    const errorMessage = 'A new picture is needed.';
    return {
      words: { status: 'ERROR', errorMessage, nextAction: again, uiMessages: RESULT_MESSAGES },
      pictures: wanted === undefined ? {} : { [wanted]: bad },
      others: wanted === undefined ? bad : GOOD,
    };
  }
  const ordered = script.outcome ?? { status: 'COMPLETED' as const };
  const { status, result = status === 'ERROR' ? undefined : 'VALID', reasonCode } = ordered;
  const isPassed = status === 'COMPLETED' && result === 'VALID';
  // A bad reference image is the partner's matter: no other picture of the person helps.
  const mayRetry = !isPassed && reasonCode !== 'REFERENCE_IMAGE_VALIDATION_FAILED';
  return {
    words: {
      status,
      ...(status === 'ERROR'
        ? { errorMessage: 'The submission could not be processed.' }
        : { verificationResult: { isApproved: isPassed, riskLevel: isPassed ? 'LOW' : 'HIGH' } }),
      nextAction: mayRetry ? again : 'EXIT',
      uiMessages: RESULT_MESSAGES,
    },
    pictures: {},
    others: isPassed ? GOOD : { status: 'REJECTED' },
  };
}

/** A refusal in OneKYC's envelope. */
export function refuse(status: number, code: string, cause: string, retryAfterSeconds?: number): Response {
  const body: OneKycErrorResponse = { success: false, data: null, errors: [{ code, cause }] };
  const headers = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
  return Response.json(body, { status, headers });
}

export function refuseByFault({ status, retryAfterSeconds }: ScriptedFault, operation: PageOperation): Response {
  if (status === 429) return refuse(429, '429', 'TOO_MANY_REQUESTS', retryAfterSeconds ?? 1);
  if (status === 503) return refuse(503, '903', 'SERVICE_UNAVAILABLE', retryAfterSeconds);
  return refuse(500, '900', operation === 'getUploadUrls' ? 'SOMETHING_WENT_WRONG' : 'GENERIC_SERVICE_ERROR');
}
