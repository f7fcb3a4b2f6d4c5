import { takeFault } from '../scenarios/fault-store.ts';
import type { Gateway } from './gateway.ts';
import type { Exchange } from './serve-operation.ts';

/** The fault that a scenario orders for this request, or null; the exchange is marked as scripted. */
export async function scriptedFault(
  gateway: Gateway,
  exchange: Exchange,
  scope: string,
): Promise<{ readonly status: number; readonly retryAfterSeconds: number | null } | null> {
  const taken = await takeFault(gateway.db, scope, exchange.operation);
  if (taken !== null) exchange.notes.scripted = true;
  return taken;
}
