import { createBearerClient } from '../gateway/bearer-client.ts';
import type { BearerCall, BearerClient } from '../gateway/bearer-client.ts';
import type { AssureOperation, AssureSettings } from './assure-options.ts';
import { fetchAccessToken } from './fetch-access-token.ts';
import { toRefusal } from './refusal.ts';

export type AssureCall = BearerCall<AssureOperation>;

/** What Assure's operations share. */
export type AssureClient = BearerClient<AssureOperation, AssureSettings>;

export function createAssureClient(settings: AssureSettings): AssureClient {
  return createBearerClient({ settings, fetchToken: (budget) => fetchAccessToken(settings, budget), toRefusal });
}
