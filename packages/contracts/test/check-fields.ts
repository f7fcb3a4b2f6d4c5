import { expect, it } from 'vitest';
import { validatorOf } from './validator-of.ts';

/** A field that a vendor's page prints: the schema that it belongs to, its name, and a value that the page gives or allows. */
export type FieldRow = readonly [schema: string, field: string, value: unknown];

/**
 * Declares a test for each field: its value passes as it stands, and a value of another kind does not. An open schema lets a field
 * pass that it does not know, so the second is what tells that the field is known.
 * @param bases What a schema needs beside the field.
 */
export function eachFieldIsKnown(
  validators: object,
  bases: Readonly<Record<string, object>>,
  rows: readonly FieldRow[],
): void {
  it.each(rows)('%s.%s', (schema, field, value) => {
    const validator = validatorOf(validators, schema);
    const base = bases[schema] ?? {};
    expect(validator.parse({ ...base, [field]: value })).toMatchObject({ [field]: value });
    const other = typeof value === 'number' ? String(value) : 7;
    expect(validator.safeParse({ ...base, [field]: other }).success).toBe(false);
  });
}
