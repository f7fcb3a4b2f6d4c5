import type * as z from 'zod';
import type { Exchange } from '../gateway/serve-operation.ts';
import { type DecodedPicture, parseDataUrl } from './data-url.ts';
import { invalidRequest } from './problems.ts';
import { readRequest } from './read-request.ts';

const NAMES = ['front', 'back', 'selfie'] as const;

export type NamedPicture = DecodedPicture & { readonly name: (typeof NAMES)[number] };

/** Base64 takes four bytes for three; what is left over is for the JSON around three pictures. */
const bodyBytes = (pictureBytes: number): number => NAMES.length * Math.ceil(pictureBytes / 3) * 4 + 4096;

/** The pictures of a request, each one looked at before any is taken. At least one. */
export async function readPictures(
  exchange: Exchange,
  schema: z.ZodType<{ readonly [name in (typeof NAMES)[number] | 'portrait']?: string | undefined }>,
  maximumUploadBytes: number,
): Promise<readonly NamedPicture[]> {
  const request = await readRequest(exchange, schema, bodyBytes(maximumUploadBytes));
  if (request.portrait !== undefined) throw invalidRequest('A portrait can only be copied.');
  const pictures = NAMES.flatMap((name) => {
    const text = request[name];
    return text === undefined ? [] : [{ name, ...parseDataUrl(text, maximumUploadBytes) }];
  });
  if (pictures.length === 0) throw invalidRequest('An image is missing.', 'image-missing');
  return pictures;
}
