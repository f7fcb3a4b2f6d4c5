import { GRANT_TYPES } from '@bonafide/contracts/face-oidc';
import type { AuthenticationReference, BackchannelResponse, FaceAuthScope } from '@bonafide/contracts/face-oidc';
import { backchannelResponse } from '@bonafide/contracts/face-oidc/validators';
import { toOutcomeFaceOidc } from '@bonafide/contracts/outcome';
import { genericGrantRequest, initiateBackchannelAuthentication, ResponseBodyError } from 'openid-client';
import { waitUntil } from '../gateway/wait-until.ts';
import type { WaitSettings } from '../gateway/wait-until.ts';
import { PartnerServerError } from '../partner-server-error.ts';
import type { FaceLogin } from './face-login.ts';
import type { OidcClient } from './oidc-client.ts';
import { errorWordOf } from './oidc-failure.ts';
import { readClaims } from './read-claims.ts';
import { isRefusal } from './refusals.ts';

/** A login without a browser of yours (CIBA). */
export interface BeginBackchannelLogin {
  readonly scope?: FaceAuthScope;
  /** What the provider shows when it tells you that the login is over; for a client that is registered so. A secret. */
  readonly notificationToken?: string;
  readonly signal?: AbortSignal | undefined;
}

/** Where the person goes on, and by what you ask for the end. */
export interface BackchannelLogin {
  /** A secret: whoever has it and your credential reads the claims. */
  readonly authReqId: string;
  readonly expiresInMs: number;
  /** The least between two questions. */
  readonly intervalMs: number;
  /** Ways to the login: show `qrcode`, or open `applink` on the person's phone. Secrets of this person. */
  readonly reference: AuthenticationReference;
}

export interface BackchannelLoginKey {
  readonly authReqId: string;
  readonly signal?: AbortSignal | undefined;
}

/** As `BackchannelLoginKey`, and how long to wait. */
export type WaitForBackchannelLogin = BackchannelLoginKey &
  WaitSettings & {
    /** Default: 5000, as documented. */
    readonly intervalMs?: number;
  };

/** Source: documented. */
const INTERVAL_SECONDS = 5;
/** By how much longer to wait after `slow_down` (CIBA §11). */
const SLOW_DOWN_MS = 5_000;

/** Begins a login by CIBA: `login_hint` is `authref`, and the person is found by whoever opens the answer's address. */
export function beginBackchannelLogin(
  client: OidcClient,
  { scope, notificationToken, signal }: BeginBackchannelLogin,
): Promise<BackchannelLogin> {
  return client.run(signal, async (config) => {
    const answer = await initiateBackchannelAuthentication(config, {
      login_hint: 'authref',
      scope: scope === undefined ? 'openid' : `openid ${scope}`,
      ...(notificationToken === undefined ? {} : { client_notification_token: notificationToken }),
    });
    if (!backchannelResponse.safeParse(answer).success)
      throw new PartnerServerError('invalid-response', 'the answer is not as the contract says');
    const {
      auth_req_id: authReqId,
      expires_in,
      interval = INTERVAL_SECONDS,
      authref = {},
    } = answer as BackchannelResponse;
    return { authReqId, expiresInMs: expires_in * 1_000, intervalMs: interval * 1_000, reference: authref };
  });
}

/** What a login by CIBA came to, or undefined while it is open. @throws {PartnerServerError} */
export async function fetchBackchannelLogin(
  client: OidcClient,
  key: BackchannelLoginKey,
): Promise<FaceLogin | undefined> {
  return (await look(client, key)).login;
}

/**
 * The same once it is over. Obeys the provider's interval and its wish to be asked less often.
 * @throws {PartnerServerError} `still-processing` at the deadline; a failure that asking again cannot mend, at once
 */
export async function waitForBackchannelLogin(
  client: OidcClient,
  { authReqId, intervalMs = INTERVAL_SECONDS * 1_000, timeoutMs, policy = {}, signal }: WaitForBackchannelLogin,
): Promise<FaceLogin> {
  let pauseMs = intervalMs;
  const { login } = await waitUntil<Looked, Looked & { readonly login: FaceLogin }>({
    settings: client.settings,
    name: 'login',
    timeoutMs,
    policy,
    untilItExists: false,
    signal,
    look: async (lookSignal) => {
      const value = await look(client, { authReqId, signal: lookSignal });
      if (value.isTooFast) pauseMs += SLOW_DOWN_MS;
      return { value, retryAfterMs: pauseMs };
    },
    isFinished: (value): value is Looked & { readonly login: FaceLogin } => value.login !== undefined,
  });
  return login;
}

interface Looked {
  readonly login: FaceLogin | undefined;
  readonly isTooFast: boolean;
}

function look(client: OidcClient, { authReqId, signal }: BackchannelLoginKey): Promise<Looked> {
  return client.run(signal, async (config) => {
    try {
      const tokens = await genericGrantRequest(config, GRANT_TYPES[1], { auth_req_id: authReqId });
      return { login: await readClaims(config, tokens, null), isTooFast: false };
    } catch (error) {
      if (!(error instanceof ResponseBodyError)) throw error;
      const word = errorWordOf(error);
      if (word === 'authorization_pending' || word === 'slow_down')
        return { login: undefined, isTooFast: word === 'slow_down' };
      if (word === undefined || !isRefusal(word)) throw error;
      const outcome = toOutcomeFaceOidc({ from: 'token-error', httpStatus: error.status, body: { error: word } });
      return { login: { granted: false, error: word, outcome }, isTooFast: false };
    }
  });
}
