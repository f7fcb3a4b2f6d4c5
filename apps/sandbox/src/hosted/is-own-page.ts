/**
 * Whether a request that changes something comes from the hosted pages themselves, and not from a stranger's page that uses the
 * cookie. The cookie is `SameSite=Strict`, which says the same of sites; this says it of origins. What sends neither header
 * is no browser, and has no cookie that it was not given.
 */
export function isOwnPage({ headers, url }: Pick<Request, 'headers' | 'url'>): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = headers.get('origin');
  if (origin === null) return true;
  // Not the scheme: behind a proxy that ends TLS it is another.
  return URL.canParse(origin) && new URL(origin).host === (headers.get('host') ?? new URL(url).host);
}
