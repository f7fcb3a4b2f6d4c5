import * as onekyc from '@bonafide/contracts/onekyc/validators';
import type { DocumentInspection } from '@bonafide/verifier';
import type { HostedCheckRow } from '../database/schema.ts';
import { claimedSuspicion } from '../processing/claimed-suspicion.ts';
import { type CheckEvidence, type ComparisonEvidence, NO_SELFIE, NOT_COMPARED } from '../processing/check-evidence.ts';
import { toDocumentRecord } from '../processing/check-records.ts';
import { checkSelfie, type ClientEvidence } from '../processing/check-selfie.ts';
import { compareFaces, notComparable } from '../processing/compare-faces.ts';
import type { PictureProcessor } from '../processing/picture-processor.ts';
import { UnreadablePictureError } from '../processing/selfie-inspection.ts';
import type { HostedPicture, HostedReference } from './hosted-owner.ts';
import type { HostedDepiction } from './hosted-words.ts';

export interface HostedFindings {
  readonly evidence: CheckEvidence;
  readonly document: DocumentInspection | null;
}

/** Looks at the pictures of one attempt: the document, the face, and the one beside the other or beside the reference. */
export async function lookAtHostedAttempt(
  processor: PictureProcessor,
  input: {
    readonly check: HostedCheckRow;
    readonly pictures: ReadonlyMap<HostedDepiction, HostedPicture>;
    readonly clientEvidence: Readonly<Record<string, unknown>> | null;
    readonly findReference: () => Promise<HostedReference>;
    readonly minimumAgeYears: number | null;
    readonly at: Date;
  },
  signal: AbortSignal,
): Promise<HostedFindings> {
  const startedAt = performance.now();
  const { pictures } = input;
  const front = pictures.get('front') ?? null;
  const selfie = pictures.get('selfie') ?? null;
  const document = front === null ? null : await lookAtDocument(processor, front, input, signal);
  const seen =
    selfie === null
      ? NO_SELFIE
      : await checkSelfie(processor, { ...selfie, claim: claimOf(input.clientEvidence, selfie) }, signal);
  const compared =
    selfie === null || seen.faceCount !== 1
      ? NOT_COMPARED
      : await compare(processor, selfie, front === null ? await input.findReference() : found(front), signal);
  return {
    evidence: {
      scripted: false,
      scenario: null,
      documents: [...pictures.keys()].map((depiction) => depiction.toUpperCase()),
      document: document === null ? null : toDocumentRecord(document),
      ...seen,
      ...compared,
      durationMs: Math.round(performance.now() - startedAt),
    },
    document,
  };
}

const found = ({ bytes }: HostedPicture): HostedReference => ({ outcome: 'found', bytes });

function lookAtDocument(
  processor: PictureProcessor,
  front: HostedPicture,
  { check, pictures, at, minimumAgeYears, clientEvidence }: Parameters<typeof lookAtHostedAttempt>[1],
  signal: AbortSignal,
): Promise<DocumentInspection | null> {
  const chosen = check.documents.find(({ documentType }) => documentType === check.document_type);
  const [only, ...others] = chosen?.issuingCountries ?? [];
  return processor
    .verifyDocument(
      {
        front: front.bytes,
        back: pictures.get('back')?.bytes ?? null,
        documentType: chosen?.documentType ?? null,
        issuingCountry: check.issuing_country ?? (others.length === 0 ? (only ?? null) : null),
        at,
        minimumAgeYears,
        claimedSuspicion: {
          front: claimedSuspicion(clientEvidence?.['front'], front.digest),
          back: claimedSuspicion(clientEvidence?.['back'], pictures.get('back')?.digest),
        },
      },
      signal,
    )
    .catch((error: unknown) => {
      if (error instanceof UnreadablePictureError) return null;
      throw error;
    });
}

async function compare(
  processor: PictureProcessor,
  selfie: HostedPicture,
  reference: HostedReference,
  signal: AbortSignal,
): Promise<ComparisonEvidence> {
  if (reference.outcome === 'none') return NOT_COMPARED;
  if (reference.outcome === 'unavailable') return notComparable('unavailable', reference.reason);
  return compareFaces(processor, { selfie: selfie.bytes, reference: reference.bytes }, signal);
}

/** What the page says of the selfie: null unless it is whole and speaks of this very picture. */
function claimOf(
  clientEvidence: Readonly<Record<string, unknown>> | null,
  { digest }: HostedPicture,
): ClientEvidence | null {
  const selfie = clientEvidence?.['selfie'];
  const claim = typeof selfie === 'object' && selfie !== null && 'bonafide' in selfie ? selfie.bonafide : selfie;
  const evidence = onekyc.captureEvidence.safeParse(claim).data;
  return evidence?.capture.digest === digest ? evidence : null;
}
