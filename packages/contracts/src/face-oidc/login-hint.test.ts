import { describe, expect, it } from 'vitest';
import { readLoginHint, toLoginHint, type FaceReferenceMode } from './login-hint.ts';

const PHOTO = 'data:image/jpeg;base64,/9j/2Q==';

describe('login_hint', () => {
  it.each<[title: string, hint: string | null | undefined, mode: FaceReferenceMode | null]>([
    ['missing', undefined, { mode: 'liveness' }],
    ['null, as a query gives it', null, { mode: 'liveness' }],
    ['empty', '', { mode: 'liveness' }],
    ['face:any', 'face:any', { mode: 'liveness' }],
    ['face:any inside of another text', 'hint face:any', { mode: 'liveness' }],
    ['an identifier', 'customer-4711', { mode: 'profile', identifier: 'customer-4711' }],
    ['an e-mail address', 'person@example.com', { mode: 'profile', identifier: 'person@example.com' }],
    ['a photo', `face:${PHOTO}`, { mode: 'photo', dataUrl: PHOTO }],
    ['a photo of another kind', 'face:data:image/png;base64,AAAA', null],
    ['a photo without content', 'face:data:image/jpeg;base64,', null],
    ['a face of nothing', 'face:', null],
  ])('%s', (_, hint, mode) => expect(readLoginHint(hint)).toEqual(mode));

  it.each<FaceReferenceMode>([
    { mode: 'liveness' },
    { mode: 'profile', identifier: 'person@example.com' },
    { mode: 'photo', dataUrl: PHOTO },
  ])('is read as it was written: $mode', (reference) => {
    expect(readLoginHint(toLoginHint(reference))).toEqual(reference);
  });

  it.each<FaceReferenceMode>([
    { mode: 'profile', identifier: '' },
    { mode: 'profile', identifier: 'face:any' },
    { mode: 'profile', identifier: `face:${PHOTO}` },
    { mode: 'photo', dataUrl: 'data:image/png;base64,AAAA' },
    { mode: 'photo', dataUrl: 'https://a.example/face.jpg' },
  ])('is not written where it would mean something else: %j', (reference) => {
    expect(() => toLoginHint(reference)).toThrow(TypeError);
  });
});
