import { waitUnlessAborted } from './abort.ts';
import { WireError } from './wire-error.ts';

/**
 * Reads a body up to `maxBytes` and no further. Obeys the signal even where the stream does not.
 * @throws {WireError} `response-too-large`
 */
export async function readBody(
  message: Response | Request,
  maxBytes: number,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = (): WireError => new WireError('response-too-large', `the body has more than ${maxBytes} bytes`);
  if (Number(message.headers.get('content-length') ?? 0) > maxBytes) {
    await message.body?.cancel();
    throw tooLarge();
  }
  const reader = message.body?.getReader();
  if (reader === undefined) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await waitUnlessAborted(reader.read(), signal);
      if (done) break;
      length += value.byteLength;
      if (length > maxBytes) throw tooLarge();
      chunks.push(value);
    }
  } catch (error) {
    // Not waited for: a stream that hangs may also hang when it is cancelled.
    reader.cancel(error).catch(() => {});
    throw error;
  }
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}
