import { PATHS } from '@bonafide/contracts/mosaic';
import type { CreateVerificationRequest, MockBehavior, VerificationSession } from '@bonafide/contracts/mosaic';
import { createVerificationRequest, verificationSession } from '@bonafide/contracts/mosaic/validators';
import type { CallSettings } from '../gateway/gateway-client.ts';
import { readAnswer } from '../gateway/read-answer.ts';
import type { MosaicClient } from './mosaic-client.ts';
import { toMockBehavior } from './mock-verification.ts';
import type { MockVerification } from './mock-verification.ts';
import { hostedPageUrl } from './hosted-page-url.ts';

/** One attempt to verify a person. */
export interface CreateVerification extends CallSettings {
  /** Where the browser comes back, with `sessionId` and `state`. Needed on the web. */
  readonly callbackUrl?: string;
  /** Comes back with the browser. Unguessable, bound to whose browser it is, and good once: `createMosaicStep` sees to it. */
  readonly state?: string;
  /** Nothing is verified: the session ends as it is said here. For tests. */
  readonly mock?: MockVerification;
  /** Starts at once, for pictures that a server sends. Its fields are not printed, so they are handed on as they are. */
  readonly start?: Readonly<Record<string, unknown>>;
  /** Yours, handed on as it is. No personal data, the vendor says. */
  readonly customerInformation?: Readonly<Record<string, unknown>>;
  /** After which the data are deleted: seconds, or in the vendor's words (`90d`, `1h`). Deprecated by the vendor. Default: 90 days. */
  readonly timeToLive?: number | string;
  /** As `start`. Deprecated by the vendor. */
  readonly autoStart?: boolean;
}

/** A session that was created. */
export interface CreatedVerification {
  readonly sessionId: string;
  /** For the hosted page or the SDK. A secret of this one attempt. */
  readonly startToken: string;
  /** Where to send the browser. Holds the start token. */
  readonly hostedPageUrl: string;
  /** The answer, unknown fields included. */
  readonly session: VerificationSession;
}

/** `POST /verify/api/v1/verification`. Tried again only when the gateway certainly did not begin. */
export async function createVerification(
  client: MosaicClient,
  request: CreateVerification,
): Promise<CreatedVerification> {
  const json = toBody(request);
  const response = await client.call(
    { operation: 'createVerification', path: PATHS.verifications, method: 'POST', json },
    request,
  );
  const session = readAnswer(response, verificationSession) as VerificationSession;
  const { session_id: sessionId, start_token: startToken } = session;
  return { sessionId, startToken, hostedPageUrl: hostedPageUrl(client.settings.urls.gateway, startToken), session };
}

function toBody(request: CreateVerification): CreateVerificationRequest {
  const { callbackUrl, state, mock, start, customerInformation, timeToLive, autoStart } = request;
  if (callbackUrl !== undefined && !isPage(callbackUrl))
    throw new TypeError('callbackUrl must be an address of http or https without a fragment');
  const mockBehavior: MockBehavior | undefined = mock && toMockBehavior(mock);
  const body = {
    ...(callbackUrl !== undefined && { callback_url: callbackUrl }),
    ...(state !== undefined && { state }),
    ...(mockBehavior && { mock_behavior: mockBehavior }),
    ...(start && { start }),
    ...(customerInformation && { customer_information: customerInformation }),
    ...(timeToLive !== undefined && { time_to_live: toTimeToLive(timeToLive) }),
    ...(autoStart !== undefined && { auto_start: autoStart }),
  };
  if (!createVerificationRequest.safeParse(body).success) throw new TypeError('the request is not one of the contract');
  return body;
}

function isPage(url: string): boolean {
  const { protocol, hash } = URL.canParse(url) ? new URL(url) : { protocol: '', hash: '' };
  return (protocol === 'https:' || protocol === 'http:') && hash === '';
}

/** The journey's settings have seconds; the API's samples have a unit. */
function toTimeToLive(timeToLive: number | string): string {
  const text = typeof timeToLive === 'number' ? `${timeToLive}s` : timeToLive;
  if (!/^[1-9]\d{0,9}[smhd]$/.test(text))
    throw new TypeError('timeToLive must be whole seconds above 0, or such as 90d or 1h');
  return text;
}
