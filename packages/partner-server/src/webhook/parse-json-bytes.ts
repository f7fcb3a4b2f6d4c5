import { WebhookVerificationError } from './webhook-verification-error.ts';

/** JSON from bytes in UTF-8, exactly: no byte is replaced or left out. @throws {WebhookVerificationError} `not-json` */
export function parseJsonBytes(bytes: Uint8Array): unknown {
  try {
    // With `ignoreBOM`, a byte order mark stays in the text, where JSON does not allow it.
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)) as unknown;
  } catch {
    // Without the cause: its message quotes the text.
    throw new WebhookVerificationError('not-json', 'the body is not JSON in UTF-8');
  }
}
