import type { WireResponse } from '#wire/request.js';
import type { RetryBudget } from '#wire/retry-budget.js';
import { PartnerServerError } from '../partner-server-error.ts';
import type { IssuedToken } from '../shared-token.ts';
import { exchange } from './exchange.ts';
import { TOKEN_TIMEOUT_MS } from './gateway-client.ts';
import type { GatewaySettings } from './gateway-options.ts';
import { readAnswer } from './read-answer.ts';
import type { AnswerSchema } from './read-answer.ts';
import { toIssuedToken } from './to-issued-token.ts';
import { fromTokenRefusal } from './wire-failure.ts';
import type { Refusal } from './wire-failure.ts';

/** An OAuth client at its token endpoint. */
export interface ClientTokenRequest<Operation extends string> {
  readonly operation: Operation;
  readonly path: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the credentials stand: in `Authorization`, or in the form. Default: `client_secret_basic`. */
  readonly authentication?: 'client_secret_basic' | 'client_secret_post';
  readonly scope: string | undefined;
  /** What else the vendor's form has. */
  readonly form?: Readonly<Record<string, string>>;
  /** The contract's answer; must ask for what RFC 6749 §5.1 asks for. */
  readonly schema: AnswerSchema;
  readonly toRefusal: (response: WireResponse) => Refusal;
}

interface TokenAnswer {
  readonly access_token: string;
  readonly token_type: string;
  readonly expires_in?: number;
}

/** Where the answer does not say how long a token lives (RFC 6749 only recommends it). Source: guess. */
const DEFAULT_LIFETIME_SECONDS = 300;

/** An access token for the client's credentials (RFC 6749 §4.4), uncached. */
export async function fetchClientToken<Operation extends string>(
  request: ClientTokenRequest<Operation>,
  settings: GatewaySettings<Operation>,
  budget: RetryBudget,
): Promise<IssuedToken> {
  const { operation, path, clientId, clientSecret, scope, schema, toRefusal } = request;
  const isPosted = request.authentication === 'client_secret_post';
  const response = await exchange(
    {
      operation,
      url: settings.urls.token + path,
      method: 'POST',
      headers: isPosted ? {} : { authorization: toBasic(clientId, clientSecret) },
      form: {
        grant_type: 'client_credentials',
        ...(scope === undefined ? {} : { scope }),
        ...request.form,
        ...(isPosted ? { client_id: clientId, client_secret: clientSecret } : {}),
      },
      // Twice is two tokens, which harms nobody.
      idempotent: true,
      totalTimeoutMs: Math.min(TOKEN_TIMEOUT_MS, settings.totalTimeoutMs),
    },
    settings,
    budget,
  );
  if (response.status !== 200) throw fromTokenRefusal(toRefusal(response));
  const answer = readAnswer(response, schema) as TokenAnswer;
  if (answer.token_type.toLowerCase() !== 'bearer') {
    const { status, requestId } = response;
    throw new PartnerServerError('invalid-response', 'the token is not a bearer token', { status, requestId });
  }
  const lifetimeMs = (answer.expires_in ?? DEFAULT_LIFETIME_SECONDS) * 1000;
  return toIssuedToken(response, answer.access_token, lifetimeMs, settings.clock.now());
}

/** RFC 6749 §2.3.1: both are form-encoded before they are joined. */
function toBasic(clientId: string, clientSecret: string): string {
  const encode = (text: string): string => new URLSearchParams({ x: text }).toString().slice(2);
  return `Basic ${btoa(`${encode(clientId)}:${encode(clientSecret)}`)}`;
}
