import type { Context } from 'hono';
import type { Gateway } from '../../gateway/gateway.ts';

/** Serves a picture at the presigned address that submission details gave out. Not part of the contract. */
export async function getImage(gateway: Gateway, context: Context): Promise<Response> {
  const key = context.req.param('key') ?? '';
  const query = { expires: context.req.query('expires') ?? '', signature: context.req.query('signature') ?? '' };
  if (gateway.presigned.verify('GET', key, query) !== 'valid') return new Response(null, { status: 403 });
  const picture = await gateway.db
    .selectFrom('artefact')
    .select(['bytes', 'content_type'])
    .where('key', '=', key)
    .executeTakeFirst();
  if (picture?.bytes == null || picture.content_type === null) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(picture.bytes), {
    headers: {
      'content-type': picture.content_type,
      'content-disposition': 'inline',
      // A partner's page may show it.
      'cross-origin-resource-policy': 'cross-origin',
    },
  });
}
