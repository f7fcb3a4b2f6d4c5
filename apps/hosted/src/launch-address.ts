/** What the page's address asks for. */
export type Launch =
  | { readonly kind: 'token'; readonly token: string }
  /** A reload: the cookie opens it. */
  | { readonly kind: 'check'; readonly checkId: string }
  | { readonly kind: 'nothing' };

/** Reads `#/launch-v1?token=…` and `#/check/…`. */
export function readLaunch(hash: string): Launch {
  const token = /^#\/launch-v1\?(.*)$/.exec(hash)?.[1];
  if (token !== undefined) return { kind: 'token', token: new URLSearchParams(token).get('token') ?? '' };
  const checkId = /^#\/check\/([0-9a-f-]{36})$/.exec(hash)?.[1];
  return checkId === undefined ? { kind: 'nothing' } : { kind: 'check', checkId };
}

/** The address of a page that has exchanged its token. The id is no secret: only the cookie opens it. */
export function fragmentOf(checkId: string): string {
  return `#/check/${checkId}`;
}
