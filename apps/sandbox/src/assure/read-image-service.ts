import * as contract from '@bonafide/contracts/assure/validators';
import type * as z from 'zod';
import type { Gateway } from '../gateway/gateway.ts';
import type { Exchange } from '../gateway/serve-operation.ts';
import { authenticate } from './authenticate.ts';
import { type DecodedPicture, parseDataUrl } from './data-url.ts';
import { invalidRequest } from './problems.ts';
import { readRequest } from './read-request.ts';

/** Of one picture. Source: documented. */
const MAXIMUM_BYTES = 4_000_000;
const BODY_BYTES = Math.ceil(MAXIMUM_BYTES / 3) * 4 + 4096;

export interface ImageServiceCall {
  readonly request: z.output<typeof contract.imageServiceRequest>;
  readonly picture: DecodedPicture;
}

/** A request to change a picture. Where it names a dossier or a process, that must be the client's own. */
export async function readImageService(gateway: Gateway, exchange: Exchange): Promise<ImageServiceCall> {
  const { clientId } = await authenticate(gateway, exchange);
  const request = await readRequest(exchange, contract.imageServiceRequest, BODY_BYTES);
  await requireOwn(gateway, clientId, request);
  return { request, picture: parseDataUrl(request.image, MAXIMUM_BYTES) };
}

async function requireOwn(
  { db }: Gateway,
  clientId: string,
  { dossierId, processId }: ImageServiceCall['request'],
): Promise<void> {
  if (dossierId === undefined && processId === undefined) return;
  let own = db.selectFrom('dossier').select('dossier.id').where('dossier.client_id', '=', clientId);
  if (dossierId !== undefined) own = own.where('dossier.id', '=', dossierId);
  if (processId !== undefined) {
    own = own
      .innerJoin('process', 'process.dossier_id', 'dossier.id')
      .where('process.id', '=', processId) as typeof own;
  }
  // The contract has no 404 here.
  if ((await own.executeTakeFirst()) === undefined) throw invalidRequest('The dossier or process does not exist.');
}
