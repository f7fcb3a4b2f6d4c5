/** Name of the link's secret in the fragment, which no server and no `Referer` gets to see. */
const FRAGMENT_KEY = 'handover';

/** What a phone found in its link. The secret is in no field, so that no log and no serialisation shows it. */
export interface HandoverTicket {
  readonly handoverId: string;
  /** The secret. */
  readonly reveal: () => string;
}

/** The part of a window that is used. */
export interface HandoverPage {
  readonly location: Pick<Location, 'href'>;
  readonly history: Pick<History, 'replaceState' | 'state'>;
}

/** The link to a phone. */
export function toHandoverAddress(phoneUrl: string, handoverId: string, secret: string): string {
  const address = new URL(phoneUrl);
  address.hash = new URLSearchParams({ [FRAGMENT_KEY]: `${handoverId}.${secret}` }).toString();
  return address.href;
}

/**
 * On the phone: the ticket in the page's address, which is then erased from it, so that it stays in no history and no
 * bookmark. null: this page was not opened by a link.
 */
export function takeHandoverTicket(page: HandoverPage = window): HandoverTicket | null {
  const address = new URL(page.location.href);
  const fragment = new URLSearchParams(address.hash.slice(1));
  const value = fragment.get(FRAGMENT_KEY);
  if (value === null) return null;
  fragment.delete(FRAGMENT_KEY);
  address.hash = fragment.toString();
  page.history.replaceState(
    page.history.state,
    '',
    address.hash === '' ? address.href.replace(/#$/, '') : address.href,
  );
  const dot = value.indexOf('.');
  if (dot < 1 || dot === value.length - 1) return null;
  const secret = value.slice(dot + 1);
  return { handoverId: value.slice(0, dot), reveal: () => secret };
}
