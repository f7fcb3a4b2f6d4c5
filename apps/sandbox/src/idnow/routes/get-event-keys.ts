import * as contract from '@bonafide/contracts/idnow/validators';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { publishedKeys } from '../signing-keys.ts';

/** The public keys of events: the one that signs, and those before it for a while. */
export const getEventKeys = {
  operation: 'getIdnowEventKeys',
  path: '/.well-known/jwks.json',
  response: contract.eventKeys,
  async handle({ db, clock }) {
    const keys = await publishedKeys(db, clock, 'idnow-events');
    return { keys: contract.eventKeys.shape.keys.parse(keys) };
  },
} as const satisfies OperationDefinition<typeof contract.eventKeys>;
