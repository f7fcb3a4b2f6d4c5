import type { WireResponse } from '#wire/request.js';
import { PartnerServerError } from '../partner-server-error.ts';
import { fromWireFailure } from './wire-failure.ts';

/** The part of a zod schema that is used. */
export interface AnswerSchema {
  safeParse(value: unknown): {
    readonly success: boolean;
    readonly error?: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] } | undefined;
  };
}

/**
 * The JSON of an answer, once the contract's validator has found nothing wrong with it: unchanged, so that fields which
 * the contract does not know yet are not lost. A word that it does not know where it lists all words is refused: what is
 * not understood is never taken for a yes.
 * @throws {PartnerServerError} `invalid-response`, naming the field and not its value
 */
export function readAnswer(response: WireResponse, schema: AnswerSchema): unknown {
  const { status, requestId } = response;
  let value: unknown;
  try {
    value = response.json();
  } catch (error) {
    throw fromWireFailure(error);
  }
  const result = schema.safeParse(value);
  if (result.success) return value;
  const path = result.error?.issues[0]?.path.map(String).join('.') ?? '';
  throw new PartnerServerError('invalid-response', `the answer is not as the contract says at '${path}'`, {
    status,
    requestId,
  });
}
