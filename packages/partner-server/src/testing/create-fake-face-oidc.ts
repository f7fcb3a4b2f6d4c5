import { FACE_CLAIMS, PATHS } from '@bonafide/contracts/face-oidc';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey } from 'jose';
import { createFakeExchange } from './create-fake-exchange.ts';
import type { FakeExchange, FakeGatewayRequest } from './create-fake-exchange.ts';

export interface FakeFaceOidcOptions {
  /** Default: `https://face.test`. */
  readonly issuer?: string;
  /** Whether it takes pushed requests. Default: true. */
  readonly takesPushed?: boolean;
  /** What differs from true claims in the id token, for what must not be believed. */
  readonly idToken?: (claims: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
  /** Claims of userinfo beside the proof. Default: none. */
  readonly userInfo?: Readonly<Record<string, unknown>>;
  /** Signs with a key that it does not publish. */
  readonly isForged?: boolean;
  /** Wall clock of what it signs, milliseconds since the epoch. Default: this machine's. */
  readonly now?: () => number;
}

/** How a login ends: as passed, or with the error of a refusal. */
export type FakeFaceLoginEnd = 'granted' | { readonly error: string };

/** The provider in one function, for tests of a backend. No network, and nobody is looked at. */
export interface FakeFaceOidc extends FakeExchange {
  readonly issuer: string;
  /** Plays the browser that was sent to a login's address: the address at which it comes back. */
  comeBack(url: string, end?: FakeFaceLoginEnd): string;
  /** Ends a login by CIBA. */
  end(authReqId: string, end: FakeFaceLoginEnd): void;
  /** The parameters of every login that was begun, in order. */
  readonly logins: readonly Readonly<Record<string, string>>[];
}

interface Granted {
  readonly parameters: Readonly<Record<string, string>>;
  readonly subject: string;
}

type Answerable = { readonly granted: Granted } | { readonly error: string };

/** A provider in one `fetch` function: counts requests, plays the browser, and answers what a test scripts. */
export function createFakeFaceOidc(options: FakeFaceOidcOptions = {}): FakeFaceOidc {
  const { issuer = 'https://face.test', takesPushed = true, idToken = (claims) => claims, now = Date.now } = options;
  const base = new URL(issuer).pathname.replace(/\/$/, '');
  const logins: Readonly<Record<string, string>>[] = [];
  const pushed = new Map<string, Readonly<Record<string, string>>>();
  const codes = new Map<string, Granted>();
  const backchannel = new Map<string, Answerable>();
  const subjects = new Map<string, Granted>();
  let serial = 0;
  let keys: Promise<{ readonly published: CryptoKeyPairOf; readonly other: CryptoKeyPairOf }> | undefined;

  function signingKeys() {
    return (keys ??= Promise.all([makeKey(), makeKey()]).then(([published, other]) => ({ published, other })));
  }

  function grant(parameters: Readonly<Record<string, string>>): Granted {
    return { parameters, subject: `subject-${(serial += 1)}` };
  }

  async function tokensFor(granted: Granted): Promise<Response> {
    const { parameters, subject } = granted;
    const { published, other } = await signingKeys();
    const seconds = Math.floor(now() / 1_000);
    const claims = {
      iss: issuer,
      sub: subject,
      aud: parameters['client_id'],
      iat: seconds,
      exp: seconds + 300,
      ...(parameters['nonce'] === undefined ? {} : { nonce: parameters['nonce'] }),
      [FACE_CLAIMS.facePresent]: proofOf(parameters),
    };
    const signed = new SignJWT({ ...idToken(claims) }).setProtectedHeader({ alg: 'RS256', kid: 'key-1' });
    const accessToken = `access-${subject}`;
    subjects.set(accessToken, granted);
    return Response.json({
      access_token: accessToken,
      token_type: 'Bearer',
      expires_in: 300,
      id_token: await signed.sign((options.isForged === true ? other : published).privateKey),
    });
  }

  async function answerToken(form: Readonly<Record<string, string>>): Promise<Response> {
    const { code, auth_req_id: authReqId, code_verifier: verifier = '' } = form;
    if (authReqId !== undefined) {
      const found = backchannel.get(authReqId);
      if (found === undefined) return refuse(400, 'authorization_pending');
      backchannel.delete(authReqId);
      return 'error' in found ? refuse(400, found.error) : tokensFor(found.granted);
    }
    const granted = codes.get(code ?? '');
    codes.delete(code ?? '');
    if (granted === undefined || (await challengeOf(verifier)) !== granted.parameters['code_challenge'])
      return refuse(400, 'invalid_grant');
    return tokensFor(granted);
  }

  async function answer({ path, headers, body }: FakeGatewayRequest): Promise<Response> {
    const form = Object.fromEntries(new URLSearchParams(typeof body === 'string' ? body : ''));
    const token = headers['authorization']?.replace(/^Bearer /, '') ?? '';
    switch (path.slice(base.length)) {
      case PATHS.discovery:
        return Response.json(metadataOf(issuer, takesPushed));
      case PATHS.keys: {
        const { publicKey } = (await signingKeys()).published;
        return Response.json({ keys: [{ ...(await exportJWK(publicKey)), kid: 'key-1', use: 'sig', alg: 'RS256' }] });
      }
      case PATHS.pushedAuthorize: {
        const requestUri = `urn:ietf:params:oauth:request_uri:${(serial += 1)}`;
        pushed.set(requestUri, { ...form, client_id: clientOf(headers, form) });
        return Response.json({ request_uri: requestUri, expires_in: 60 }, { status: 201 });
      }
      case PATHS.backchannelAuthorize: {
        const authReqId = `request-${(serial += 1)}`;
        logins.push({ ...form, client_id: clientOf(headers, form), auth_req_id: authReqId });
        return Response.json({
          auth_req_id: authReqId,
          expires_in: 1_800,
          interval: 5,
          authref: { qrlink: `${issuer}/q` },
        });
      }
      case PATHS.token:
        return answerToken(form);
      case PATHS.userInfo: {
        const granted = subjects.get(token);
        if (granted === undefined)
          return new Response(null, { status: 401, headers: { 'www-authenticate': 'Bearer error="invalid_token"' } });
        const proof = { [FACE_CLAIMS.facePresent]: proofOf(granted.parameters) };
        return Response.json({ sub: granted.subject, ...proof, ...options.userInfo });
      }
      case PATHS.revoke:
        subjects.delete(form['token'] ?? '');
        return new Response(null, { status: 200 });
      default:
        return refuse(404, 'invalid_request');
    }
  }

  return {
    ...createFakeExchange(answer),
    issuer,
    logins,
    comeBack(url, end = 'granted') {
      const query = Object.fromEntries(new URL(url).searchParams);
      const parameters = { ...query, ...pushed.get(query['request_uri'] ?? '') };
      pushed.delete(query['request_uri'] ?? '');
      logins.push(parameters);
      const back = new URL(parameters['redirect_uri'] ?? '');
      const code = `code-${(serial += 1)}`;
      if (end === 'granted') codes.set(code, grant(parameters));
      back.search = new URLSearchParams({
        ...(end === 'granted' ? { code } : { error: end.error }),
        state: parameters['state'] ?? '',
      }).toString();
      return back.href;
    },
    end(authReqId, end) {
      const parameters = logins.find((login) => login['auth_req_id'] === authReqId) ?? {};
      backchannel.set(authReqId, end === 'granted' ? { granted: grant(parameters) } : end);
    },
  };
}

type CryptoKeyPairOf = { readonly publicKey: CryptoKey; readonly privateKey: CryptoKey };

const makeKey = (): Promise<CryptoKeyPairOf> => generateKeyPair('RS256', { extractable: true });

function proofOf({ state, scope = '' }: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const method = scope.includes('faceauth_express') ? 'express' : 'dynamic';
  return { method, server: 'face.test', time: '2026-03-01T12:00:00.000Z', ...(state === undefined ? {} : { state }) };
}

/** The client of HTTP Basic, or of the form. */
function clientOf(headers: Readonly<Record<string, string>>, form: Readonly<Record<string, string>>): string {
  const [, pair] = /^Basic (.+)$/.exec(headers['authorization'] ?? '') ?? [];
  return pair === undefined ? (form['client_id'] ?? '') : decodeURIComponent(atob(pair).split(':')[0] ?? '');
}

async function challengeOf(verifier: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)));
  return btoa(String.fromCharCode(...digest))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

function refuse(status: number, error: string): Response {
  return Response.json({ error }, { status });
}

function metadataOf(issuer: string, takesPushed: boolean): Readonly<Record<string, unknown>> {
  return {
    issuer,
    authorization_endpoint: issuer + PATHS.authorize,
    token_endpoint: issuer + PATHS.token,
    userinfo_endpoint: issuer + PATHS.userInfo,
    revocation_endpoint: issuer + PATHS.revoke,
    jwks_uri: issuer + PATHS.keys,
    backchannel_authentication_endpoint: issuer + PATHS.backchannelAuthorize,
    ...(takesPushed ? { pushed_authorization_request_endpoint: issuer + PATHS.pushedAuthorize } : {}),
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  };
}
