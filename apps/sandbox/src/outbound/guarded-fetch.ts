import { lookup as systemLookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { callbackify } from 'node:util';
import { Agent, request } from 'undici';
import { type AddressPolicy, isAddressAllowed } from './address-policy.ts';
import { OutboundError } from './outbound-error.ts';

export interface OutboundRequest {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs: number;
  /** A larger body is cut off and refused. */
  readonly maximumBytes: number;
  readonly signal?: AbortSignal;
}

export interface OutboundResponse {
  readonly status: number;
  readonly contentType: string | null;
  readonly retryAfter: string | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** How a partner's server is reached. Rejects with `OutboundError`. */
export interface GuardedFetch {
  (request: OutboundRequest): Promise<OutboundResponse>;
  close(): Promise<void>;
}

export type LookupAll = (hostname: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

const lookupEverything: LookupAll = (hostname) => systemLookup(hostname, { all: true });

/**
 * A client for addresses that somebody else supplied. https only (http to this machine where the policy allows it);
 * no credentials in the URL; a literal address is judged before connecting, because Node asks no resolver for one; a
 * name is refused when any of its answers is, and the connection goes to exactly the answers that were judged, so a
 * second, different answer cannot be slipped in; redirects are not followed; size and time are capped.
 */
export function createGuardedFetch(policy: AddressPolicy, lookup: LookupAll = lookupEverything): GuardedFetch {
  const judgedLookup = callbackify(async (hostname: string) => {
    const answers = await lookup(hostname);
    const isRefused = answers.length === 0 || answers.some(({ address }) => !isAddressAllowed(address, policy));
    if (isRefused) throw new OutboundError('address-not-allowed');
    return [...answers];
  });
  const agent = new Agent({
    connections: 8,
    connect: {
      lookup: (hostname, options, callback) =>
        judgedLookup(hostname, (error, answers) => {
          const [first] = answers ?? [];
          if (error !== null || first === undefined) callback(error, '', 0);
          else if (options.all === true) callback(null, answers);
          else callback(null, first.address, first.family);
        }),
    },
  });

  const guardedFetch = async (outbound: OutboundRequest): Promise<OutboundResponse> => {
    const url = parseTarget(outbound.url, policy);
    const timeout = AbortSignal.timeout(outbound.timeoutMs);
    const signal = outbound.signal === undefined ? timeout : AbortSignal.any([timeout, outbound.signal]);
    try {
      const response = await request(url, {
        dispatcher: agent,
        method: outbound.method ?? 'GET',
        headers: { 'user-agent': 'bonafide-sandbox', ...outbound.headers },
        body: outbound.body ?? null,
        signal,
      });
      if (response.statusCode >= 300 && response.statusCode < 400) {
        // Giving a body up makes it emit an error, which nobody else listens for.
        response.body.on('error', () => {}).destroy();
        throw new OutboundError('redirected');
      }
      return {
        status: response.statusCode,
        contentType: firstOf(response.headers['content-type']),
        retryAfter: firstOf(response.headers['retry-after']),
        bytes: await readCapped(response.body, outbound.maximumBytes),
      };
    } catch (error) {
      if (outbound.signal?.aborted === true) throw outbound.signal.reason;
      if (error instanceof OutboundError) throw error;
      throw new OutboundError(timeout.aborted ? 'timed-out' : 'unreachable', { cause: error });
    }
  };
  return Object.assign(guardedFetch, { close: () => agent.destroy() });
}

/** Whether an address may be called at all, as far as its text says; where a name leads is judged when it is called. */
export function isTargetAllowed(text: string, policy: AddressPolicy): boolean {
  try {
    parseTarget(text, policy);
    return true;
  } catch {
    return false;
  }
}

function parseTarget(text: string, policy: AddressPolicy): URL {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '') throw new OutboundError('url-not-allowed');
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) !== 0 && !isAddressAllowed(literal, policy)) throw new OutboundError('address-not-allowed');
  if (url.protocol === 'https:') return url;
  const isHere =
    literal === 'localhost' || (isIP(literal) !== 0 && !isAddressAllowed(literal, { allowLoopback: false }));
  if (url.protocol === 'http:' && policy.allowLoopback && isHere) return url;
  throw new OutboundError('url-not-allowed');
}

async function readCapped(
  body: AsyncIterable<Uint8Array> & { destroy(): unknown },
  maximumBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > maximumBytes) {
      body.destroy();
      throw new OutboundError('too-large');
    }
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function firstOf(header: string | string[] | undefined): string | null {
  return (Array.isArray(header) ? header[0] : header) ?? null;
}
