import { describe, expect, it } from 'vitest';
import * as assure from '../../src/assure/index.ts';
import * as validators from '../../src/assure/validators.ts';
import { describeSources } from '../check-sources.ts';
import { readSpecification, type Node } from '../specification.ts';

const read = readSpecification('assure');
const { specification, operations, examples } = read;
const { schemas } = specification.components;

describeSources(read);

describe('public names', () => {
  it.each([
    ['PROCESS_STATUSES', assure.PROCESS_STATUSES, 'ProcessStatus'],
    ['DEPICTIONS', assure.DEPICTIONS, 'Depiction'],
  ])('%s is the enum of the specification', (_, words, schema) => {
    expect(words).toEqual(schemas[schema]?.['enum']);
  });

  it('FINAL_STATUSES are the statuses but for the two on the way', () => {
    expect(['pending', 'processing', ...assure.FINAL_STATUSES]).toEqual(assure.PROCESS_STATUSES);
  });

  it('PATHS are the paths', () => {
    expect(new Set<string>(Object.values(assure.PATHS))).toEqual(new Set(Object.keys(specification.paths)));
  });

  it('ORIGINS are the servers', () => {
    const { token, gateway } = assure.ORIGINS.production;
    expect([token, gateway]).toEqual([specification.servers[0]?.url, specification.servers[0]?.url]);
  });

  it('has a validator for every schema', () => {
    const stems = Object.keys(schemas).map((name) => name.charAt(0).toLowerCase() + name.slice(1));
    expect(Object.keys(validators).sort()).toEqual(stems.sort());
  });

  it('PROBLEM_CODES are those of the examples', () => {
    const codes = examples.flatMap(({ schema, value }) =>
      schema === 'Problem' ? ((value as { code?: string }).code ?? []) : [],
    );
    expect(new Set<string>(assure.PROBLEM_CODES)).toEqual(new Set(codes));
  });
});

describe('an answer of the gateway', () => {
  const properties = (schema: string): string[] => Object.keys(schemas[schema]?.['properties'] as Node);

  it('repeats in its final result who stands on the document', () => {
    const who = properties('FinalResult').filter((name) => name !== 'similarityScore');
    expect(properties('DocumentVerification')).toEqual(expect.arrayContaining(who));
  });

  it('has an example of every status', () => {
    const statuses = examples
      .filter(({ title }) => title.startsWith('getProcess 200'))
      .map(({ value }) => (value as { status: string }).status);
    expect(statuses.sort()).toEqual([...assure.PROCESS_STATUSES].sort());
  });

  it('is refused with a problem everywhere but where the token comes from', () => {
    const schemaOfRefusals = operations
      .filter(({ path }) => path in specification.paths)
      .map(({ operation }) => [
        operation.operationId,
        ...new Set(
          Object.entries(operation.responses)
            .filter(([status]) => Number(status) >= 400)
            .flatMap(([, { content }]) => Object.values(content ?? {}).map(({ schema }) => schema?.$ref)),
        ),
      ]);
    expect(schemaOfRefusals).toEqual(
      schemaOfRefusals.map(([id]) => [
        id,
        id === 'postToken' ? '#/components/schemas/TokenError' : '#/components/schemas/Problem',
      ]),
    );
  });
});
