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
  const chunks: Uint8Array[] = [];
  const length = await passBody(message, maxBytes, signal, (chunk) => void chunks.push(chunk));
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}

/**
 * Passes a body on as it comes, up to `maxBytes`, each chunk once the one before it has been taken; resolves with how many bytes
 * there were. Obeys the signal even where the stream, or whoever takes, does not.
 * @throws {WireError} `response-too-large`; whatever `take` throws
 */
export async function passBody(
  message: Response | Request,
  maxBytes: number,
  signal: AbortSignal | undefined,
  take: (chunk: Uint8Array) => void | Promise<void>,
): Promise<number> {
  const tooLarge = (): WireError => new WireError('response-too-large', `the body has more than ${maxBytes} bytes`);
  if (Number(message.headers.get('content-length') ?? 0) > maxBytes) {
    await message.body?.cancel();
    throw tooLarge();
  }
  const reader = message.body?.getReader();
  if (reader === undefined) return 0;
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await waitUnlessAborted(reader.read(), signal);
      if (done) return length;
      length += value.byteLength;
      if (length > maxBytes) throw tooLarge();
      const taken = take(value);
      if (taken !== undefined) await waitUnlessAborted(taken, signal);
    }
  } catch (error) {
    // Not waited for: a stream that hangs may also hang when it is cancelled.
    reader.cancel(error).catch(() => {});
    throw error;
  }
}
