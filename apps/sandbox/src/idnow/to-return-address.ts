import type { IdnowSessionRow } from '../database/schema.ts';

/** Where the browser goes at the end, with the partner's `state`; null: nowhere. Nothing more is said: it is not signed. */
export function toReturnAddress({
  redirect_url,
  state,
}: Pick<IdnowSessionRow, 'redirect_url' | 'state'>): string | null {
  if (redirect_url === null) return null;
  const address = new URL(redirect_url);
  if (state !== null) address.searchParams.set('state', state);
  return address.href;
}
