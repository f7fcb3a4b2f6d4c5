import type { Gateway } from '../../gateway/gateway.ts';
import { rotateKey } from '../../idnow/signing-keys.ts';

/** Lets a new key sign IDnow's events from now on; the old ones stay published for a while. */
export async function rotateEventKey({ db, clock }: Gateway): Promise<Response> {
  return Response.json({ kid: await rotateKey(db, clock, 'idnow-events') });
}
