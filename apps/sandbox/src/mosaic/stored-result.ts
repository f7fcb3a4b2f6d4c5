import type * as contract from '@bonafide/contracts/mosaic/validators';
import type * as z from 'zod';

/** A result as it is kept: without the session's id, which is the row's, and in the flat shape. */
export type StoredResult = Pick<
  z.output<typeof contract.verificationResult>,
  'status' | 'recommendation' | 'person' | 'document' | 'additional_info' | 'checks'
>;
