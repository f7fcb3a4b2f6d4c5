import type { Exchange } from '../gateway/serve-operation.ts';
import { blank, invalid, toScreamingSnake } from './refusals.ts';

const MAXIMUM_LENGTH = 256;

/** A header that must not be blank: 400, 1539 otherwise. */
export function requireHeader({ operation, context }: Exchange, name: string): string {
  const value = context.req.header(name)?.trim() ?? '';
  if (value === '') throw blank(operation, name);
  if (value.length > MAXIMUM_LENGTH) throw invalid(operation, 1539, `INVALID_${toScreamingSnake(name)}`);
  return value;
}

/** A header that may be missing; blank counts as missing. */
export function optionalHeader({ context }: Exchange, name: string): string | null {
  const value = context.req.header(name)?.trim() ?? '';
  return value === '' || value.length > MAXIMUM_LENGTH ? null : value;
}
