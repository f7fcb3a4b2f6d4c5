import type { Context } from 'hono';

/**
 * The body's bytes, or null when there are more than `maximumBytes`. Reads no further than that: the declared length is
 * a hint that may be missing or wrong.
 */
export async function readBody(context: Context, maximumBytes: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const declared = Number(context.req.header('content-length') ?? 0);
  if (declared > maximumBytes) return null;
  const { body } = context.req.raw;
  if (body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as ReadableStream<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maximumBytes) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

const MAXIMUM_JSON_BYTES = 64 * 1024;

/** A JSON body of at most 64 KB, or undefined when it is not one. */
export async function readJson(
  context: Context,
  {
    maximumBytes = MAXIMUM_JSON_BYTES,
    whenEmpty,
  }: { readonly maximumBytes?: number | undefined; readonly whenEmpty?: unknown } = {},
): Promise<unknown> {
  const bytes = await readBody(context, maximumBytes);
  if (bytes === null) return undefined;
  // Behind a socket a request without a body has an empty one.
  if (bytes.length === 0) return whenEmpty;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
