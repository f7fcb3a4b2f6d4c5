import { createManualClock } from '@bonafide/wire/testing/manual-clock.js';
import { describe, expect, it } from 'vitest';

import { FakePage } from '../session/testing/fakes.ts';
import { takeHandoverTicket, toHandoverAddress } from './handover-ticket.ts';
import { joinHandover } from './join-handover.ts';
import { scriptedFetch } from './testing/scripted-fetch.ts';

const CLAIMED = { captureToken: 'secret-token', code: '4071', confirmWithinSeconds: 120 };
const CONSENT = { granted: true, version: '2026-01', at: '2026-01-01T00:00:00.000Z' } as const;

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  Response.json(body as object, { status, headers });
const seen = (status: string, more: object = {}) => json({ handoverId: 'h1', status, code: '4071', ...more });
const refusal = (status: number, code: string) => json({ code, message: 'secret-message', retryable: false }, status);

/** A page that was opened by a link. */
function opened(href: string) {
  const addresses = [href];
  const page = {
    location: { href },
    history: {
      state: { kept: true },
      replaceState: (state: unknown, _: string, url?: string | URL | null) => {
        expect(state).toEqual({ kept: true });
        addresses.push(String(url));
      },
    },
  };
  return { ticket: takeHandoverTicket(page), addresses };
}

function joining(answers: readonly (Response | Error)[], over: { signal?: AbortSignal } = {}) {
  const { fetch, requests } = scriptedFetch(answers);
  const clock = createManualClock();
  const page = new FakePage();
  const codes: string[] = [];
  const { ticket } = opened(toHandoverAddress('https://partner.test/phone', 'h1', 'secret-s'));
  if (ticket === null) throw new Error('no ticket');
  const joined = joinHandover({
    baseUrl: 'https://partner.test/api/identity/',
    ticket,
    onCode: (code) => codes.push(code),
    fetch,
    clock,
    environment: page,
    random: () => 0,
    ...over,
  });
  joined.catch(() => {});
  return { joined, requests, clock, page, codes };
}

describe('the ticket', () => {
  it('is taken out of the address, which keeps the rest', () => {
    const { ticket, addresses } = opened('https://partner.test/phone?lang=id#top=1&handover=h1.secret-s');
    expect([ticket?.handoverId, ticket?.reveal()]).toEqual(['h1', 'secret-s']);
    expect(addresses.at(-1)).toBe('https://partner.test/phone?lang=id#top=1');
    expect(opened(toHandoverAddress('https://partner.test/phone', 'h1', 'x')).addresses.at(-1)).toBe(
      'https://partner.test/phone',
    );
  });

  it('is shown by nothing that writes down what it is given', () => {
    const { ticket } = opened('https://partner.test/phone#handover=h1.secret-s');
    expect(
      JSON.stringify(ticket) + String(Object.values(ticket ?? {}).filter((one) => typeof one === 'string')),
    ).not.toMatch(/secret/);
  });

  it.each(['', '#', '#other=1'])('is not in %j, and the address stays', (hash) => {
    const { ticket, addresses } = opened(`https://partner.test/phone${hash}`);
    expect([ticket, addresses.length]).toEqual([null, 1]);
  });

  it.each(['#handover=', '#handover=h1', '#handover=.x', '#handover=h1.'])('in %j is none, and is erased', (hash) => {
    const { ticket, addresses } = opened(`https://partner.test/phone${hash}`);
    expect([ticket, addresses.at(-1)]).toEqual([null, 'https://partner.test/phone']);
  });
});

describe('joining', () => {
  it('opens the link, shows the code, and waits for the person; then the phone begins where the computer was', async () => {
    const chosen = { processId: 'p1', documentType: 'passport', issuingCountry: 'NOR', consents: { privacy: CONSENT } };
    const answers = [json(CLAIMED), seen('joined'), seen('joined'), seen('connected', chosen), json({}, 500)];
    const { joined, requests, clock, codes } = joining(answers);
    await clock.advance(0);
    expect(codes).toEqual(['4071']);
    await clock.advance(5_000);
    const { startFrom, createGateway } = await joined;
    expect(startFrom).toEqual({ processId: 'p1', documentType: 'passport', country: 'NOR', consent: CONSENT });
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST https://partner.test/api/identity/handovers/h1/claim',
      ...Array.from({ length: 3 }, () => 'GET https://partner.test/api/identity/handovers/h1'),
    ]);
    expect(requests[0]?.body).toBe('{"secret":"secret-s"}');
    expect(requests.map(({ credentials }) => credentials)).toEqual(['omit', 'omit', 'omit', 'omit']);

    await createGateway()
      .open(null, new AbortController().signal)
      .catch(() => {});
    expect(requests.at(-1)?.headers.get('x-capture-token')).toBe('secret-token');
    expect(JSON.stringify(startFrom)).not.toMatch(/secret/);
  });

  it('asks for what the computer did not say: a document that is not known here, a consent that was not given', async () => {
    const chosen = {
      documentType: 'libraryCard',
      issuingCountry: 'NOR',
      consents: { privacy: { ...CONSENT, granted: false } },
    };
    const { joined } = joining([json(CLAIMED), seen('connected', chosen)]);
    expect((await joined).startFrom).toEqual({ processId: null, documentType: null, country: null, consent: null });
  });

  it('tells the backend when the person stops on the phone, also should the page be closed right after', async () => {
    const gone = new Response(null, { status: 204 });
    const over = refusal(410, 'handover-revoked');
    const answers = [json(CLAIMED), seen('connected'), gone, over, refusal(500, 'internal')];
    const { joined, requests } = joining(answers);
    const gateway = (await joined).createGateway();
    const { signal } = new AbortController();
    await gateway.leave?.(signal);
    await gateway.leave?.(signal);
    const [, , first] = requests;
    expect(first).toMatchObject({
      method: 'DELETE',
      url: 'https://partner.test/api/identity/handovers/h1',
      credentials: 'omit',
      keepalive: true,
    });
    expect(first?.headers.get('x-capture-token')).toBe('secret-token');
    await expect(gateway.leave?.(signal)).rejects.toMatchObject({ code: 'server' });
  });

  it('asks nothing while the page is hidden or offline, and at once when it is back', async () => {
    const { joined, requests, clock, page } = joining([json(CLAIMED), seen('joined'), seen('connected')]);
    await clock.advance(0);
    page.change('hidden');
    await clock.advance(60_000);
    expect(requests).toHaveLength(2);
    page.change('visible');
    await clock.advance(0);
    await joined;
    expect(requests).toHaveLength(3);
  });

  it('goes on after a network that comes and goes, and after a troubled backend, as late as it asks for', async () => {
    const trouble = json({ code: 'internal', retryable: true }, 503, { 'retry-after': '9' });
    const { joined, requests, clock } = joining([json(CLAIMED), new TypeError('gone'), trouble, seen('connected')]);
    await clock.advance(8_000);
    expect(requests).toHaveLength(3);
    await clock.advance(8_000);
    await joined;
  });

  it.each([
    [409, 'handover-claimed', 'handover-claimed', false],
    [410, 'handover-expired', 'handover-expired', true],
    [410, 'handover-revoked', 'handover-ended', false],
    [404, 'not-found', 'session-not-found', false],
    [409, 'busy', 'server', true],
    [503, 'gateway-unavailable', 'server', true],
  ])('a link that is refused with %i %s is %s, and no code is shown', async (status, code, expected, retryable) => {
    const { joined, codes } = joining([refusal(status, code)]);
    await expect(joined).rejects.toMatchObject({ code: expected, retryable });
    expect(codes).toEqual([]);
  });

  it.each([
    ['handover-expired', 'handover-expired'],
    ['handover-revoked', 'handover-ended'],
  ])('a phone that is sent away with %s hears of it', async (code, expected) => {
    const { joined, clock } = joining([json(CLAIMED), seen('joined'), refusal(410, code)]);
    await clock.advance(5_000);
    await expect(joined).rejects.toMatchObject({ code: expected });
  });

  it('ends by itself where the backend never says that it is too late', async () => {
    const { joined, clock } = joining([json(CLAIMED), ...Array.from({ length: 99 }, () => seen('joined'))]);
    await clock.advance(200_000);
    await expect(joined).rejects.toMatchObject({ code: 'handover-expired' });
  });

  it('does not wait for an answer that does not come', async () => {
    const clock = createManualClock();
    const { ticket } = opened(toHandoverAddress('https://partner.test/phone', 'h1', 'secret-s'));
    if (ticket === null) throw new Error('no ticket');
    const fetch: typeof globalThis.fetch = (_, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
      });
    const joined = joinHandover({
      baseUrl: '/api',
      ticket,
      onCode: () => {},
      fetch,
      clock,
      environment: new FakePage(),
    });
    joined.catch(() => {});
    await clock.advance(15_000);
    await expect(joined).rejects.toMatchObject({ code: 'network' });
  });

  it('is given up with the caller’s own reason', async () => {
    const reason = new Error('left');
    const caller = new AbortController();
    const { joined, clock } = joining([json(CLAIMED), seen('joined')], { signal: caller.signal });
    await clock.advance(0);
    caller.abort(reason);
    await expect(joined).rejects.toBe(reason);
    expect(clock.pendingMs).toEqual([]);
  });

  it('has no secret in an error', async () => {
    for (const answers of [
      [refusal(409, 'handover-claimed')],
      [json({ captureToken: 'secret-token' })],
      [json(CLAIMED), refusal(401, 'unauthorized')],
      [new TypeError('gone')],
    ]) {
      const { joined, clock } = joining(answers);
      await clock.advance(0);
      const error: unknown = await joined.catch((caught: unknown) => caught);
      expect(error).toMatchObject({ code: expect.any(String) as string });
      expect(JSON.stringify(error) + String(error) + String((error as Error).cause)).not.toMatch(
        /secret|partner\.test/,
      );
    }
  });
});
