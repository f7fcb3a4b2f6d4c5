import type { DocumentType } from '@bonafide/browser-core/identity';

/** What the sandbox says of the check of this page (`to-page-view.ts` there). */
export interface HostedCheck {
  readonly checkId: string;
  readonly kind: 'selfie' | 'document' | 'identity';
  readonly isBegun: boolean;
  /** As the person chose. */
  readonly documentType: DocumentType | null;
  readonly issuingCountry: string | null;
  readonly state: 'open' | 'processing' | 'concluded' | 'cancelled' | 'expired';
  /** Who asks, as the person reads it. */
  readonly title: string | null;
  /** BCP 47; null: the browser's own. */
  readonly locale: string | null;
  readonly theme: 'light' | 'dark' | 'system';
  readonly secondsLeft: number;
  readonly attempts: { readonly used: number; readonly max: number };
  /** Where the browser goes when it is over; null: nowhere. */
  readonly redirectUrl: string | null;
  /** Whether a phone has it. */
  readonly isOnPhone: boolean;
}

/** What this page is: the one that the person was led to, or the phone on which they go on. */
export type Device = 'page' | 'phone';

export function isOver({ state }: HostedCheck): boolean {
  return state === 'concluded' || state === 'cancelled' || state === 'expired';
}
