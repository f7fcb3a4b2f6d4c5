import type * as z from 'zod';

/** Finds the validator of a schema of a specification among a package entry's validators. */
export function validatorOf(validators: object, schema: string): z.ZodType {
  const stem = schema.charAt(0).toLowerCase() + schema.slice(1);
  const found = (validators as Readonly<Record<string, z.ZodType>>)[stem];
  if (found === undefined) throw new Error(`no validator is called ${stem}`);
  return found;
}

/** JSON has no undefined: what a validator gives back must be what it was given. */
export const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
