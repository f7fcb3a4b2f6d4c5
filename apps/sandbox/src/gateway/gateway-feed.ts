import type { Clock } from '../clock.ts';

/** One exchange, as shown while it happens. Credentials are cut down before they get here. */
export interface GatewayEvent {
  /** Counts from 1 in this process. */
  readonly id: number;
  readonly at: string;
  /** Who called: somebody the gateway, or the gateway a partner. */
  readonly direction: 'inbound' | 'outbound';
  readonly operation: string;
  readonly method: string;
  /** The path as the contract writes it, without ids or signatures. */
  readonly path: string;
  /** 0 when no answer came. */
  readonly status: number;
  readonly durationMs: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly clientId: string | null;
  /** The journey that it belongs to: OneKYC's correlation id, or Assure's dossier. */
  readonly correlationId: string | null;
  /** OneKYC's submission, or Assure's process. */
  readonly submissionId: string | null;
  /** The cause of an error, as the answer gave it. */
  readonly reason: string | null;
  /** The answer came from a scenario, not from real work. */
  readonly scripted: boolean;
}

export interface GatewayFeed {
  publish(event: Omit<GatewayEvent, 'id' | 'at'>): void;
  /** Calls `listener` for what was kept after `sinceId`, then for each new event until the signal aborts. */
  subscribe(sinceId: number, listener: (event: GatewayEvent) => void, signal: AbortSignal): void;
  recent(): readonly GatewayEvent[];
  /** Forgets everything that names a correlation id. */
  forget(correlationIds: ReadonlySet<string>): void;
}

const KEPT = 500;

/** The exchanges of this process, newest kept in memory. */
export function createGatewayFeed(clock: Clock): GatewayFeed {
  let events: GatewayEvent[] = [];
  let lastId = 0;
  const listeners = new Set<(event: GatewayEvent) => void>();
  return {
    publish(published) {
      const event = { ...published, id: (lastId += 1), at: new Date(clock.now()).toISOString() };
      events = [...events.slice(1 - KEPT), event];
      for (const listener of listeners) listener(event);
    },
    subscribe(sinceId, listener, signal) {
      if (signal.aborted) return;
      for (const event of events) if (event.id > sinceId) listener(event);
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener), { once: true });
    },
    recent: () => events,
    forget(correlationIds) {
      events = events.filter((event) => event.correlationId === null || !correlationIds.has(event.correlationId));
    },
  };
}

/** What is worth seeing in a demonstration. Everything else is left out. */
const SHOWN_HEADERS = [
  'client-id',
  'content-type',
  'content-length',
  'retry-after',
  'x-onboarding-partner',
  'x-partner-session-id',
  'x-partner-user-id-type',
  'x-reference-image-type',
  'x-sdk-session-id',
  'x-submission-id',
  'x-bonafide-scenario',
  'webhook-id',
  'webhook-timestamp',
];
const REDACTED_HEADERS = ['authorization', 'pass-key', 'x-onekyc-token', 'x-partner-user-id', 'webhook-signature'];

/** The headers that may be shown, with secrets and personal identifiers replaced by their length. */
export function redactHeaders(headers: Headers): Readonly<Record<string, string>> {
  const shown: Record<string, string> = {};
  for (const name of SHOWN_HEADERS) {
    const value = headers.get(name);
    if (value !== null) shown[name] = value.slice(0, 200);
  }
  for (const name of REDACTED_HEADERS) {
    const value = headers.get(name);
    if (value !== null) shown[name] = `redacted (${value.length} characters)`;
  }
  return shown;
}
