import { describe, expect, it } from 'vitest';
import * as faceOidc from '../../src/face-oidc/index.ts';
import * as validators from '../../src/face-oidc/validators.ts';
import { eachFieldIsKnown } from '../check-fields.ts';

// Transcribed from the vendor's page on the in-browser feature, and not from the specification.

const SCOPES = [
  'faceauth_dynamic_only',
  'faceauth_express_only',
  'faceauth_dynamic',
  'faceauth_express',
] as const satisfies readonly faceOidc.FaceAuthScope[];

describe('words of the page', () => {
  it('the scopes are these four and no others', () => {
    expect([...faceOidc.FACE_AUTH_SCOPES].sort()).toEqual([...SCOPES].sort());
  });

  it.each(SCOPES)('%s can be asked for', (scope) => {
    expect(validators.faceAuthScope.parse(scope)).toBe(scope);
  });

  it('the claims are these four and no others', () => {
    expect(Object.values(faceOidc.FACE_CLAIMS).sort()).toEqual(
      ['sub', 'com.svipe:face_present', 'com.svipe:validation_portrait_present', 'email'].sort(),
    );
  });

  it('a login has three attempts', () => expect(faceOidc.ATTEMPTS_PER_LOGIN).toBe(3));
});

describe('claims of the page', () => {
  eachFieldIsKnown(validators, { FaceClaims: { sub: 's' } }, [
    ['FaceClaims', 'sub', 'another-each-time'],
    ['FaceClaims', 'com.svipe:face_present', { method: 'dynamic', server: 's', time: 't', state: 'x' }],
    ['FaceClaims', 'com.svipe:validation_portrait_present', 'data:image/jpeg;base64,/9j/2Q=='],
    ['FaceClaims', 'email', 'person@example.com'],
  ]);
});
