/** Client id and secret by HTTP Basic (RFC 6749 §2.3.1: both are form-encoded first); empty where there are none. */
export function basicCredentials(authorization: string | undefined): readonly [clientId: string, secret: string] {
  const encoded = /^Basic ([A-Za-z0-9+/]+={0,2})$/i.exec(authorization ?? '')?.[1] ?? '';
  const pair = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8'));
  return [decode(pair?.[1]), decode(pair?.[2])];
}

function decode(part: string | undefined): string {
  try {
    return decodeURIComponent((part ?? '').replaceAll('+', ' '));
  } catch {
    return '';
  }
}
