import { PATHS } from '@bonafide/contracts/assure';
import type { AssureClient } from './assure-client.ts';
import type { ProcessKey } from './get-process.ts';

/** Says that the end-user gave up. An extension: with the vendor, delete the process. */
export async function cancelProcess(client: AssureClient, request: ProcessKey): Promise<void> {
  const { dossierId, processId } = request;
  const names = { dossierId, processId };
  await client.call(
    { operation: 'cancelProcess', path: PATHS.cancellation, method: 'POST', names, idempotent: true },
    request,
  );
}
