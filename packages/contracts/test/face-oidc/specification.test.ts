import { expect, it } from 'vitest';
import * as faceOidc from '../../src/face-oidc/index.ts';
import * as validators from '../../src/face-oidc/validators.ts';
import { describeNames } from '../check-names.ts';
import { describeSources } from '../check-sources.ts';
import { readSpecification, type Node } from '../specification.ts';

const read = readSpecification('face-oidc');
const { specification, operations, examples } = read;

describeSources(read);
describeNames(read, faceOidc, validators, [['FACE_AUTH_SCOPES', faceOidc.FACE_AUTH_SCOPES, 'FaceAuthScope']]);

it('ORIGINS are the servers', () => {
  expect(Object.values(faceOidc.ORIGINS)).toEqual(specification.servers.map(({ url }) => url));
});

it('FACE_CLAIMS are the claims of the check', () => {
  const { properties } = specification.components.schemas['FaceClaims'] ?? {};
  expect(Object.values(faceOidc.FACE_CLAIMS)).toEqual(Object.keys(properties as Node));
});

it('every login_hint of the examples says one of the three modes, and all three are there', () => {
  const hints = (operations.find(({ path }) => path === faceOidc.PATHS.authorize)?.operation.parameters ?? [])
    .filter((parameter) => parameter['name'] === 'login_hint')
    .flatMap((parameter) => Object.values(parameter['examples'] as Record<string, { value: string }>));
  const modes = hints.map(({ value }) => faceOidc.readLoginHint(value)?.mode);
  expect(new Set(modes)).toEqual(new Set(['liveness', 'profile', 'photo']));
});

it('GRANT_TYPES and ERRORS know every word of the examples', () => {
  const words = (schema: string, key: string): unknown[] =>
    examples.filter((example) => example.schema === schema).map(({ value }) => (value as Node)[key]);
  expect(new Set<unknown>(faceOidc.GRANT_TYPES)).toEqual(new Set(words('TokenRequest', 'grant_type')));
  expect(faceOidc.ERRORS).toEqual(expect.arrayContaining(words('OAuthError', 'error')));
});
