import { HEADERS } from '@bonafide/contracts/onekyc';
import { constantTimeEqual } from './constant-time-equal.ts';

/** What a gateway shows when it calls a partner. */
export interface HeaderCredentials {
  readonly clientId: string;
  readonly passKey: string;
}

/** A function that says whether headers carry the credentials. Takes the same time whether or not, and which part is wrong. */
export function createCredentialCheck({
  clientId,
  passKey,
}: HeaderCredentials): (headers: Headers) => Promise<boolean> {
  if (!clientId || !passKey) throw new TypeError('credentials need a clientId and a passKey that are not empty');
  // One HMAC key per process: digests of equal length, and nothing about the secret in how long comparing takes.
  // Made at the first call: some workers allow no randomness before.
  let key: Promise<CryptoKey> | undefined;
  let expected: Promise<readonly Uint8Array[]> | undefined;
  async function digest(text: string): Promise<Uint8Array> {
    key ??= crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    return new Uint8Array(await crypto.subtle.sign('HMAC', await key, new TextEncoder().encode(text)));
  }
  const digestBoth = (id: string, pass: string): Promise<readonly Uint8Array[]> =>
    Promise.all([digest(id), digest(pass)]);

  return async (headers) => {
    expected ??= digestBoth(clientId, passKey);
    const given = await digestBoth(headers.get(HEADERS.clientId) ?? '', headers.get(HEADERS.passKey) ?? '');
    const wanted = await expected;
    const [idEqual, passEqual] = wanted.map((bytes, i) => constantTimeEqual(given[i] ?? new Uint8Array(), bytes));
    return idEqual === true && passEqual === true;
  };
}
