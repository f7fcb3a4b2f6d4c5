import type { Device } from './hosted-check.ts';

/** What the page's address asks for. */
export type Launch =
  | { readonly kind: 'token'; readonly token: string }
  /** A reload: the cookie opens it. */
  | { readonly kind: 'check'; readonly checkId: string }
  /** A link from the computer. */
  | { readonly kind: 'phone-token'; readonly token: string }
  /** A reload on the phone. */
  | { readonly kind: 'phone-check'; readonly checkId: string }
  | { readonly kind: 'nothing' };

/** Reads `#/launch-v1?token=…` and `#/check/…`; of a phone, `#/phone-v1?token=…` and `#/phone/…`. */
export function readLaunch(hash: string): Launch {
  const [, opener, query] = /^#\/(launch|phone)-v1\?(.*)$/.exec(hash) ?? [];
  if (query !== undefined) {
    const token = new URLSearchParams(query).get('token') ?? '';
    return { kind: opener === 'phone' ? 'phone-token' : 'token', token };
  }
  const [, place, checkId] = /^#\/(check|phone)\/([0-9a-f-]{36})$/.exec(hash) ?? [];
  if (checkId === undefined) return { kind: 'nothing' };
  return { kind: place === 'phone' ? 'phone-check' : 'check', checkId };
}

/** The address of a page that has exchanged its token. The id is no secret: only the cookie opens it. */
export function fragmentOf(checkId: string, device: Device): string {
  return `#/${device === 'phone' ? 'phone' : 'check'}/${checkId}`;
}
