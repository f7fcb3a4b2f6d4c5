import { defineDocumentCapture } from '../document-capture/define-document-capture.ts';
import { defineSelfieLiveness } from '../selfie-liveness/define-selfie-liveness.ts';
import { IdVerification } from './id-verification.ts';

/** Registers `<id-verification>` and the elements of its steps. The first copy of this package on a page wins. */
export function defineIdVerification(): void {
  defineDocumentCapture();
  defineSelfieLiveness();
  if (typeof customElements === 'undefined' || customElements.get('id-verification') !== undefined) return;
  customElements.define('id-verification', IdVerification);
}
