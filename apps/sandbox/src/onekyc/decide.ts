import type { ArtefactRow, SubmissionStatus } from '../database/schema.ts';
import type { CheckEvidence } from '../processing/check-evidence.ts';
import { type Objection, objectionToDocument, objectionToMatch, objectionToSelfie } from '../processing/objections.ts';
import type { Scenario } from '../scenarios/scenario.ts';

/** What became of one picture. */
export interface PictureDecision {
  readonly status: Extract<ArtefactRow['status'], 'VERIFIED' | 'INVALID' | 'REJECTED'>;
  /** A guidance or error code that says to the person what to do better; null when it is good, or nothing helps. */
  readonly reason: string | null;
}

export interface Decision {
  readonly status: Extract<SubmissionStatus, 'COMPLETED' | 'ERROR'>;
  readonly result: 'VALID' | 'INVALID' | null;
  readonly reasonCode: string | null;
  readonly nextAction: 'RETRY' | 'EXIT';
  /** By document type. Those that are not named are as `otherPictures` says. */
  readonly pictures: Readonly<Record<string, PictureDecision>>;
  readonly otherPictures: PictureDecision;
  readonly errorMessage: string | null;
}

const GOOD: PictureDecision = { status: 'VERIFIED', reason: null };

/** OneKYC's words for what the checks decided against. */
const REASON_CODES: Partial<Record<Objection['cause'], string>> = {
  'no-document': 'DOCUMENT_NOT_FOUND',
  'unsupported-document': 'INVALID_DOCUMENT',
  'document-refused': 'INVALID_DOCUMENT',
  'not-live': 'NOT_LIVE',
  'faces-differ': 'FACE_MATCH_FAILED',
  'no-reference': 'REFERENCE_IMAGE_VALIDATION_FAILED',
};

/** What is said of a picture by which nothing could be decided. */
const ERROR_MESSAGES = {
  document: {
    'file-damaged': 'The picture of the document could not be read.',
    'image-quality': 'The picture of the document is not clear enough.',
  },
  selfie: {
    'file-damaged': 'The picture could not be read.',
    'no-face': 'No face was found in the picture.',
    'multiple-faces': 'More than one face was found in the picture.',
    'image-quality': 'The picture is not clear enough.',
    'not-measured': 'The picture could not be checked.',
    'liveness-unsure': 'It could not be told whether a live person is in front of the camera.',
    'comparison-unsure': 'The faces could not be compared with certainty.',
  },
} as const satisfies Record<Objection['picture'], Partial<Record<Objection['cause'], string>>>;

/**
 * What a check comes to. `attemptsLeft` counts those after this one. Another attempt is offered only where another
 * picture could change the outcome: never for the partner's own reference image. The document's objection comes before the
 * selfie's, and that before what is wrong between the two; each picture keeps its own, so that only a bad one is asked for
 * again.
 */
export function decide(
  evidence: Pick<
    CheckEvidence,
    'documents' | 'document' | 'faceCount' | 'quality' | 'conclusion' | 'reference' | 'faceMatch'
  >,
  attemptsLeft: number,
): Decision {
  const hasKtp = evidence.documents.includes('KTP');
  const hasSelfie = evidence.documents.includes('SELFIE');
  const ktp = hasKtp ? objectionToDocument(evidence.document) : null;
  const selfie = hasSelfie ? (objectionToSelfie(evidence) ?? objectionToMatch(evidence, hasKtp)) : null;
  const objection = ktp ?? selfie;
  const pictures = { KTP: toPicture(ktp), SELFIE: toPicture(selfie) };
  if (objection === null) {
    return {
      status: 'COMPLETED',
      result: 'VALID',
      reasonCode: null,
      nextAction: 'EXIT',
      pictures,
      otherPictures: GOOD,
      errorMessage: null,
    };
  }
  return {
    ...toFinding(objection),
    pictures,
    otherPictures: GOOD,
    nextAction: objection.canRetry && attemptsLeft > 0 ? 'RETRY' : 'EXIT',
  };
}

/** What a scenario orders, or null when it leaves the decision to the checks. `attempt` counts from 1. */
export function decideByScenario(scenario: Scenario, attempt: number, attemptsLeft: number): Decision | null {
  if (attempt <= (scenario.recaptures ?? 0)) {
    const picture: PictureDecision = { status: 'INVALID', reason: 'blurry' };
    const finding = unusable('A new picture is needed.');
    const wanted = scenario.recapturedDocument;
    return {
      ...finding,
      nextAction: attemptsLeft > 0 ? 'RETRY' : 'EXIT',
      pictures: wanted === undefined ? {} : { [wanted]: picture },
      otherPictures: wanted === undefined ? picture : GOOD,
    };
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
    pictures: {},
    otherPictures: result === 'VALID' ? GOOD : { status: 'REJECTED', reason: null },
    errorMessage: isError ? 'The submission could not be processed.' : null,
  };
}

/** What is said when the checks themselves failed. */
export function technicalFailure(attemptsLeft: number): Decision {
  return {
    status: 'ERROR',
    result: null,
    reasonCode: 'VERIFICATION_FAILED',
    nextAction: attemptsLeft > 0 ? 'RETRY' : 'EXIT',
    pictures: {},
    otherPictures: { status: 'INVALID', reason: null },
    errorMessage: 'The submission could not be processed.',
  };
}

function toPicture(objection: Objection | null): PictureDecision {
  if (objection === null) return GOOD;
  return { status: objection.isDecision ? 'REJECTED' : 'INVALID', reason: objection.reason };
}

type Finding = Pick<Decision, 'status' | 'result' | 'reasonCode' | 'errorMessage'>;

function toFinding({ picture, cause, isDecision }: Objection): Finding {
  if (!isDecision) {
    const messages: Partial<Record<Objection['cause'], string>> = ERROR_MESSAGES[picture];
    return unusable(messages[cause] ?? 'The submission could not be processed.');
  }
  return { status: 'COMPLETED', result: 'INVALID', reasonCode: REASON_CODES[cause] ?? null, errorMessage: null };
}

function unusable(errorMessage: string): Finding {
  return { status: 'ERROR', result: null, reasonCode: 'VERIFICATION_FAILED', errorMessage };
}
