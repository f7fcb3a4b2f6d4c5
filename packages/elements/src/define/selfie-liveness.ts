import { defineSelfieLiveness } from '../selfie-liveness/define-selfie-liveness.ts';

export { SelfieLiveness } from '../selfie-liveness/selfie-liveness.ts';

defineSelfieLiveness();
