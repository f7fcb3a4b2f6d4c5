import { describe, expect, it } from 'vitest';
import type { readSpecification } from './specification.ts';
import { asJson, validatorOf } from './validator-of.ts';

export type Form = readonly [title: string, schema: string, value: unknown];

/**
 * Declares the tests that every example of a specification passes its validator and loses nothing, and so does what is
 * `right`; and that what is `wrong` does not pass.
 */
export function describeExamples(
  { examples }: ReturnType<typeof readSpecification>,
  validators: object,
  {
    atLeast,
    right,
    wrong,
  }: { readonly atLeast: number; readonly right: readonly Form[]; readonly wrong: readonly Form[] },
): void {
  describe('examples of the specification', () => {
    it('are there', () => expect(examples.length).toBeGreaterThanOrEqual(atLeast));

    it.each(examples.map((example) => [example.title, example] as const))('%s', (_, { schema, value }) => {
      expect(asJson(validatorOf(validators, schema).parse(value))).toEqual(value);
    });
  });

  describe('forms that the pages allow pass, and nothing of them is lost', () => {
    it.each(right)('%s', (_, schema, value) => {
      expect(asJson(validatorOf(validators, schema).parse(value))).toEqual(value);
    });
  });

  it('no refusal repeats what it refuses', () => {
    const canary = 'canary-4711';
    let refused = 0;
    for (const { schema, value } of examples) {
      const { success, error } = validatorOf(validators, schema).safeParse(spoil(value, canary));
      if (success) continue;
      refused += 1;
      expect(`${error.message}${JSON.stringify(error.issues)}`, schema).not.toContain(canary);
    }
    expect(refused).toBeGreaterThan(examples.length / 2);
  });

  describe('wrong forms do not', () => {
    it.each(wrong)('%s', (_, schema, value) => {
      expect(validatorOf(validators, schema).safeParse(value).success).toBe(false);
    });
  });
}

/** The value with every text in it made a list, which no validator of a text takes. */
function spoil(value: unknown, canary: string): unknown {
  if (typeof value === 'string') return [canary];
  if (Array.isArray(value)) return value.map((item) => spoil(item, canary));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, spoil(child, canary)]));
}
