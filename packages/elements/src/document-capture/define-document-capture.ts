import { DocumentCapture } from './document-capture.ts';

/** Registers `<document-capture>`. Two copies of this package on one page must not break each other: the first one wins. */
export function defineDocumentCapture(): void {
  if (typeof customElements === 'undefined' || customElements.get('document-capture') !== undefined) return;
  customElements.define('document-capture', DocumentCapture);
}
