import type * as z from 'zod';
import { readContract } from '../gateway/read-contract.ts';
import type { Exchange } from '../gateway/serve-operation.ts';
import { invalidRequest } from './problems.ts';

/** The body as the contract describes it, or Mosaic's refusal. */
export function readRequest<Schema extends z.ZodType>(
  exchange: Exchange,
  schema: Schema,
  maximumBytes?: number,
): Promise<z.output<Schema>> {
  return readContract(exchange, schema, invalidRequest, maximumBytes);
}
