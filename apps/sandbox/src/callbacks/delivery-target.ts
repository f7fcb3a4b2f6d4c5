import type { DeliveryRow } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';

/** Where a delivery goes and how the gateway names itself there. */
export interface DeliveryTarget {
  readonly operation: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What is sent where it is not the stored JSON itself, such as a JWT that is signed anew each time. */
  readonly body?: string;
  /** Waits before each retry, milliseconds, where the gateway's contract says another number of attempts. */
  readonly retryDelaysMs?: readonly number[];
  /** The journey that it belongs to, for the feed. */
  readonly correlationId: string | null;
  /** An endpoint of all of a client's deliveries, which one 410 ends for good; else a 410 ends this delivery. */
  readonly isClients: boolean;
}

/** Null when whoever it was for has gone. */
export type FindTarget = (gateway: Gateway, delivery: DeliveryRow) => Promise<DeliveryTarget | null>;
