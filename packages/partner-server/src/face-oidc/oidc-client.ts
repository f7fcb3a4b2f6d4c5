import { waitUnlessAborted } from '#wire/abort.js';
import { createRetryBudget } from '#wire/retry-budget.js';
import { discovery } from '@bonafide/contracts/face-oidc/validators';
import * as openid from 'openid-client';
import { exchange } from '../gateway/exchange.ts';
import type { FaceOidcOperation, FaceOidcSettings } from './face-oidc-options.ts';
import { PartnerServerError } from '../partner-server-error.ts';
import { fromOidcFailure } from './oidc-failure.ts';

/** What the operations share: the provider's metadata and keys, one retry budget, and one border for failures. */
export interface OidcClient {
  readonly settings: FaceOidcSettings;
  /**
   * Runs one operation of openid-client.
   * @throws {PartnerServerError} in this package's words; the caller's `signal.reason` when the caller aborts
   */
  run<T>(signal: AbortSignal | undefined, operate: (config: openid.Configuration) => Promise<T>): Promise<T>;
}

/** Metadata hardly changes, and keys have a life of their own. Ours. */
const METADATA_MS = 3_600_000;
/** A portrait as a data URL, with room. */
const MAX_RESPONSE_BYTES = 8_000_000;

type Metadata = Readonly<openid.ServerMetadata>;

export function createOidcClient(settings: FaceOidcSettings): OidcClient {
  const { clientId, clientSecret, clock, issuer } = settings;
  const budget = createRetryBudget();
  let keys: ReturnType<typeof openid.getJwksCache>;
  let known: { readonly metadata: Promise<Metadata>; readonly atMs: number } | undefined;
  const authentication = clientSecret === undefined ? openid.None() : openid.ClientSecretBasic(clientSecret);
  const isInsecure = issuer.startsWith('http:');

  function createFetch(signal: AbortSignal | undefined, metadata: Metadata | undefined): openid.CustomFetch {
    return async (url, { method, headers, body }) => {
      const response = await exchange(
        {
          operation: operationOf(url, metadata),
          url,
          method: method === 'POST' ? 'POST' : 'GET',
          headers,
          ...(body == null ? {} : { form: Object.fromEntries(new URLSearchParams(String(body as URLSearchParams))) }),
          maxResponseBytes: MAX_RESPONSE_BYTES,
          signal,
        },
        settings,
        budget,
      );
      const { status } = response;
      const isEmpty = response.text === '' || [204, 205, 304].includes(status);
      return new Response(isEmpty ? null : response.text, { status, headers: response.headers });
    };
  }

  /** One flight for all that wait, whom nobody's abort cancels; a failure is forgotten. */
  function metadataOf(): Promise<Metadata> {
    if (known !== undefined && clock.monotonicNow() - known.atMs < METADATA_MS) return known.metadata;
    const metadata = openid
      .discovery(new URL(issuer), clientId, undefined, authentication, {
        [openid.customFetch]: createFetch(undefined, undefined),
        execute: isInsecure ? [openid.allowInsecureRequests] : [],
      })
      .then(
        (config) => checkMetadata(config.serverMetadata()),
        (error: unknown) => {
          // All that was given to the library is checked: what it finds wrong is the document's.
          throw error instanceof TypeError ? unlikeTheContract(error) : error;
        },
      );
    const flight = { metadata, atMs: clock.monotonicNow() };
    known = flight;
    metadata.catch(() => {
      if (known === flight) known = undefined;
    });
    return metadata;
  }

  return {
    settings,
    async run(signal, operate) {
      try {
        const metadata = await waitUnlessAborted(metadataOf(), signal);
        const config = new openid.Configuration({ ...metadata }, clientId, undefined, authentication);
        config[openid.customFetch] = createFetch(signal, metadata);
        if (isInsecure) openid.allowInsecureRequests(config);
        // Without it the signature of an id token that came over TLS is not looked at; claims are proof here.
        openid.enableNonRepudiationChecks(config);
        if (keys !== undefined) openid.setJwksCache(config, keys);
        const result = await operate(config);
        keys = openid.getJwksCache(config) ?? keys;
        return result;
      } catch (error) {
        signal?.throwIfAborted();
        throw fromOidcFailure(error);
      }
    },
  };
}

/** @throws {PartnerServerError} on addresses that none are, at which the library would trip later */
function checkMetadata(metadata: Metadata): Metadata {
  const addresses = Object.entries(metadata).filter(([name]) => name === 'jwks_uri' || name.endsWith('_endpoint'));
  const areAddresses = addresses.every(([, address]) => typeof address === 'string' && URL.canParse(address));
  if (!discovery.safeParse(metadata).success || !areAddresses) throw unlikeTheContract();
  return metadata;
}

function unlikeTheContract(cause?: unknown): PartnerServerError {
  return new PartnerServerError('invalid-response', 'the discovery document is not as the contract says', { cause });
}

function operationOf(url: string, metadata: Metadata | undefined): FaceOidcOperation {
  const known: readonly (readonly [unknown, FaceOidcOperation])[] = [
    [metadata?.token_endpoint, 'token'],
    [metadata?.jwks_uri, 'keys'],
    [metadata?.userinfo_endpoint, 'userInfo'],
    [metadata?.revocation_endpoint, 'revoke'],
    [metadata?.pushed_authorization_request_endpoint, 'pushedAuthorize'],
    [metadata?.backchannel_authentication_endpoint, 'backchannelAuthorize'],
  ];
  return known.find(([endpoint]) => endpoint === url)?.[1] ?? 'discovery';
}
