import { isDeepStrictEqual } from 'node:util';
import * as contract from '@bonafide/contracts/onekyc/validators';
import {
  type CaptureBinding,
  concludeLiveness,
  type FrameSequence,
  judgeSequence,
  verifyCapture,
} from '@bonafide/verifier';
import type * as z from 'zod';
import type { PictureProcessor } from './picture-processor.ts';
import { type SelfieInspection, UnreadablePictureError } from './selfie-inspection.ts';
import { NO_SELFIE, type SelfieEvidence } from './check-evidence.ts';

export type ClientEvidence = z.output<typeof contract.captureEvidence>;

/** The browser's liveness score may differ by this much before it is called a disagreement. Source: guess; it judged many frames, the server one. */
const SCORE_TOLERANCE = 0.35;

/** A selfie as it arrived. */
export interface ArrivedSelfie {
  readonly bytes: Uint8Array;
  readonly claim: ClientEvidence | null;
  /** What was given out for it; null when nothing was. */
  readonly nonce: string | null;
}

/** Looks at one selfie: whether it is one capture with its frames and its claim, face, quality, liveness. */
export async function checkSelfie(
  processor: PictureProcessor,
  { bytes, claim, nonce }: ArrivedSelfie,
  signal: AbortSignal,
): Promise<SelfieEvidence> {
  const claimed = claim?.liveness ?? null;
  const { binding: bound, sequence } = await readBinding(bytes, claim, nonce);
  const claims = {
    clientScore: claimed?.score ?? null,
    clientInjectionSuspicion: claimed?.injectionSuspicion ?? null,
  };
  const inspection = await processor.inspect(bytes, signal, sequence).catch((error: unknown) => {
    if (error instanceof UnreadablePictureError) return null;
    throw error;
  });
  if (inspection === null) return { ...NO_SELFIE, ...claims, binding: bound };
  const { width, height, faceCount, quality, liveness } = inspection;
  const binding = (inspection.sequence === null ? null : judgeSequence(inspection.sequence)) ?? bound;
  return {
    picture: { width, height },
    faceCount,
    quality,
    liveness,
    conclusion: liveness === null ? null : concludeLiveness(liveness, claimed, binding),
    ...claims,
    binding,
    frameCount: 1 + (inspection.sequence?.frameCount ?? 0),
    disagreements: claim === null ? [] : disagreementsOf(claim, inspection),
  };
}

interface ReadBinding {
  readonly binding: CaptureBinding;
  readonly sequence: FrameSequence | null;
}

async function readBinding(file: Uint8Array, claim: ClientEvidence | null, nonce: string | null): Promise<ReadBinding> {
  if (nonce === null) return { binding: 'not-asked', sequence: null };
  const { binding: token, ...rest } = claim ?? {};
  if (token === undefined) return { binding: 'absent', sequence: null };
  const verdict = await verifyCapture({ file, token, nonce });
  if (!verdict.isBound) return { binding: verdict.fault, sequence: null };
  // Both as the contract knows them: what it does not know was dropped from the claim when it came.
  const signed = contract.captureEvidence.safeParse(verdict.evidence).data;
  if (signed === undefined || !isDeepStrictEqual(signed, rest)) return { binding: 'evidence-mismatch', sequence: null };
  const { frames, still } = verdict;
  return { binding: 'bound', sequence: frames.length === 0 ? null : { stillAtMs: still.atMs, frames } };
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
