import type { DocumentVerification, FacialSimilarity, FailReason } from '@bonafide/verifier';
import { dateOf } from '../clock.ts';
import type { ProcessRow } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { claimedSuspicion } from '../processing/claimed-suspicion.ts';
import { toDocumentRecord, toFaceRecord } from '../processing/check-records.ts';
import type { PictureProcessor } from '../processing/picture-processor.ts';
import { UnreadablePictureError } from '../processing/selfie-inspection.ts';
import { claimedLiveness } from './claimed-liveness.ts';
import { isDocumentType } from './document-types.ts';
import type { ProcessEvidence } from './process-evidence.ts';

/** What the checks of a process found: the words that go out, and the record that stays. */
export interface CheckedProcess {
  /** Null when `failReason` says why. */
  readonly documentVerification: DocumentVerification | null;
  /** Null without a selfie. */
  readonly facialSimilarity: FacialSimilarity | null;
  /** What the pictures themselves make impossible. */
  readonly failReason: FailReason | null;
  readonly evidence: ProcessEvidence;
}

/** The record where nothing could be looked at. */
export const NOTHING_CHECKED: CheckedProcess = {
  documentVerification: null,
  facialSimilarity: null,
  failReason: null,
  evidence: { scripted: false, scenario: null, document: null, faces: null, durationMs: 0 },
};

/** As the vendor says that a file was not taken; the seed's example of it has several faces. */
const UNREADABLE: FailReason = {
  type: 'upload_failed',
  message:
    'There was a validation error on this request (status code 422) | Field errors: {file=[The file could not be read as an image.]}',
};

/** Looks at the pictures of a process: the document, and the face beside it where there is a selfie. */
export async function checkProcess(
  gateway: Gateway,
  processor: PictureProcessor,
  row: ProcessRow,
  minimumAgeYears: number | null,
  signal: AbortSignal,
): Promise<CheckedProcess> {
  const startedAt = performance.now();
  const pictures = await gateway.db
    .selectFrom('artefact')
    .select(['document_type', 'bytes', 'digest'])
    .where('process_id', '=', row.id)
    .execute();
  const pictureOf = (depiction: string) => pictures.find(({ document_type }) => document_type === depiction);
  const front = pictureOf('FRONT')?.bytes ?? null;
  const selfie = row.process_type === 'document' ? null : (pictureOf('SELFIE')?.bytes ?? null);
  const claimed = claimedLiveness(row.client_evidence, pictureOf('SELFIE')?.digest ?? null);
  // Erased between start and now: the images' time was over.
  if (front === null) return { ...NOTHING_CHECKED, failReason: UNREADABLE };
  try {
    const document = await processor.verifyDocument(
      {
        front,
        back: pictureOf('BACK')?.bytes ?? null,
        documentType: row.document_type !== null && isDocumentType(row.document_type) ? row.document_type : null,
        at: dateOf(gateway.clock),
        minimumAgeYears,
        claimedSuspicion: {
          front: claimedSuspicion(row.client_evidence?.['front'], pictureOf('FRONT')?.digest),
          back: claimedSuspicion(row.client_evidence?.['back'], pictureOf('BACK')?.digest),
        },
      },
      signal,
    );
    const faces =
      selfie === null
        ? null
        : await processor.matchFaces({ selfie, reference: front, claimedLiveness: claimed }, signal);
    return {
      documentVerification: document.documentVerification,
      facialSimilarity: faces?.facialSimilarity ?? null,
      failReason: faces?.failReason ?? null,
      evidence: {
        scripted: false,
        scenario: null,
        document: toDocumentRecord(document),
        faces: faces === null ? null : toFaceRecord(faces),
        durationMs: Math.round(performance.now() - startedAt),
      },
    };
  } catch (error) {
    if (!(error instanceof UnreadablePictureError)) throw error;
    return { ...NOTHING_CHECKED, failReason: UNREADABLE };
  }
}
