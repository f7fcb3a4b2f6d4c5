import type * as contract from '@bonafide/contracts/onekyc/validators';
import { concludeLiveness } from '@bonafide/verifier';
import type * as z from 'zod';
import type { PictureProcessor } from './picture-processor.ts';
import { type SelfieInspection, UnreadablePictureError } from './selfie-inspection.ts';
import { NO_SELFIE, type SelfieEvidence } from './check-evidence.ts';

export type ClientEvidence = z.output<typeof contract.captureEvidence>;

/** The browser's liveness score may differ by this much before it is called a disagreement. Source: guess; it judged many frames, the server one. */
const SCORE_TOLERANCE = 0.35;

/** Looks at one selfie: face, quality, liveness. */
export async function checkSelfie(
  processor: PictureProcessor,
  selfie: Uint8Array,
  clientEvidence: ClientEvidence | null,
  signal: AbortSignal,
): Promise<SelfieEvidence> {
  const claimed = clientEvidence?.liveness ?? null;
  const claims = {
    clientScore: claimed?.score ?? null,
    clientInjectionSuspicion: claimed?.injectionSuspicion ?? null,
  };
  const inspection = await processor.inspect(selfie, signal).catch((error: unknown) => {
    if (error instanceof UnreadablePictureError) return null;
    throw error;
  });
  if (inspection === null) return { ...NO_SELFIE, ...claims };
  const { width, height, faceCount, quality, liveness } = inspection;
  return {
    picture: { width, height },
    faceCount,
    quality,
    liveness,
    conclusion: liveness === null ? null : concludeLiveness(liveness, claimed),
    ...claims,
    disagreements: clientEvidence === null ? [] : disagreementsOf(clientEvidence, inspection),
  };
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
