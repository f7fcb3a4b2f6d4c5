import type { DocumentVerification } from './document/document-verification.ts';
import type { FacialSimilarity, FailReason } from './face/facial-similarity.ts';

/** Which checks a process consists of: `document` looks at no face. */
export type ProcessType = 'document' | 'documentSelfie' | 'documentVideo';

/** Why a process ended before its checks could. */
export type Interruption = { readonly type: 'canceled' } | { readonly type: 'failed'; readonly failReason: FailReason };

/** The data that an accepted process hands on. */
export type FinalResult = Pick<
  DocumentVerification,
  | 'firstName'
  | 'lastName'
  | 'dateOfExpiry'
  | 'gender'
  | 'nationality'
  | 'documentType'
  | 'documentNumber'
  | 'issuingCountry'
  | 'dateOfBirth'
> &
  Pick<FacialSimilarity, 'similarityScore'>;

/** How a process ends, with the keys that Assure's "Get process" adds to it. */
export interface ProcessConclusion {
  readonly status: 'accepted' | 'rejected' | 'inconclusive' | 'canceled' | 'failed';
  /** Of an accepted process alone. */
  readonly finalResult?: FinalResult;
  /** Of a failed process alone. */
  readonly failReason?: FailReason;
  /** Empty when canceled, absent when failed. */
  readonly providerSpecific?: {
    readonly facialSimilarity?: FacialSimilarity;
    readonly documentVerification?: DocumentVerification;
  };
}

/**
 * The final status by Assure's own table: a document that is not valid is `rejected` whatever the faces say; one that is
 * suspicious, or a check of the faces that did not succeed, is `inconclusive`; all clear is `accepted`. A check of the faces
 * that the process type asks for and that is not there did not succeed. What interrupts comes before everything.
 */
export function concludeProcess(
  processType: ProcessType,
  documentVerification: DocumentVerification | null,
  facialSimilarity: FacialSimilarity | null,
  interruption: Interruption | null = null,
): ProcessConclusion {
  if (interruption?.type === 'canceled') return { status: 'canceled', providerSpecific: {} };
  if (interruption?.type === 'failed') return { status: 'failed', failReason: interruption.failReason };
  if (documentVerification === null) return { status: 'failed', failReason: NO_DOCUMENT_RESULT };

  const withFaces = processType !== 'document';
  const providerSpecific = {
    ...(withFaces && facialSimilarity !== null ? { facialSimilarity } : {}),
    documentVerification,
  };
  if (documentVerification.subResult === 'rejected') return { status: 'rejected', providerSpecific };
  const isDocumentClear = documentVerification.result === 'clear' && documentVerification.subResult === 'clear';
  const areFacesClear = !withFaces || facialSimilarity?.result === 'clear';
  if (!isDocumentClear || !areFacesClear) return { status: 'inconclusive', providerSpecific };
  const finalResult = toFinalResult(documentVerification, withFaces ? facialSimilarity : null);
  return { status: 'accepted', finalResult, providerSpecific };
}

/** The seed names only `upload_failed`; this one is ours. */
const NO_DOCUMENT_RESULT: FailReason = {
  type: 'verification_failed',
  message: 'The document could not be checked.',
};

const FINAL_FIELDS = [
  'firstName',
  'lastName',
  'dateOfExpiry',
  'gender',
  'nationality',
  'documentType',
  'documentNumber',
  'issuingCountry',
  'dateOfBirth',
] as const satisfies readonly (keyof FinalResult)[];

function toFinalResult(document: DocumentVerification, faces: FacialSimilarity | null): FinalResult {
  const fields = FINAL_FIELDS.flatMap((name) =>
    document[name] === undefined ? [] : [[name, document[name]] as const],
  );
  const score = faces?.similarityScore;
  return { ...Object.fromEntries(fields), ...(score === undefined ? {} : { similarityScore: score }) };
}
