import { SelfieLiveness } from './selfie-liveness.ts';

/** Registers `<selfie-liveness>`. Two copies of this package on one page must not break each other: the first one wins. */
export function defineSelfieLiveness(): void {
  if (typeof customElements === 'undefined' || customElements.get('selfie-liveness') !== undefined) return;
  customElements.define('selfie-liveness', SelfieLiveness);
}
