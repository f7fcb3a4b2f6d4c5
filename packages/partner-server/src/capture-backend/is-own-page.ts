/**
 * Whether a request that changes something comes from a page of the backend's own origin (or of an allowed one), and not
 * from a stranger's that uses the session's cookie. Browsers say so in `Sec-Fetch-Site`, which no page can set, and where
 * they do not know it, in `Origin`. What sends neither is no browser, and has no cookie that it was not given.
 */
export function isOwnPage(request: Pick<Request, 'headers' | 'url'>, allowedOrigins: readonly string[]): boolean {
  const { headers, url } = request;
  const site = headers.get('sec-fetch-site');
  const origin = headers.get('origin');
  if (site === 'same-origin') return true;
  if (origin !== null && allowedOrigins.includes(origin)) return true;
  if (site !== null) return false;
  if (origin === null) return true;
  // Not the scheme: behind a proxy that ends TLS it is another.
  const host = URL.canParse(origin) ? new URL(origin).host : undefined;
  return host !== undefined && host === (headers.get('host') ?? new URL(url).host);
}
