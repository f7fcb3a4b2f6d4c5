import { isSameSecret } from '../is-same-secret.ts';
import type { Settings } from '../settings.ts';

export type ControlAccess =
  | { readonly ok: true; readonly corsOrigin: string | null }
  | { readonly ok: false; readonly why: string };

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The control interface shows pictures of people, so it answers only where it was asked for: with the token when one is
 * set; else under a loopback name (a page that rebinds its own name to this machine brings that name along), and not
 * to other origins' pages (the browser names them) except those configured, which may only read.
 */
export function isControlCallAllowed(
  request: Request,
  { control, publicUrl }: Pick<Settings, 'control' | 'publicUrl'>,
): ControlAccess {
  const url = new URL(request.url);
  const origin = request.headers.get('origin');
  const isOwnPage = origin === null || origin === url.origin || origin === publicUrl;
  const isFriend = origin !== null && control.allowedOrigins.includes(origin) && request.method === 'GET';
  if (!isOwnPage && !isFriend) return { ok: false, why: 'this origin may not use the control interface' };
  if (request.headers.get('sec-fetch-site') === 'cross-site' && !isFriend) {
    return { ok: false, why: 'cross-site requests may not use the control interface' };
  }
  if (control.token !== null) {
    const given = request.headers.get('authorization')?.replace(/^Bearer /, '') ?? '';
    if (!isSameSecret(given, control.token)) return { ok: false, why: 'token required' };
  } else if (!LOOPBACK_NAMES.has(url.hostname)) {
    return { ok: false, why: 'without a token the control interface answers only on this machine' };
  }
  return { ok: true, corsOrigin: isFriend ? origin : null };
}
