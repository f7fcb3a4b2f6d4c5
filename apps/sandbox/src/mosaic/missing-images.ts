import type * as contract from '@bonafide/contracts/mosaic/validators';
import type * as z from 'zod';
import type { HostedCheckRow, VerificationRow } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { depictionsOf, receivedBy } from '../hosted/process-state.ts';
import type { HostedDepiction } from '../hosted/hosted-words.ts';

type ImageType = z.output<typeof contract.imageType>;

export const IMAGE_TYPE_OF = {
  front: 'document_front',
  back: 'document_back',
  selfie: 'selfie',
} as const satisfies Record<HostedDepiction, ImageType>;

/** Before a document is chosen nobody knows how many sides it has: then all are named, as the vendor's example does. */
export const allImages = (kind: VerificationRow['kind']): ImageType[] =>
  kind === 'face-auth' ? ['selfie'] : Object.values(IMAGE_TYPE_OF);

/** Which pictures are still to be taken. */
export async function missingImages(gateway: Gateway, row: VerificationRow, check: HostedCheckRow) {
  if (row.kind === 'verification' && check.document_type === null) return allImages(row.kind);
  const received = new Set(await receivedBy(gateway, check));
  return depictionsOf(check).flatMap((depiction) => (received.has(depiction) ? [] : [IMAGE_TYPE_OF[depiction]]));
}
