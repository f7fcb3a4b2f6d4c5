import type * as contract from '@bonafide/contracts/assure/validators';
import type { ProcessConclusion } from '@bonafide/verifier';
import type * as z from 'zod';

/** Where a process is, in Assure's words. `pending` takes pictures, `processing` is looked at, the others are ends. */
export type ProcessStatus = z.output<typeof contract.processStatus>;

/** What a process came to, with the keys and in the order in which "Get process" answers them. */
export type ProcessOutcome = Pick<z.output<typeof contract.process>, 'finalResult' | 'providerSpecific' | 'failReason'>;

export type ProcessParameters = z.output<typeof contract.processParameters>;

/** A conclusion of the verifier as it is kept. */
export function toOutcome({ finalResult, providerSpecific, failReason }: ProcessConclusion): ProcessOutcome {
  const { facialSimilarity, documentVerification } = providerSpecific ?? {};
  return {
    ...(finalResult === undefined ? {} : { finalResult: { ...finalResult } }),
    ...(providerSpecific === undefined
      ? {}
      : {
          providerSpecific: {
            ...(facialSimilarity === undefined ? {} : { facialSimilarity: { ...facialSimilarity } }),
            ...(documentVerification === undefined ? {} : { documentVerification: { ...documentVerification } }),
          },
        }),
    ...(failReason === undefined ? {} : { failReason: { ...failReason } }),
  };
}
