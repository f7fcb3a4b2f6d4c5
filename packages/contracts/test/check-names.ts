import { describe, expect, it } from 'vitest';
import type { readSpecification } from './specification.ts';

interface Entry {
  readonly PATHS: Readonly<Record<string, string>>;
}

/**
 * Declares the tests that hold a package entry to its specification: its paths, its closed vocabularies (each with the
 * schema whose enum it is) and a validator for every schema.
 */
export function describeNames(
  { specification }: ReturnType<typeof readSpecification>,
  entry: Entry,
  validators: object,
  enums: readonly (readonly [name: string, words: readonly string[], schema: string])[],
): void {
  const { schemas } = specification.components;

  describe('public names', () => {
    it.each(enums)('%s is the enum of the specification', (_, words, schema) => {
      expect(words).toEqual(schemas[schema]?.['enum']);
    });

    it('PATHS are the paths', () => {
      expect(new Set(Object.values(entry.PATHS))).toEqual(new Set(Object.keys(specification.paths)));
    });

    it('has a validator for every schema', () => {
      const stems = Object.keys(schemas).map((name) => name.charAt(0).toLowerCase() + name.slice(1));
      expect(Object.keys(validators).sort()).toEqual(stems.sort());
    });
  });
}
