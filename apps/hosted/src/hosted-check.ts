/** What the sandbox says of the check of this page (`to-page-view.ts` there). */
export interface HostedCheck {
  readonly checkId: string;
  readonly kind: 'selfie' | 'document' | 'identity';
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
}

export function isOver({ state }: HostedCheck): boolean {
  return state === 'concluded' || state === 'cancelled' || state === 'expired';
}
