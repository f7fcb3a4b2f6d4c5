export { SelfieLiveness } from './selfie-liveness.ts';
