import type * as z from 'zod';
import { readJson } from './read-body.ts';
import type { Refusal } from './refusal.ts';
import type { Exchange } from './serve-operation.ts';

/** The body as the contract describes it; a missing one reads as `{}` where that is enough. Names the field, never its value. */
export async function readContract<Schema extends z.ZodType>(
  { context }: Exchange,
  schema: Schema,
  refuse: (why: string) => Refusal,
  maximumBytes?: number,
): Promise<z.output<Schema>> {
  const value = await readJson(context, { maximumBytes, whenEmpty: {} });
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path.join('.') ?? '';
  throw refuse(path === '' ? 'The request is not valid.' : `The request is not valid at ${path}.`);
}
