import { PATHS } from '@bonafide/contracts/assure';
import type { ImageResponse, ImageServiceRequest, Watermark } from '@bonafide/contracts/assure';
import { imageResponse } from '@bonafide/contracts/assure/validators';
import type { CallSettings } from '../gateway/gateway-client.ts';
import { readAnswer } from '../gateway/read-answer.ts';
import type { AssureClient } from './assure-client.ts';
import { PICTURE_TIMEOUTS } from './named-pictures.ts';
import { toDataUrl } from '../picture/picture.ts';
import type { PictureBytes } from '../picture/picture.ts';
import { PICTURE_ANSWER_BYTES, readPicture } from './read-picture.ts';
import type { ProcessImage } from './read-picture.ts';

/** A picture for the gateway to change: a JPEG or PNG file of at most 4 MB and 5000 pixels a side. */
export interface ImageService extends CallSettings {
  readonly image: PictureBytes;
  /** What it shows. */
  readonly imageDepiction?: 'selfie' | 'front';
  readonly dossierId?: string;
  readonly processId?: string;
}

/** A picture, and the text that is to stand on it. */
export interface WatermarkImage extends ImageService {
  readonly watermark: Watermark;
}

/** A text over a picture. Address and answer are not known of the vendor: they are the sandbox's. */
export function watermarkImage(client: AssureClient, request: WatermarkImage): Promise<ProcessImage> {
  return serve(client, request, 'watermarkImage', PATHS.watermark, { watermark: request.watermark });
}

/** Blackens what must not be kept. Address and answer are not known of the vendor: they are the sandbox's. */
export function redactImage(client: AssureClient, request: ImageService): Promise<ProcessImage> {
  return serve(client, request, 'redactImage', PATHS.redact, {});
}

async function serve(
  client: AssureClient,
  request: ImageService,
  operation: 'watermarkImage' | 'redactImage',
  path: string,
  more: Pick<ImageServiceRequest, 'watermark'>,
): Promise<ProcessImage> {
  const { image, imageDepiction, dossierId, processId } = request;
  const json: ImageServiceRequest = {
    image: toDataUrl(image, 'image'),
    ...(dossierId !== undefined && { dossierId }),
    ...(processId !== undefined && { processId }),
    ...(imageDepiction !== undefined && { imageDepiction }),
    ...more,
  };
  const response = await client.call(
    {
      operation,
      path,
      method: 'POST',
      json,
      // Nothing is kept of it.
      idempotent: true,
      // A PNG file that is drawn on can grow.
      maxResponseBytes: 4 * PICTURE_ANSWER_BYTES,
      ...PICTURE_TIMEOUTS,
    },
    request,
  );
  return readPicture((readAnswer(response, imageResponse) as ImageResponse).image, response);
}
