import { createHash, randomBytes } from 'node:crypto';
import * as contract from '@bonafide/contracts/capture-backend/validators';
import { dateOf } from '../../clock.ts';
import { addTimeline } from '../../database/add-timeline.ts';
import { hostedSubject } from '../../database/schema.ts';
import { mediaTypeOf } from '../../gateway/media-type-of.ts';
import { readBody } from '../../gateway/read-body.ts';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { refuseHosted } from '../hosted-dialect.ts';
import { authenticateProcess, holdHosted } from '../hosted-session.ts';
import type { HostedDepiction } from '../hosted-words.ts';
import { depictionsOf } from '../process-state.ts';

/** One picture. Again replaces; of a rejected attempt nothing is kept but its record. */
export const putHostedImage = {
  operation: 'putHostedImage',
  path: '/checks/{checkId}/processes/{processId}/images/{depiction}',
  response: contract.receivedImage,
  async handle(gateway, exchange) {
    const { context } = exchange;
    const check = await authenticateProcess(gateway, exchange);
    const depiction = depictionsOf(check).find((wanted) => wanted === context.req.param('depiction'));
    if (depiction === undefined) throw refuseHosted('not-found');
    const bytes = await readBody(context, gateway.settings.maximumUploadBytes);
    if (bytes === null) throw refuseHosted('image-too-large');
    const contentType = mediaTypeOf(bytes);
    if (contentType === null) throw refuseHosted('image-unsupported');
    const digest = createHash('sha256').update(bytes).digest('hex');
    await gateway.db.transaction().execute(async (trx) => {
      const row = await holdHosted(trx, gateway, exchange, check.id);
      if (row.state !== 'open' || !isWanted(row.recapture, depiction)) throw refuseHosted('state-conflict');
      const content = {
        content_type: contentType,
        bytes: Buffer.from(bytes),
        byte_count: bytes.byteLength,
        digest,
        status: 'UPLOADED' as const,
        uploaded_at: dateOf(gateway.clock),
        erased_at: null,
        reason: null,
        capture_nonce: depiction === 'selfie' ? row.capture_nonce : null,
      };
      await trx
        .insertInto('artefact')
        .values({
          key: randomBytes(24).toString('base64url'),
          reference: crypto.randomUUID(),
          ...hostedSubject(check.id),
          document_type: depiction.toUpperCase(),
          ...content,
        })
        .onConflict((conflict) => conflict.columns(['hosted_check_id', 'document_type']).doUpdateSet(content))
        .execute();
      const detail = { document: depiction, bytes: bytes.byteLength, type: contentType };
      await addTimeline(trx, gateway.clock, hostedSubject(check.id), 'uploaded', detail);
    });
    return { depiction, digest };
  },
} as const satisfies OperationDefinition<typeof contract.receivedImage>;

/** A picture that was found good stays as it was judged. */
function isWanted(recapture: { readonly depictions: readonly HostedDepiction[] } | null, depiction: HostedDepiction) {
  return recapture === null || recapture.depictions.includes(depiction);
}
