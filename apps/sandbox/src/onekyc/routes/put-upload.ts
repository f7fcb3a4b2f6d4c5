import { createHash } from 'node:crypto';
import * as z from 'zod';
import { dateOf } from '../../clock.ts';
import { type ArtefactRow, submissionSubject } from '../../database/schema.ts';
import { flowScope } from '../../scenarios/fault-store.ts';
import { addTimeline } from '../../database/add-timeline.ts';
import { failIfScripted } from '../authenticate-partner.ts';
import type { Gateway } from '../../gateway/gateway.ts';
import { mediaTypeOf } from '../../gateway/media-type-of.ts';
import { readBody } from '../../gateway/read-body.ts';
import { Refusal } from '../../gateway/refusal.ts';
import type { Exchange, OperationDefinition } from '../../gateway/serve-operation.ts';

const ACCEPTED = new Set(['image/jpeg', 'image/png', 'image/webp']);
const uploadResponse = z.object({ success: z.literal(true), data: z.object({ documentReference: z.string() }) });

/** Stores a picture at its presigned address. It may be replaced until the upload is confirmed. */
export const putUpload = {
  operation: 'putUpload',
  path: '/uploads/{key}',
  response: uploadResponse,
  async handle(gateway, exchange) {
    const artefact = await authorize(gateway, exchange);
    const { req } = exchange.context;
    const contentType = (req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    if (!ACCEPTED.has(contentType)) throw new Refusal(415, '415', 'UNSUPPORTED_MEDIA_TYPE');
    const bytes = await readBody(exchange.context, gateway.settings.maximumUploadBytes);
    if (bytes === null) throw new Refusal(413, '413', 'UPLOAD_TOO_LARGE');
    if (mediaTypeOf(bytes) !== contentType) throw new Refusal(422, '422', 'INVALID_UPLOAD_ARTIFACT');
    const digest = createHash('sha256').update(bytes).digest('hex');
    await store(gateway, artefact, { contentType, bytes, digest });
    return { success: true, data: { documentReference: artefact.reference } };
  },
} as const satisfies OperationDefinition<typeof uploadResponse>;

/** The address itself is the permission. */
async function authorize(gateway: Gateway, exchange: Exchange): Promise<ArtefactRow> {
  const { context, notes } = exchange;
  const key = context.req.param('key') ?? '';
  const query = { expires: context.req.query('expires') ?? '', signature: context.req.query('signature') ?? '' };
  const verdict = gateway.presigned.verify('PUT', key, query);
  if (verdict === 'invalid') throw new Refusal(403, '403', 'UPLOAD_SIGNATURE_INVALID');
  if (verdict === 'expired') throw new Refusal(403, '403', 'UPLOAD_URL_EXPIRED');
  const artefact = await gateway.db.selectFrom('artefact').selectAll().where('key', '=', key).executeTakeFirst();
  // Erased in the meantime: the address is as dead as an expired one.
  if (artefact === undefined) throw new Refusal(403, '403', 'UPLOAD_URL_EXPIRED');
  const flow = await gateway.db
    .selectFrom('flow')
    .innerJoin('submission', 'submission.flow_id', 'flow.id')
    .select(['flow.client_id', 'flow.partner_session_id', 'flow.scenario'])
    .where('submission.id', '=', artefact.submission_id)
    .executeTakeFirstOrThrow();
  notes.clientId = flow.client_id;
  notes.correlationId = flow.partner_session_id;
  notes.submissionId = artefact.submission_id;
  notes.scripted = flow.scenario !== null;
  notes.latencyMs = flow.scenario?.latencyMs ?? 0;
  if (flow.partner_session_id !== null) {
    await failIfScripted(gateway, exchange, flowScope(flow.client_id, flow.partner_session_id));
  }
  return artefact;
}

async function store(
  gateway: Gateway,
  artefact: ArtefactRow,
  picture: { readonly contentType: string; readonly bytes: Uint8Array; readonly digest: string },
): Promise<void> {
  await gateway.db.transaction().execute(async (trx) => {
    const submission = await trx
      .selectFrom('submission')
      .select(['id', 'status'])
      .where('id', '=', artefact.submission_id)
      .forUpdate()
      .executeTakeFirst();
    if (submission?.status !== 'INITIATED') {
      // The same bytes once more, because an answer was lost, change nothing.
      if (submission !== undefined && artefact.digest === picture.digest) return;
      throw new Refusal(409, '409', 'SUBMISSION_STATE_CONFLICT');
    }
    await trx
      .updateTable('artefact')
      .set({
        content_type: picture.contentType,
        bytes: Buffer.from(picture.bytes),
        byte_count: picture.bytes.byteLength,
        digest: picture.digest,
        status: 'UPLOADED',
        uploaded_at: dateOf(gateway.clock),
      })
      .where('key', '=', artefact.key)
      .execute();
    await addTimeline(trx, gateway.clock, submissionSubject(submission.id), 'uploaded', {
      document: artefact.document_type,
      bytes: picture.bytes.byteLength,
      type: picture.contentType,
    });
  });
}
