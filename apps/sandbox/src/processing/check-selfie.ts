import type * as contract from '@bonafide/contracts/onekyc/validators';
import type * as z from 'zod';
import type { FlowRow } from '../database/schema.ts';
import type { SandboxClient } from '../sandbox-options.ts';
import type { CheckEvidence } from './check-evidence.ts';
import { concludeLiveness } from './conclude-liveness.ts';
import type { FetchReferenceImage } from './fetch-reference-image.ts';
import { type SelfieInspection, type SelfieProcessor, UnreadablePictureError } from './selfie-processor.ts';

type ClientEvidence = z.output<typeof contract.captureEvidence>;

/** The browser's liveness score may differ by this much before it is called a disagreement. Source: guess; it judged many frames, the server one. */
const SCORE_TOLERANCE = 0.35;

/** Looks at one selfie: face, quality, liveness, and the comparison where there is something to compare with. */
export async function checkSelfie(
  ports: { readonly processor: SelfieProcessor; readonly fetchReferenceImage: FetchReferenceImage },
  input: {
    readonly selfie: Uint8Array;
    readonly clientEvidence: ClientEvidence | null;
    readonly flow: FlowRow;
    readonly client: SandboxClient | null;
  },
  signal: AbortSignal,
): Promise<CheckEvidence> {
  const startedAt = performance.now();
  const { selfie, clientEvidence } = input;
  const claimed = clientEvidence?.liveness ?? null;
  const inspection = await ports.processor.inspect(selfie, signal).catch((error: unknown) => {
    if (error instanceof UnreadablePictureError) return null;
    throw error;
  });
  const base: Omit<CheckEvidence, 'reference' | 'referenceReason' | 'faceMatch' | 'durationMs'> = {
    scripted: false,
    scenario: null,
    picture: inspection === null ? null : { width: inspection.width, height: inspection.height },
    faceCount: inspection?.faceCount ?? null,
    quality: inspection?.quality ?? null,
    liveness: inspection?.liveness ?? null,
    conclusion: inspection?.liveness == null ? null : concludeLiveness(inspection.liveness, claimed),
    clientScore: claimed?.score ?? null,
    clientInjectionSuspicion: claimed?.injectionSuspicion ?? null,
    disagreements: inspection === null || clientEvidence === null ? [] : disagreementsOf(clientEvidence, inspection),
  };
  const compared = inspection?.faceCount === 1 ? await compareWithReference(ports, input, signal) : NOT_COMPARED;
  return { ...base, ...compared, durationMs: Math.round(performance.now() - startedAt) };
}

const NOT_COMPARED = { reference: 'none', referenceReason: null, faceMatch: null } as const;

async function compareWithReference(
  { processor, fetchReferenceImage }: Parameters<typeof checkSelfie>[0],
  { selfie, flow, client }: Parameters<typeof checkSelfie>[1],
  signal: AbortSignal,
): Promise<Pick<CheckEvidence, 'reference' | 'referenceReason' | 'faceMatch'>> {
  const found = await fetchReferenceImage(flow, client, signal);
  if (found.outcome === 'none') {
    // Liveness alone needs no reference; a comparison without one cannot succeed.
    if (flow.flow === 'STANDALONE_LIVENESS') return NOT_COMPARED;
    return { reference: 'unavailable', referenceReason: 'REFERENCE_IMAGE_NOT_FOUND', faceMatch: null };
  }
  if (found.outcome === 'unavailable') {
    return { reference: 'unavailable', referenceReason: found.reason, faceMatch: null };
  }
  const comparison = await processor.compare(selfie, found.bytes, signal).catch((error: unknown) => {
    if (error instanceof UnreadablePictureError) return { outcome: 'reference-unusable' } as const;
    throw error;
  });
  if (comparison.outcome === 'reference-unusable') {
    return { reference: 'unusable', referenceReason: 'NO_FACE_IN_REFERENCE_IMAGE', faceMatch: null };
  }
  if (comparison.outcome !== 'compared') return { ...NOT_COMPARED, reference: 'used' };
  const { score, matches, version } = comparison;
  return { reference: 'used', referenceReason: null, faceMatch: { score, result: matches, version } };
}

function disagreementsOf(claimed: ClientEvidence, measured: SelfieInspection): readonly string[] {
  const found: string[] = [];
  if (claimed.capture.width !== measured.width || claimed.capture.height !== measured.height)
    found.push('picture-size');
  if (measured.faceCount !== 1) found.push('face-count');
  if (measured.liveness !== null) {
    if (Math.abs(claimed.liveness.score - measured.liveness.score) > SCORE_TOLERANCE) found.push('liveness-score');
    if (claimed.liveness.decision === 'live' && measured.liveness.decision === 'not_live') {
      found.push('liveness-decision');
    }
  }
  return found;
}
