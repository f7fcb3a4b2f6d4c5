import type { CallSettings } from '../gateway/gateway-client.ts';

/** Which session. */
export interface SessionKey extends CallSettings {
  readonly sessionId: string;
}
