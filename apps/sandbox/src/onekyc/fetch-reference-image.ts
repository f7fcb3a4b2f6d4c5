import * as contract from '@bonafide/contracts/onekyc/validators';
import type { FlowRow } from '../database/schema.ts';
import { type GatewayFeed, redactHeaders } from '../gateway/gateway-feed.ts';
import type { Logger } from '../logger.ts';
import { mediaTypeOf } from '../gateway/media-type-of.ts';
import type { GuardedFetch, OutboundResponse } from '../outbound/guarded-fetch.ts';
import { OutboundError } from '../outbound/outbound-error.ts';
import { pause } from '../pause.ts';
import type { SandboxClient } from '../sandbox-options.ts';

export type ReferenceImage =
  | { readonly outcome: 'found'; readonly bytes: Uint8Array }
  | { readonly outcome: 'none' }
  /** `reason` is ours: the contract leaves reason codes open. */
  | { readonly outcome: 'unavailable'; readonly reason: string };

export type FetchReferenceImage = (
  flow: FlowRow,
  client: SandboxClient | null,
  signal: AbortSignal,
) => Promise<ReferenceImage>;

const TIMEOUT_MS = 8_000;
const MAXIMUM_BYTES = 8 * 1024 * 1024;
const MAXIMUM_ANSWER_BYTES = 64 * 1024;
const ATTEMPTS = 3;
const RETRY_DELAY_MS = 300;

/**
 * Finds the image to compare with: the URL that came with initiate-flow, else the partner's own endpoint. Both are
 * somebody else's addresses, so both go through the guard. Server errors are tried again, refusals are not.
 */
export function createFetchReferenceImage(ports: {
  readonly fetch: GuardedFetch;
  readonly feed: GatewayFeed;
  readonly log: Logger;
}): FetchReferenceImage {
  return async (flow, client, signal) => {
    try {
      const url = flow.reference_image_url ?? (await askPartner(ports, flow, client, signal));
      if (url === null) return { outcome: 'none' };
      const answer = await tryAgain(
        () => ports.fetch({ url, timeoutMs: TIMEOUT_MS, maximumBytes: MAXIMUM_BYTES, signal }),
        signal,
      );
      if (answer.status !== 200) return unavailable('REFERENCE_IMAGE_NOT_FOUND');
      if (mediaTypeOf(answer.bytes) === null) return unavailable('REFERENCE_IMAGE_NOT_A_PICTURE');
      return { outcome: 'found', bytes: answer.bytes };
    } catch (error) {
      if (error instanceof PartnerRefusal) return unavailable(error.reason);
      if (!(error instanceof OutboundError)) throw error;
      ports.log.warn('reference-image-unavailable', { reason: error.reason, clientId: flow.client_id });
      return unavailable(`REFERENCE_IMAGE_${error.reason.toUpperCase().replaceAll('-', '_')}`);
    }
  };
}

class PartnerRefusal extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

/** The partner-hosted operation of the contract. Null when the partner has none, or no image of this user (400). */
async function askPartner(
  { fetch, feed }: Parameters<typeof createFetchReferenceImage>[0],
  flow: FlowRow,
  client: SandboxClient | null,
  signal: AbortSignal,
): Promise<string | null> {
  const endpoint = client?.referenceImageUrl;
  if (client === null || endpoint === undefined) return null;
  const credentials = client.iabCredentials ?? client;
  const headers = {
    'client-id': credentials.clientId,
    'pass-key': credentials.passKey,
    'x-reference-image-type': 'KTP',
    'x-partner-user-id': flow.partner_user_id,
    'x-partner-user-id-type': flow.partner_user_id_type,
  };
  const startedAt = performance.now();
  let status = 0;
  try {
    const answer = await tryAgain(
      () => fetch({ url: endpoint, headers, timeoutMs: TIMEOUT_MS, maximumBytes: MAXIMUM_ANSWER_BYTES, signal }),
      signal,
    );
    status = answer.status;
    if (status === 400) return null;
    if (status === 401) throw new PartnerRefusal('PARTNER_REFUSED_CREDENTIALS');
    if (status !== 200) throw new PartnerRefusal('PARTNER_ERROR');
    return parseAnswer(answer.bytes);
  } finally {
    feed.publish({
      direction: 'outbound',
      operation: 'getReferenceImage',
      method: 'GET',
      path: '(partner) reference-image',
      status,
      durationMs: Math.round(performance.now() - startedAt),
      headers: redactHeaders(new Headers(headers)),
      clientId: flow.client_id,
      correlationId: flow.partner_session_id,
      submissionId: null,
      reason: null,
      scripted: false,
    });
  }
}

function parseAnswer(bytes: Uint8Array): string {
  try {
    return contract.referenceImageResponse.parse(JSON.parse(new TextDecoder().decode(bytes))).data.referenceImageUrl;
  } catch {
    throw new PartnerRefusal('PARTNER_ANSWER_INVALID');
  }
}

async function tryAgain(call: () => Promise<OutboundResponse>, signal: AbortSignal): Promise<OutboundResponse> {
  for (let attempt = 1; ; attempt += 1) {
    const isLast = attempt === ATTEMPTS;
    try {
      const answer = await call();
      if (isLast || (answer.status < 500 && answer.status !== 429)) return answer;
    } catch (error) {
      const isTransient = error instanceof OutboundError && ['timed-out', 'unreachable'].includes(error.reason);
      if (isLast || !isTransient) throw error;
    }
    await pause(RETRY_DELAY_MS * attempt, signal);
    signal.throwIfAborted();
  }
}

function unavailable(reason: string): ReferenceImage {
  return { outcome: 'unavailable', reason };
}
