import { PATHS } from '@bonafide/contracts/assure';
import type { CaptureEvidence } from '@bonafide/contracts/assure';
import type { AssureClient } from './assure-client.ts';
import type { ProcessKey } from './get-process.ts';

/** Which process, and what the capturing client saw. */
export interface StartVerification extends ProcessKey {
  /** An extension of the Bonafide sandbox; the vendor takes no parameters, so leave it out there. */
  readonly evidence?: CaptureEvidence;
}

/** Starts the verification. Tried again only when the gateway certainly did not begin. */
export async function startVerification(client: AssureClient, request: StartVerification): Promise<void> {
  const { dossierId, processId, evidence } = request;
  await client.call(
    {
      operation: 'startVerification',
      path: PATHS.verification,
      method: 'POST',
      names: { dossierId, processId },
      ...(evidence === undefined ? {} : { json: { bonafide: evidence } }),
    },
    request,
  );
}
