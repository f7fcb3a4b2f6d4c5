/** What the face is compared with. */
export type FaceReferenceMode =
  /** Nothing: any real face passes. */
  | { readonly mode: 'liveness' }
  /** A profile at the vendor's, by the relying party's own identifier or an e-mail address. Enrols the first time. */
  | { readonly mode: 'profile'; readonly identifier: string }
  /** A photo, as a data URL of a JPEG. */
  | { readonly mode: 'photo'; readonly dataUrl: string };

const ANY_FACE = 'face:any';
const PHOTO = /^face:(data:image\/jpeg;base64,.+)$/s;

/**
 * Reads a `login_hint`. Null for what is neither of the three: a `face:` that holds no JPEG, which taken for a profile
 * would enrol a face under a picture's text. Source: documented; that `face:any` need only be contained in it too.
 */
export function readLoginHint(hint: string | null | undefined): FaceReferenceMode | null {
  if (hint === undefined || hint === null || hint === '' || hint.includes(ANY_FACE)) return { mode: 'liveness' };
  if (!hint.startsWith('face:')) return { mode: 'profile', identifier: hint };
  const dataUrl = PHOTO.exec(hint)?.[1];
  return dataUrl === undefined ? null : { mode: 'photo', dataUrl };
}

/**
 * Writes a `login_hint`.
 * @throws {TypeError} on an identifier that would be read as another mode, and on a photo that is no data URL of a JPEG
 */
export function toLoginHint(reference: FaceReferenceMode): string {
  const hint = hintOf(reference);
  if (readLoginHint(hint)?.mode !== reference.mode) throw new TypeError(`login_hint cannot say this ${reference.mode}`);
  return hint;
}

function hintOf(reference: FaceReferenceMode): string {
  switch (reference.mode) {
    case 'liveness':
      return ANY_FACE;
    case 'profile':
      return reference.identifier;
    case 'photo':
      return `face:${reference.dataUrl}`;
  }
}
