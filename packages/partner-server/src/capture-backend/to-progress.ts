import type { AssureProcess } from '@bonafide/contracts/assure';
import type { CaptureDepiction, CaptureStatus, DocumentSide, Recapture } from '@bonafide/contracts/capture-backend';

/** Where a check is, and what is wanted again. */
export interface Progress {
  readonly status: CaptureStatus;
  readonly recapture?: Recapture;
}

/** What a check that was started is made of, and whether its pictures may be taken again. */
export interface ProgressContext {
  readonly sides: readonly DocumentSide[];
  readonly selfie: boolean;
  readonly mayRecapture: boolean;
}

/**
 * What the page is told of a process. Pictures are wanted again only where they are to blame: several faces or none, a face
 * or a document that cannot be judged, a document that was not recognised. A suspected document and a face that is another's
 * are decisions, and are never asked for again.
 */
export function toProgress(process: AssureProcess, context: ProgressContext): Progress {
  const { status } = process;
  // Started, and yet `pending`: the gateway has not got to it.
  if (status === 'pending' || status === 'processing') return { status: 'processing' };
  const recapture = context.mayRecapture ? toRecapture(process, context) : undefined;
  return recapture === undefined ? { status } : { status: 'recapture', recapture };
}

function toRecapture(process: AssureProcess, { sides, selfie }: ProgressContext): Recapture | undefined {
  const { status, providerSpecific, failReason } = process;
  const { documentVerification: document, facialSimilarity: face } = providerSpecific ?? {};
  const again = (depictions: readonly CaptureDepiction[], reason: string): Recapture => ({
    depictions: [...depictions],
    reason,
  });
  if (status === 'failed' && failReason?.type === 'upload_failed') {
    const reason = faceReasonOf(failReason.message ?? '');
    if (selfie && reason !== undefined) return again(['selfie'], reason);
    return again(selfie ? [...sides, 'selfie'] : sides, 'upload-failed');
  }
  // The document's own check, never together with a doubt about the person's age.
  if (status === 'rejected' && isClearOrAbsent(document?.ageValidation)) {
    if (!isClearOrAbsent(document?.imageIntegrity)) return again(sides, 'image-quality');
    if (document?.documentType === 'unknown') return again(sides, 'unsupported-document');
  }
  if (status === 'inconclusive' && selfie && document?.result === 'clear' && !isClearOrAbsent(face?.imageIntegrity))
    return again(['selfie'], 'image-quality');
  return undefined;
}

/** The provider says it in words for people, in a list of fields (documented for several faces; `No face` is inferred). */
function faceReasonOf(message: string): 'multiple-faces' | 'no-face' | undefined {
  if (!message.includes('face_detection')) return undefined;
  return /multiple faces/i.test(message) ? 'multiple-faces' : 'no-face';
}

function isClearOrAbsent(result: string | undefined): boolean {
  return result === undefined || result === 'clear';
}
