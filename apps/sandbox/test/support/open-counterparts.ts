import { decodeJwt } from 'jose';
import { Browser } from './face-oidc.ts';
import { openPartner, type Partner, type PartnerAnswer, type PartnerRequest } from './open-partner.ts';
import { picture } from './pictures.ts';

/**
 * Who stands beside a tool that only sends requests and reads answers. At `/browser` a browser, which goes to the address that it is
 * given and tells where that led: it follows redirects with its cookies, and stops at a hosted page and at whatever leads out of the
 * sandbox. At `/partner/…` a partner's server, which takes whatever it is told; `/received/{id}` is the last that it was told of that id.
 * At `/reference-image` the partner's endpoint of that name.
 */
export async function openCounterparts(sandboxUrl: () => string): Promise<Partner> {
  let browser: Browser | undefined;
  const told: PartnerRequest[] = [];
  const places: Readonly<
    Record<string, (request: PartnerRequest, rest: string) => PartnerAnswer | Promise<PartnerAnswer>>
  > = {
    async browser({ body }) {
      const { address } = JSON.parse(body) as { readonly address: string };
      browser ??= new Browser({ fetch: (request) => fetch(request, { redirect: 'manual' }) }, sandboxUrl());
      const begin = new URL(address);
      const { url } = browser.stopsAt(begin) ? { url: begin } : await browser.go(address);
      return json({
        address: url.href,
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        fragment: Object.fromEntries(new URLSearchParams(url.hash.slice(url.hash.indexOf('?') + 1))),
      });
    },
    partner(request) {
      told.push(request);
      return { status: 200 };
    },
    received(_, id) {
      const last = told.map(read).findLast((said) => JSON.stringify(said).includes(id));
      return last === undefined ? { status: 404 } : json(last);
    },
    'reference-image': ({ headers }) =>
      json({ success: true, data: { referenceImageUrl: `http://${headers.host}/reference.jpg` } }),
    'reference.jpg': () => ({ status: 200, headers: { 'content-type': 'image/jpeg' }, body: picture('live') }),
  };
  return openPartner(async (request) => {
    const [, place = '', rest = ''] = request.path.split('/');
    return (await places[place]?.(request, rest)) ?? { status: 404 };
  });
}

/** A notification, or the claims of a signed one; whether the signature is good is tested elsewhere. */
function read({ headers, body }: PartnerRequest): object {
  return headers['content-type'] === 'application/jwt' ? decodeJwt(body) : JSON.parse(body);
}

function json(body: object): PartnerAnswer {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
