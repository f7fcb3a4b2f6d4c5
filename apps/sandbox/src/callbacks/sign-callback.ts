import { createHmac } from 'node:crypto';

/** The three headers of a Standard Webhooks v1 signature: HMAC-SHA256 over `id.timestamp.body`. */
export function signCallback(
  secret: string,
  message: { readonly id: string; readonly timestampSeconds: number; readonly body: string },
): Readonly<Record<string, string>> {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const { id, timestampSeconds, body } = message;
  const signature = createHmac('sha256', key).update(`${id}.${timestampSeconds}.${body}`).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestampSeconds),
    'webhook-signature': `v1,${signature}`,
  };
}
