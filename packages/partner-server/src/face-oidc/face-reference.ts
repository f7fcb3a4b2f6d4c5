import { toLoginHint } from '@bonafide/contracts/face-oidc';
import { PartnerServerError } from '../partner-server-error.ts';
import { toBase64 } from '../picture/base64.ts';
import { checkPicture } from '../picture/picture.ts';
import type { PictureBytes } from '../picture/picture.ts';

/** What the face is compared with. */
export type FaceReference =
  /** Nothing: any real face passes. */
  | { readonly mode: 'liveness' }
  /** The profile of an identifier of yours, or an e-mail address. The first time enrols; you are not told which it was. */
  | { readonly mode: 'profile'; readonly identifier: string }
  /** A photo: the bytes of a JPEG, up to 4 MB and 5000 pixels a side. */
  | { readonly mode: 'photo'; readonly photo: PictureBytes };

/**
 * A reference as `login_hint`.
 * @throws {PartnerServerError} `image-unsupported`, `image-too-large`
 * @throws {TypeError} on an identifier that the provider would read as something else
 */
export function hintOf(reference: FaceReference): string {
  if (reference.mode !== 'photo') return toLoginHint(reference);
  const { bytes, mediaType } = checkPicture(reference.photo, 'photo');
  if (mediaType !== 'image/jpeg') throw new PartnerServerError('image-unsupported', 'photo is not a JPEG picture');
  return toLoginHint({ mode: 'photo', dataUrl: `data:${mediaType};base64,${toBase64(bytes)}` });
}
