import { readBody } from '#wire/read-body.js';
import { CaptureRefusal } from './refusal.ts';

/** Words, not pictures: evidence of three pictures is a few kilobytes. Source: guess. */
const MAX_JSON_BYTES = 65_536;

/** The part of a zod schema that is used. */
interface Schema {
  safeParse(value: unknown): { readonly success: boolean };
}

/**
 * A small JSON body, once the contract's validator has found nothing wrong with it; `{}` for none.
 * @throws {CaptureRefusal} `request-invalid`
 */
export async function readJson(request: Request, schema: Schema): Promise<unknown> {
  const bytes = await readLimited(request, MAX_JSON_BYTES, 'request-invalid');
  const isJson = /^application\/json(?:\s*;|$)/i.test(request.headers.get('content-type') ?? '');
  if (bytes.length > 0 && !isJson) throw new CaptureRefusal('request-invalid', 415);
  const value = bytes.length === 0 ? {} : parse(bytes);
  if (!schema.safeParse(value).success) throw new CaptureRefusal('request-invalid');
  return value;
}

/** @throws {CaptureRefusal} with 413 beyond `maxBytes` */
export async function readLimited(
  request: Request,
  maxBytes: number,
  code: 'request-invalid' | 'image-too-large',
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await readBody(request, maxBytes, request.signal);
  } catch {
    // Too large, or the page has left in the middle of it: then nobody reads the answer.
    throw new CaptureRefusal(code, 413);
  }
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw new CaptureRefusal('request-invalid');
  }
}
