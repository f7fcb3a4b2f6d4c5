import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkTokenOf, openPage, openPhone } from './support/handover.ts';
import { type HostedAnswer, HostedBrowser, initiateWeb, tokenOf } from './support/hosted.ts';
import { openTestSandbox, OTHER, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture } from './support/pictures.ts';
import { servedRoutes } from './support/served-routes.ts';
import { tampered } from './support/tampered.ts';

// Each route between a hosted page and its sandbox, as the sandbox has it: with every wrong key, with the key of another's check, and
// when its time is over.

const BASE = '/hosted/api';
const routes = servedRoutes()
  .map((route) => route.split(' ') as [method: string, path: string])
  .filter(([, path]) => path.startsWith(BASE))
  .map(([method, path]) => ({ method, path: path.slice(BASE.length), route: `${method} ${path.slice(BASE.length)}` }));
const ofCheck = routes.filter(({ path }) => path.startsWith('/checks/:checkId'));
const ofProcess = ofCheck.filter(({ path }) => path.includes(':processId'));
const writing = routes.filter(({ method }) => method !== 'GET');

const json = (body: object): RequestInit => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
/** What is sent where a route takes something, so that nothing but the key is wrong. */
const BODIES: Readonly<Record<string, RequestInit>> = {
  'POST /checks/:checkId/processes': json({ documentType: null }),
  'PUT /checks/:checkId/processes/:processId/images/:depiction': {
    headers: { 'content-type': 'image/jpeg' },
    body: picture('not-live'),
  },
  'POST /checks/:checkId/processes/:processId/verification': json({ evidence: {} }),
  'POST /checks/:checkId/handover': {},
  'POST /checks/:checkId/handover/confirmation': json({ code: '0000' }),
};
/** Asked with what an address holds, before there is a cookie. */
const EXCHANGES: Readonly<Record<string, (token: string) => RequestInit>> = {
  'POST /claims': (token) => json({ token, key: 'k'.repeat(43) }),
  'POST /handovers': (token) => json({ token }),
};

type Page = Awaited<ReturnType<typeof openPage>>;

let sandbox: TestSandbox;
let owner: Page;
let ownersPhone: HostedBrowser;
let wrongKeys: Readonly<Record<string, string>>;
let foreign: HostedBrowser;

beforeAll(async () => {
  sandbox = await openTestSandbox({ statusRequestsPerTenSeconds: 10_000 });
  foreign = (await openPage(sandbox, { client: OTHER })).page;
  const neighbour = await openPage(sandbox);
  owner = await openPage(sandbox);
  const stale = owner.page.cookie;
  const { launchUrl } = await initiateWeb(sandbox, { correlationId: owner.correlationId });
  await owner.page.claim(launchUrl);
  await owner.page.choose(null);
  await owner.page.put('selfie', picture('live'));
  // One phone had the check and lost it; another has joined, and nobody has said that it is the person's.
  const lost = await openPhone(sandbox, (await owner.offer()).url);
  await owner.confirm(lost.joined.body.code);
  await owner.takeBack();
  ownersPhone = (await openPhone(sandbox, (await owner.offer()).url)).phone;
  const secretOf = ({ cookie }: HostedBrowser): string => cookie.split('=')[1] ?? '';
  const asPage = (secret: string): string => `bonafide_hosted=${secret}`;
  const asPhone = (secret: string): string => `bonafide_hosted_phone=${secret}`;
  wrongKeys = {
    none: '',
    nonsense: asPage('x'),
    'under another name': `session=${secretOf(owner.page)}`,
    'a letter changed': asPage(tampered(secretOf(owner.page))),
    'longer by a letter': asPage(`${secretOf(owner.page)}x`),
    'of the address': asPage(tokenOf(launchUrl)),
    'replaced since': stale,
    'of another person': neighbour.page.cookie,
    'of another client': foreign.cookie,
    'of another client’s, as a phone': asPhone(secretOf(foreign)),
    'of the page, as a phone': asPhone(secretOf(owner.page)),
    'of a phone that nobody confirmed': ownersPhone.cookie,
    'of that phone, as the page': asPage(secretOf(ownersPhone)),
    'of a phone that lost the check': lost.phone.cookie,
  };
});
afterAll(() => sandbox.close());

interface Asked {
  readonly checkId?: string;
  readonly processId?: string;
  readonly cookie?: string;
  readonly as?: 'phone';
  readonly headers?: Readonly<Record<string, string>>;
}

function ask({ method, path, route }: (typeof routes)[number], asked: Asked = {}): Promise<HostedAnswer> {
  const { checkId = owner.page.checkId, processId = checkId, cookie = owner.page.cookie, as } = asked;
  const body = method === 'POST' || method === 'PUT' ? BODIES[route] : {};
  if (body === undefined) throw new Error(`no body for ${route}`);
  const browser = new HostedBrowser(sandbox);
  browser.cookie = cookie;
  const at = path.replace(':checkId', checkId).replace(':processId', processId).replace(':depiction', 'selfie');
  const headers = new Headers(body.headers);
  for (const [name, value] of Object.entries(asked.headers ?? {})) headers.set(name, value);
  return browser.call(method, at + (as === undefined ? '' : `?as=${as}`), { ...body, headers });
}

const told = ({ status, body }: HostedAnswer) => ({ status, body });
async function readAll() {
  const { secondsLeft: _, ...shown } = (await owner.page.show()).body;
  return [shown, told(await owner.page.state()), await owner.look()];
}

it('asks every route', () => {
  expect(ofCheck.length).toBeGreaterThan(0);
  const forgotten = routes.filter(
    (one) =>
      EXCHANGES[one.route] === undefined &&
      !(ofCheck.includes(one) && (one.method === 'GET' || one.method === 'DELETE' || BODIES[one.route] !== undefined)),
  );
  expect(forgotten.map(({ route }) => route)).toEqual([]);
});

describe.each(ofCheck)('$route', (one) => {
  it('opens to no wrong key, and nothing comes of it', async () => {
    const before = await readAll();
    for (const [what, cookie] of Object.entries(wrongKeys))
      for (const as of [undefined, 'phone'] as const) {
        // It may look whether it was confirmed; the page shows it the same number.
        const mayWait = what === 'of a phone that nobody confirmed' && one.route === 'GET /checks/:checkId/handover';
        if (mayWait && as === 'phone') continue;
        const { status, body, headers } = await ask(one, { cookie, ...(as === undefined ? {} : { as }) });
        const isShown = /^bonafide_hosted=[\w-]{43}$/.test(cookie);
        expect([what, as, body.code]).toEqual([
          what,
          as,
          isShown
            ? 'not-found'
            : expect.stringMatching(as === undefined ? /^unauthorized$/ : /^(?:unauthorized|not-found)$/),
        ]);
        expect([what, status]).toEqual([what, body.code === 'not-found' ? 404 : 401]);
        expect(headers.get('set-cookie')).toBeNull();
        expect(Object.keys(body).toSorted()).toEqual(['code', 'message', 'retryable']);
      }
    expect(await readAll()).toEqual(before);
  });

  it('answers another of the owner’s as of nothing', async () => {
    for (const cookie of ['', foreign.cookie, wrongKeys['of another person'] ?? ''])
      for (const as of [{}, { as: 'phone' }] as const) {
        const theirs = await ask(one, { cookie, ...as });
        expect(told(theirs)).toEqual(told(await ask(one, { cookie, ...as, checkId: crypto.randomUUID() })));
      }
  });
});

it.each(ofProcess)('$route knows no other process than the check’s own', async (one) => {
  const before = await readAll();
  for (const processId of [foreign.checkId, crypto.randomUUID(), 'x'])
    expect(await ask(one, { processId })).toMatchObject({ status: 404, body: { code: 'not-found' } });
  expect(await readAll()).toEqual(before);
});

it.each(writing)('$route is led by no other site’s page', async (one) => {
  const before = await readAll();
  const init = EXCHANGES[one.route]?.(tokenOf(owner.launchUrl));
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'null' },
    { origin: 'https://evil.example' },
  ]) {
    const answer =
      init === undefined
        ? await ask(one, { headers })
        : await new HostedBrowser(sandbox).call(one.method, one.path, {
            ...init,
            headers: { ...(init.headers as Record<string, string>), ...headers },
          });
    expect(answer).toMatchObject({ status: 403, body: { code: 'origin-forbidden' } });
  }
  expect(await readAll()).toEqual(before);
});

describe.each(Object.entries(EXCHANGES))('%s', (route, init) => {
  const exchange = (token: string) => new HostedBrowser(sandbox).call('POST', route.split(' ')[1] ?? '', init(token));

  it('gives nothing for a secret that is used, replaced, broken, or of something else', async () => {
    const { page, offer, launchUrl } = await openPage(sandbox);
    const replaced = linkTokenOf((await offer()).url);
    const link = linkTokenOf((await offer()).url);
    const unused = tokenOf((await initiateWeb(sandbox)).launchUrl);
    const used = await openPage(sandbox);
    const usedLink = linkTokenOf((await used.offer()).url);
    await openPhone(sandbox, (await used.offer()).url);
    const secrets = [
      tokenOf(launchUrl),
      replaced,
      usedLink,
      tampered(link),
      tampered(unused),
      `${link}x`,
      'x',
      '',
      '../etc',
      'a'.repeat(5_000),
      page.cookie.split('=')[1] ?? '',
      ownersPhone.cookie.split('=')[1] ?? '',
      page.checkId,
      route === 'POST /claims' ? link : unused,
    ];
    const never = await exchange('n'.repeat(43));
    expect(told(never)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    for (const secret of secrets) {
      const answer = await exchange(secret);
      expect([secret, told(answer)]).toEqual([secret, told(never)]);
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
    // And those that were not of it are as good as before.
    expect((await new HostedBrowser(sandbox).call('POST', '/handovers', json({ token: link }))).status).toBe(200);
    expect((await new HostedBrowser(sandbox).claim(`http://localhost/#/launch-v1?token=${unused}`)).status).toBe(200);
  });
});

it('writes no key into the log', () => {
  const logged = JSON.stringify(sandbox.logs);
  expect(logged).toContain('putHostedImage');
  for (const cookie of [owner.page.cookie, ownersPhone.cookie, foreign.cookie, ...Object.values(wrongKeys)]) {
    const secret = cookie.split('=')[1] ?? '';
    if (secret.length > 40) expect(logged).not.toContain(secret);
  }
});

describe('when its time is over', () => {
  let link: string;
  beforeAll(async () => {
    link = linkTokenOf((await owner.offer()).url);
    sandbox.clock.advance(901_000);
  });

  it('no link opens it, and its address gives no key', async () => {
    const late = await new HostedBrowser(sandbox).call('POST', '/handovers', json({ token: link }));
    expect(late).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it.each(ofCheck)('$route changes nothing', async (one) => {
    const { status, body } = await ask(one);
    if (one.method === 'POST' || one.method === 'PUT') expect([status, body.code]).toEqual([409, 'state-conflict']);
    else expect(status).toBeLessThan(300);
    expect((await owner.page.show()).body).toMatchObject({ state: 'expired', attempts: { used: 0 } });
  });
});
