import * as contract from '@bonafide/contracts/assure/validators';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { toDataUrl } from '../data-url.ts';
import { findProcess } from '../find.ts';
import { noImage } from '../problems.ts';

/** One picture as it was set. `PORTRAIT` is never there: the provider does not hand it out. */
export const getImage = {
  operation: 'getImage',
  path: '/assure/dossiers/{dossierId}/processes/{processId}/images/{depiction}',
  response: contract.imageResponse,
  async handle(gateway, exchange) {
    const { id } = await findProcess(gateway, exchange);
    const depiction = contract.depiction.safeParse(exchange.context.req.param('depiction')).data;
    if (depiction === undefined) throw noImage();
    const picture = await gateway.db
      .selectFrom('artefact')
      .select(['bytes', 'content_type'])
      .where('process_id', '=', id)
      .where('document_type', '=', depiction)
      .executeTakeFirst();
    if (picture?.bytes == null || picture.content_type === null) throw noImage();
    return { depiction, image: toDataUrl({ contentType: picture.content_type, bytes: picture.bytes }) };
  },
} as const satisfies OperationDefinition<typeof contract.imageResponse>;
