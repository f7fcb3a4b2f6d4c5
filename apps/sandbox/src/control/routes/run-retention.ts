import type { Gateway } from '../../gateway/gateway.ts';
import { sweepRetention } from '../../retention/sweep-retention.ts';

/** Runs the retention sweep now; it runs by itself every minute. */
export async function runRetention(gateway: Gateway): Promise<Response> {
  return Response.json(await sweepRetention(gateway));
}
