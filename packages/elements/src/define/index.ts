export { DocumentCapture } from './document-capture.ts';
export { IdVerification } from './id-verification.ts';
export { SelfieLiveness } from './selfie-liveness.ts';
