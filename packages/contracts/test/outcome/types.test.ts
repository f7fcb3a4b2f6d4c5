import { expect, it } from 'vitest';
import type * as outcome from '../../src/outcome/index.ts';
import * as validators from '../../src/outcome/validators.ts';
import type { Complete, Equal, Json, Names, Same } from '../same-type.ts';

/** The types of an outcome say `readonly`, and its raw body is no part of what is sent. */
type Sent<T> = T extends readonly (infer Item)[]
  ? Sent<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T as Key extends 'raw' ? never : Key]: Sent<T[Key]> }
    : T;

interface AllSame {
  outcome: Same<typeof validators.outcome, Json<Sent<outcome.Outcome>>>;
  outcomeReason: Same<typeof validators.outcomeReason, Json<Sent<outcome.OutcomeReason>>>;
  outcomeCheck: Same<typeof validators.outcomeCheck, Json<Sent<outcome.OutcomeCheck>>>;
  outcomeAttempts: Same<typeof validators.outcomeAttempts, Json<Sent<outcome.OutcomeAttempts>>>;
  nativeWords: Same<typeof validators.nativeWords, Json<Sent<outcome.NativeWords>>>;
}

it('every validator takes exactly what its type says', () => {
  const compared = Object.keys(validators) as Names<AllSame>[];
  const complete: Complete<[Equal<Names<AllSame>, keyof typeof validators>]> = [true];
  expect(compared.length > 0 && complete[0]).toBe(true);
});
