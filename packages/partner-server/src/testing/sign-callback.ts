import { HEADERS } from '@bonafide/contracts/onekyc';

export interface SignCallbackOptions {
  /** `whsec_…`. */
  readonly secret: string;
  /** As it is to be delivered. */
  readonly body: string | Uint8Array;
  /** Default: a random one. */
  readonly id?: string;
  /** Milliseconds since the epoch. Default: now. */
  readonly timestampMs?: number;
}

/** Headers of a delivery that Standard Webhooks takes for authentic. For tests of an endpoint. */
export async function signCallback(options: SignCallbackOptions): Promise<Record<string, string>> {
  const { secret, body, id = `msg_${crypto.randomUUID()}`, timestampMs = Date.now() } = options;
  const timestamp = String(Math.floor(timestampMs / 1000));
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const prefix = new TextEncoder().encode(`${id}.${timestamp}.`);
  const signed = new Uint8Array(prefix.length + bytes.length);
  signed.set(prefix);
  signed.set(bytes, prefix.length);
  const raw = Uint8Array.from(atob(secret.replace(/^whsec_/, '')), (character) => character.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', key, signed));
  return {
    [HEADERS.webhookId]: id,
    [HEADERS.webhookTimestamp]: timestamp,
    [HEADERS.webhookSignature]: `v1,${btoa(String.fromCharCode(...signature))}`,
  };
}
