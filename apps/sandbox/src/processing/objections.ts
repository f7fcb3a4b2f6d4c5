import type { CheckEvidence } from './check-evidence.ts';
import type { DocumentRecord } from './check-records.ts';

/** What speaks against a picture. */
export type ObjectionCause =
  | 'file-damaged'
  | 'image-quality'
  | 'no-document'
  | 'unsupported-document'
  | 'document-refused'
  | 'no-face'
  | 'multiple-faces'
  /** There was a face, and nothing that measures whether it is there. */
  | 'not-measured'
  | 'not-live'
  /** Whether somebody is there cannot be told by it. */
  | 'liveness-unsure'
  | 'faces-differ'
  | 'comparison-unsure'
  /** What the selfie was to be compared with did not come, or shows no face. */
  | 'no-reference';

export interface Objection {
  readonly picture: 'document' | 'selfie';
  readonly cause: ObjectionCause;
  /** True: the checks decided against it. False: nothing could be decided by it. */
  readonly isDecision: boolean;
  /** A guidance or error code that says to the person what to do better; null when nothing helps. */
  readonly reason: string | null;
  /** Whether another picture could change the outcome. */
  readonly canRetry: boolean;
}

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

/** Why a document says nothing for its holder, by the first check that was not passed; null when all that were made are. */
export function objectionToDocument(record: DocumentRecord | null): Objection | null {
  if (record === null) return unusable('document', 'file-damaged', 'file-damaged');
  const failed = record.checks.filter(({ outcome }) => outcome === 'consider');
  const integrity = failed.find(({ name }) => name === 'imageIntegrity');
  if (integrity !== undefined) {
    const reason = integrity.reasons[0]?.code ?? null;
    if (reason === 'no-document') return refused('document', 'no-document', reason);
    return unusable('document', 'image-quality', reason);
  }
  // What it is comes before what is wrong with it.
  const wrongType = failed.find(({ name }) => name === 'documentType');
  const worst = wrongType ?? failed[0];
  if (worst === undefined) return null;
  const cause = wrongType === undefined ? 'document-refused' : 'unsupported-document';
  return refused('document', cause, worst.reasons[0]?.code ?? null);
}

export function objectionToSelfie({
  faceCount,
  quality,
  conclusion,
}: Pick<CheckEvidence, 'faceCount' | 'quality' | 'conclusion'>): Objection | null {
  if (faceCount === null) return unusable('selfie', 'file-damaged', 'file-damaged');
  if (faceCount === 0) return unusable('selfie', 'no-face', 'no-face');
  if (faceCount > 1) return unusable('selfie', 'multiple-faces', 'multiple-faces');
  const problem = quality?.problems.find((code) => UNUSABLE.has(code));
  if (problem !== undefined) return unusable('selfie', 'image-quality', problem);
  // Without a liveness measurement nothing can be promised, so nothing is.
  if (conclusion === null) return unusable('selfie', 'not-measured', null);
  if (conclusion.isLive) return null;
  // Why somebody was not believed to be there is nothing to teach.
  return conclusion.isUnsure ? unusable('selfie', 'liveness-unsure', null) : refused('selfie', 'not-live', null);
}

/** What is wrong between the selfie and the other picture: the document of the same check, or a reference. */
export function objectionToMatch(
  { reference, faceMatch }: Pick<CheckEvidence, 'reference' | 'faceMatch'>,
  isWithDocument: boolean,
): Objection | null {
  if (reference === 'unavailable' || reference === 'unusable') {
    // The picture that holds no face is somebody else's, or the document that was just taken.
    if (isWithDocument) return refused('selfie', 'faces-differ', null);
    return { ...refused('selfie', 'no-reference', null), canRetry: false };
  }
  // Nobody is passed by a comparison that came to nothing.
  const isUndecided = faceMatch === null ? reference === 'used' : faceMatch.result === null;
  if (isUndecided) return unusable('selfie', 'comparison-unsure', null);
  return faceMatch?.result === false ? refused('selfie', 'faces-differ', null) : null;
}

function refused(picture: Objection['picture'], cause: ObjectionCause, reason: string | null): Objection {
  return { picture, cause, isDecision: true, reason, canRetry: true };
}

function unusable(picture: Objection['picture'], cause: ObjectionCause, reason: string | null): Objection {
  return { picture, cause, isDecision: false, reason, canRetry: true };
}
