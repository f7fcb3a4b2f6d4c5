import { Browser } from './face-oidc.ts';
import { openPartner, type Partner, type PartnerAnswer, type PartnerRequest } from './open-partner.ts';
import { picture, type Verdict } from './pictures.ts';

/**
 * Who stands beside a tool that only sends requests and reads answers. At `/browser` a browser, which goes to the address that it is
 * given and tells where that led: it follows redirects with its cookies, and stops at a hosted page and at whatever leads out of the
 * sandbox. At `/camera/{what}` a camera. At `/partner/…` a partner's server, which takes whatever it is told; `/received/{id}` is the
 * last that it was told of that id.
 */
export function openCounterparts(sandboxUrl: () => string): Promise<Partner> {
  let browser: Browser | undefined;
  const told: PartnerRequest[] = [];
  const answers: Readonly<Record<string, (request: PartnerRequest, rest: string) => Promise<PartnerAnswer>>> = {
    async browser({ body }) {
      const { address } = JSON.parse(body) as { readonly address: string };
      browser ??= new Browser({ fetch: (request) => fetch(request, { redirect: 'manual' }) }, sandboxUrl());
      const at = new URL(address);
      const { url } = browser.stopsAt(at) ? { url: at } : await browser.go(address);
      return json({
        address: url.href,
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        fragment: Object.fromEntries(new URLSearchParams(url.hash.slice(url.hash.indexOf('?') + 1))),
      });
    },
    async partner(request) {
      told.push(request);
      return { status: 200 };
    },
    async received(_, id) {
      const last = told.findLast(({ body }) => body.includes(id));
      return last === undefined ? { status: 404 } : json(JSON.parse(last.body));
    },
  };
  return openPartner(async (request) => {
    const [, who = '', rest = ''] = request.path.split('/');
    return (await answers[who]?.(request, rest)) ?? { status: 404 };
  });
}

function json(body: object): PartnerAnswer {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
