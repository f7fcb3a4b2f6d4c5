import { defineIdVerification } from '../id-verification/define-id-verification.ts';

export { IdVerification } from '../id-verification/id-verification.ts';

defineIdVerification();
