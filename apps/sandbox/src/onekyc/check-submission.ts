import * as contract from '@bonafide/contracts/onekyc/validators';
import type { DocumentInspection } from '@bonafide/verifier';
import type { FlowRow } from '../database/schema.ts';
import { toDocumentRecord } from '../processing/check-records.ts';
import type { PictureProcessor } from '../processing/picture-processor.ts';
import { UnreadablePictureError } from '../processing/selfie-inspection.ts';
import type { SandboxClient } from '../sandbox-options.ts';
import { claimedSuspicion } from '../processing/claimed-suspicion.ts';
import { type CheckEvidence, NO_SELFIE, NOT_COMPARED } from '../processing/check-evidence.ts';
import { checkSelfie, type ClientEvidence } from '../processing/check-selfie.ts';
import { numberDisagreement } from './claimed-number.ts';
import { compareFaces } from '../processing/compare-faces.ts';
import { compareWithReference } from './compare-with-reference.ts';
import type { FetchReferenceImage } from './fetch-reference-image.ts';
import { type KtpData, toKtpData } from './ktp-data.ts';

export interface ProcessingPorts {
  readonly processor: PictureProcessor;
  readonly fetchReferenceImage: FetchReferenceImage;
}

export interface CheckedSubmission {
  readonly evidence: CheckEvidence;
  /** What stands on the document; null where none was read. */
  readonly ktpData: KtpData | null;
}

/**
 * Looks at the pictures of one submission: the KTP, the selfie, and the one beside the other. A selfie without a KTP is
 * compared with the partner's reference image.
 */
export async function checkSubmission(
  ports: ProcessingPorts,
  input: {
    readonly pictures: ReadonlyMap<string, Uint8Array>;
    readonly clientEvidence: ClientEvidence | null;
    /** Given out for the selfie; null when nothing was. */
    readonly captureNonce: string | null;
    /** All that the page claimed, as it was stored. */
    readonly claims: Record<string, unknown> | null;
    readonly flow: FlowRow;
    readonly client: SandboxClient | null;
    readonly at: Date;
  },
  signal: AbortSignal,
): Promise<CheckedSubmission> {
  const startedAt = performance.now();
  const { pictures, clientEvidence, client } = input;
  const ktp = pictures.get('KTP') ?? null;
  const selfie = pictures.get('SELFIE') ?? null;
  const document = ktp === null ? null : await checkKtp(ports.processor, ktp, { ...input, client }, signal);
  const seen =
    selfie === null
      ? NO_SELFIE
      : await checkSelfie(ports.processor, { bytes: selfie, claim: clientEvidence, nonce: input.captureNonce }, signal);
  const compared =
    selfie === null || seen.faceCount !== 1
      ? NOT_COMPARED
      : ktp === null
        ? await compareWithReference(ports, selfie, input, signal)
        : await compareFaces(ports.processor, { selfie, reference: ktp }, signal);
  return {
    evidence: {
      scripted: false,
      scenario: null,
      documents: [...pictures.keys()],
      document: document === null ? null : toDocumentRecord(document),
      ...seen,
      ...compared,
      disagreements: [...seen.disagreements, ...numberDisagreement(input.claims, document)],
      durationMs: Math.round(performance.now() - startedAt),
    },
    ktpData: document === null ? null : toKtpData(document.readings.front.ktp),
  };
}

function checkKtp(
  processor: PictureProcessor,
  front: Uint8Array,
  {
    client,
    at,
    claims,
  }: {
    readonly client: SandboxClient | null;
    readonly at: Date;
    readonly claims: Record<string, unknown> | null;
  },
  signal: AbortSignal,
): Promise<DocumentInspection | null> {
  const minimumAgeYears = client?.minimumAgeYears ?? null;
  const documents = claims?.['documents'] as Record<string, unknown> | undefined;
  const { data: claim } = contract.pictureClaim.safeParse(documents?.['ktp']);
  const request = {
    front,
    documentType: 'ktp',
    issuingCountry: 'IDN',
    at,
    minimumAgeYears,
    // A claim of another picture was refused when it came.
    claimedSuspicion: { front: claimedSuspicion(claim, claim?.digest) },
  } as const;
  return processor.verifyDocument(request, signal).catch((error: unknown) => {
    if (error instanceof UnreadablePictureError) return null;
    throw error;
  });
}
