import type { VerificationRow } from '../database/schema.ts';

/**
 * Where the browser goes back to, whatever came of it; null where no address was given. Source: documented: `sessionId`, and
 * `state` when there was one. What the partner's address says already stays, but not under these names.
 */
export function returnUrl({
  id,
  callback_url: callbackUrl,
  state,
}: Pick<VerificationRow, 'id' | 'callback_url' | 'state'>) {
  if (callbackUrl === null) return null;
  const url = new URL(callbackUrl);
  url.searchParams.delete('state');
  url.searchParams.set('sessionId', id);
  if (state !== null) url.searchParams.set('state', state);
  return url.href;
}
