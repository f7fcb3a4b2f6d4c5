import * as contract from '@bonafide/contracts/assure/validators';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { toDataUrl } from '../data-url.ts';
import { drawWatermark, UndrawablePictureError } from '../draw-watermark.ts';
import { outlineText } from '../outline-text.ts';
import { invalidRequest } from '../problems.ts';
import { readImageService } from '../read-image-service.ts';

/** More would be too small to read. Source: guess. */
const MAXIMUM_CHARACTERS = 100;

/** Writes a text over a picture, of which nothing is kept. */
export const watermarkImage = {
  operation: 'watermarkImage',
  path: '/assure/services/watermark',
  response: contract.imageResponse,
  async handle(gateway, exchange) {
    const { request, picture } = await readImageService(gateway, exchange);
    const { title, description, date } = request.watermark ?? {};
    const lines = [title, description, date].flatMap((line) => (line?.trim() ? [line.trim()] : []));
    if (lines.length === 0) throw invalidRequest('The request is not valid at watermark.');
    if (lines.some((line) => line.length > MAXIMUM_CHARACTERS)) throw invalidRequest('The watermark is too long.');
    const text = outlineText(lines);
    if (text === null) throw invalidRequest('The watermark has a letter that cannot be drawn.');
    try {
      return { image: toDataUrl(await drawWatermark(picture, text)) };
    } catch (error) {
      if (!(error instanceof UndrawablePictureError)) throw error;
      throw error.isTooLarge
        ? invalidRequest('The image is too large.', 'image-too-large')
        : invalidRequest('The image is not a JPEG or PNG picture.', 'image-unsupported');
    }
  },
} as const satisfies OperationDefinition<typeof contract.imageResponse>;
