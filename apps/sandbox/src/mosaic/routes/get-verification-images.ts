import * as contract from '@bonafide/contracts/mosaic/validators';
import * as z from 'zod';
import type { Gateway } from '../../gateway/gateway.ts';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { IMAGE_TYPE_OF } from '../missing-images.ts';
import { findVerification } from '../find.ts';
import { noImage } from '../problems.ts';

/** The pictures of a session, as long as they are kept. */
export const getVerificationImages = {
  operation: 'getVerificationImages',
  path: '/verify/api/v1/verification/{sessionId}/images',
  response: contract.sessionImages,
  async handle(gateway, exchange) {
    const { check } = await findVerification(gateway, exchange);
    const pictures = await picturesOf(gateway, check.id).select(['reference', 'document_type']).execute();
    return { session_images: pictures.map((picture) => ({ id: picture.reference, type: typeOf(picture) })) };
  },
} as const satisfies OperationDefinition<typeof contract.sessionImages>;

const picture = z.instanceof(Uint8Array<ArrayBuffer>);

/** One of them, as it was taken. */
export const getVerificationImage = {
  operation: 'getVerificationImage',
  path: '/verify/api/v1/verification/{sessionId}/images/{imageId}',
  response: picture,
  contentType: 'image/jpeg',
  async handle(gateway, exchange) {
    const { check } = await findVerification(gateway, exchange);
    const found = await picturesOf(gateway, check.id)
      .select(['bytes', 'content_type'])
      .where('reference', '=', exchange.context.req.param('imageId') ?? '')
      .executeTakeFirst();
    if (found?.bytes == null || found.content_type === null) throw noImage();
    exchange.headers.set('content-type', found.content_type);
    return new Uint8Array(found.bytes);
  },
} as const satisfies OperationDefinition<typeof picture>;

function picturesOf({ db }: Gateway, checkId: string) {
  return db
    .selectFrom('artefact')
    .where('hosted_check_id', '=', checkId)
    .where('document_type', 'in', ['FRONT', 'BACK', 'SELFIE'])
    .where('bytes', 'is not', null)
    .orderBy('document_type');
}

function typeOf({ document_type: type }: { readonly document_type: string }): string {
  return IMAGE_TYPE_OF[type.toLowerCase() as keyof typeof IMAGE_TYPE_OF];
}
