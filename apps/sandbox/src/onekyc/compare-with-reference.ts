import type { FlowRow } from '../database/schema.ts';
import { type ComparisonEvidence, NOT_COMPARED } from '../processing/check-evidence.ts';
import { compareFaces, notComparable } from '../processing/compare-faces.ts';
import type { PictureProcessor } from '../processing/picture-processor.ts';
import type { SandboxClient } from '../sandbox-options.ts';
import type { FetchReferenceImage } from './fetch-reference-image.ts';

/** Compares a selfie with the partner's reference image, where the flow has one. */
export async function compareWithReference(
  ports: { readonly processor: PictureProcessor; readonly fetchReferenceImage: FetchReferenceImage },
  selfie: Uint8Array,
  owner: { readonly flow: FlowRow; readonly client: SandboxClient | null },
  signal: AbortSignal,
): Promise<ComparisonEvidence> {
  const found = await ports.fetchReferenceImage(owner.flow, owner.client, signal);
  if (found.outcome === 'none') {
    // Liveness alone needs no reference; a comparison without one cannot succeed.
    if (owner.flow.flow === 'STANDALONE_LIVENESS') return NOT_COMPARED;
    return notComparable('unavailable', 'REFERENCE_IMAGE_NOT_FOUND');
  }
  if (found.outcome === 'unavailable') return notComparable('unavailable', found.reason);
  return compareFaces(ports.processor, { selfie, reference: found.bytes }, signal);
}
