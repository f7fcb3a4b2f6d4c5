import { expect, it } from 'vitest';
import * as mosaic from '../../src/mosaic/index.ts';
import * as validators from '../../src/mosaic/validators.ts';
import { describeNames } from '../check-names.ts';
import { describeSources } from '../check-sources.ts';
import { readSpecification, type Node } from '../specification.ts';

const read = readSpecification('mosaic');
const { specification } = read;

describeSources(read);
describeNames(read, mosaic, validators, [
  ['RECOMMENDATIONS', mosaic.RECOMMENDATIONS, 'Recommendation'],
  ['IMAGE_TYPES', mosaic.IMAGE_TYPES, 'ImageType'],
]);

it('ORIGINS are the servers', () => {
  expect(Object.values(mosaic.ORIGINS)).toEqual(specification.servers.map(({ url }) => url));
});

it('CHECK_NAMES are the checks of a result', () => {
  const { properties } = specification.components.schemas['VerificationChecks'] ?? {};
  expect(mosaic.CHECK_NAMES).toEqual(Object.keys(properties as Node));
});

it('a verification says who it is in the same words in both shapes', () => {
  const of = (schema: string): Node => (specification.components.schemas[schema]?.['properties'] ?? {}) as Node;
  const { person, document } = of('VerificationResult');
  expect(of('VerifiedInfo')).toEqual({ person, document });
});
