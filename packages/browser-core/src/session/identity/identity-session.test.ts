import { describe, expect, it } from 'vitest';

import { documentPicture, DOCUMENT_SECRETS } from '../document/testing/fake-document-world.ts';
import { codedError, gatewayError, SUPPORTED } from '../testing/fakes.ts';
import type { IdentitySession } from './identity-session.ts';
import type { IdentityPhase } from './identity-snapshot.ts';
import { FakeIdentityWorld, IDENTITY_SECRETS, SELFIE } from './testing/fake-identity-world.ts';

describe('a journey', () => {
  it('sends each picture as soon as it is taken, and submits when all are there', async () => {
    const world = new FakeIdentityWorld();
    await world.until('processing', await world.started());
    expect(world.calls).toEqual(['open', 'create', 'put-FRONT', 'put-BACK', 'put-SELFIE', 'submit']);
    await world.clock.advance(1000);
    expect(world.calls.at(-1)).toBe('poll');
  });

  it('ends with what the gateway says', async () => {
    const world = new FakeIdentityWorld();
    const session = await world.until('processing', await world.started());
    await world.clock.advance(1000);
    expect(session.snapshot).toMatchObject({
      phase: 'passed',
      outcome: { processId: 'process-1', status: 'passed', word: 'accepted' },
      failure: null,
    });
  });

  it('shows where the person is and what can be done', async () => {
    const world = new FakeIdentityWorld();
    const session = await world.started();
    expect(session.snapshot).toMatchObject({
      step: 'consent',
      stepIndex: 0,
      canGoBack: false,
      canGoNext: false,
      consent: { kind: 'general', granted: false, at: null },
      attempt: 1,
      attemptsLeft: 2,
    });
    await world.until('flipping', session);
    expect(session.snapshot.steps.map(({ step, state }) => `${step}:${state}`)).toEqual([
      'consent:done',
      'front:done',
      'flip:current',
      'back:todo',
      'review:todo',
      'selfie:todo',
      'submit:todo',
      'result:todo',
    ]);
    expect(session.snapshot).toMatchObject({ side: 'back', canGoBack: true, canGoNext: true });
    expect(session.snapshot.captures).toEqual([
      { depiction: 'FRONT', digest: '1'.repeat(64), origin: 'auto', problems: [], held: true, sent: true },
    ]);
  });

  it('shows the pictures to whoever asks for them, until they are sent for good', async () => {
    const world = new FakeIdentityWorld();
    const session = await world.until('reviewing', await world.started());
    expect(await session.picture('FRONT')?.text()).toBe(DOCUMENT_SECRETS.image);
    expect(session.picture('SELFIE')).toBeNull();
    await world.until('processing', session);
    expect(session.picture('FRONT')).toBeNull();
  });

  it('tells the host what happens, in the order in which it does', async () => {
    const world = new FakeIdentityWorld();
    const session = world.session();
    const heard: string[] = [];
    for (const type of ['consent', 'select', 'capture', 'review', 'upload', 'recapture', 'outcome'] as const) {
      session.on(type, () => void (heard.at(-1) === type || heard.push(type)));
    }
    session.start();
    await world.settle();
    await world.until('processing', session);
    await world.clock.advance(1000);
    expect(heard).toEqual([
      'select',
      'consent',
      'capture',
      'upload',
      'capture',
      'upload',
      'review',
      'capture',
      'upload',
      'outcome',
    ]);
  });

  it('carries no picture, reading, link or id outside of the gateway', async () => {
    const world = new FakeIdentityWorld();
    const session = world.session({ handover: world.handover() });
    const heard: unknown[] = [];
    for (const type of ['step', 'capture', 'upload', 'failure', 'handover'] as const) {
      session.on(type, (detail) => heard.push(detail));
    }
    session.start();
    await world.settle();
    await world.until('capturing-front', session);
    session.handOver();
    await world.settle();
    expect(session.snapshot.handover).toMatchObject({ url: IDENTITY_SECRETS.link, code: IDENTITY_SECRETS.code });
    session.back();
    await world.until('processing', session);
    const told = JSON.stringify([heard, world.telemetry, [...world.storage]]);
    for (const secret of [...Object.values(DOCUMENT_SECRETS), ...Object.values(IDENTITY_SECRETS)]) {
      expect(told).not.toContain(secret);
    }
    expect(JSON.stringify(world.telemetry)).not.toContain('process-1');
    expect(JSON.stringify(world.sent.map(({ picture }) => picture.evidence))).not.toContain(DOCUMENT_SECRETS.name);
  });

  it('records consent by the clock of the page', async () => {
    const world = new FakeIdentityWorld();
    await world.until('flipping', await world.started({ countryOfResidence: 'USA', consentVersion: '7' }));
    expect(world.created[0]?.consent).toEqual({ granted: true, version: '7', at: '2026-01-01T00:00:00.000Z' });
  });

  it('takes up a token that has run out, once', async () => {
    const world = new FakeIdentityWorld();
    world.create = [gatewayError('token-expired'), {}];
    await world.until('flipping', await world.started());
    expect(world.calls).toEqual(['open', 'create', 'renew', 'create', 'put-FRONT']);
  });

  it('drops a picture that comes when nobody asked for one', async () => {
    const world = new FakeIdentityWorld();
    const session = await world.started();
    session.captured(documentPicture());
    session.selfieCaptured(SELFIE);
    await world.settle();
    expect(session.snapshot.captures).toEqual([]);
    expect(session.picture('FRONT')).toBeNull();
  });
});

describe('after a reload', () => {
  const phases = [
    'capturing-front',
    'flipping',
    'capturing-back',
    'reviewing',
    'capturing-selfie',
    'processing',
  ] as const;

  it.each(phases)('in %s it goes on at the same step', async (phase) => {
    const world = new FakeIdentityWorld();
    const first = await world.until(phase, await world.started());
    first.close();
    world.resume = [phase === 'processing' ? { state: 'processing' } : { state: 'pending' }];
    const second = await world.started();
    expect(second.snapshot).toMatchObject({ phase, notice: null, consent: { granted: true } });
    expect(world.gateways).toBe(2);
  });

  it('the gateway is given the partner’s name for the check back, which it needs to get a token', async () => {
    const world = new FakeIdentityWorld();
    world.create = [{ correlationId: 'order-1' }];
    (await world.until('flipping', await world.started())).close();
    (await world.started()).close();
    expect(world.opened).toEqual([
      { resuming: null, correlationId: null },
      { resuming: expect.any(String) as string, correlationId: 'order-1' },
    ]);
  });

  it('what was stored before there was such a name is still good', async () => {
    const world = new FakeIdentityWorld();
    (await world.until('flipping', await world.started())).close();
    const stored = JSON.parse(world.storage.get('bonafide.identity.resume') ?? '') as Record<string, unknown>;
    world.storage.set(
      'bonafide.identity.resume',
      JSON.stringify(stored, (key, value: unknown) => (key === 'correlationId' ? undefined : value)),
    );
    const second = await world.started();
    expect(second.snapshot).toMatchObject({ phase: 'flipping', notice: null });
  });

  it('loses a picture that was on its way, says so, and asks for it again', async () => {
    const world = new FakeIdentityWorld();
    world.put = ['never'];
    const first = await world.until('flipping', await world.started());
    first.close();
    world.put = [null];
    const second = await world.started();
    expect(second.snapshot).toMatchObject({ phase: 'capturing-front', notice: 'pictures-lost' });
  });

  it('begins anew with what another version, or somebody else, has stored', async () => {
    for (const text of ['', '{}', 'null', '[]', '{"version":1,"expiresAtMs":9e15}', '{"version":2}']) {
      const world = new FakeIdentityWorld();
      world.storage.set('bonafide.identity.resume', text);
      expect((await world.started()).snapshot).toMatchObject({ phase: 'consent', notice: null });
    }
  });

  it('begins anew after half an hour', async () => {
    const world = new FakeIdentityWorld();
    const first = await world.until('capturing-front', await world.started());
    first.close();
    world.clock.jump(31 * 60_000);
    expect((await world.started()).snapshot.phase).toBe('consent');
  });

  it('does without storage that is forbidden', async () => {
    const world = new FakeIdentityWorld();
    const forbidden = (): never => {
      throw new DOMException('no', 'SecurityError');
    };
    const store = { getItem: forbidden, setItem: forbidden, removeItem: forbidden };
    const session = await world.until('processing', await world.started({ ports: { store } }));
    expect(session.snapshot.phase).toBe('processing');
  });

  it('keeps nothing of a journey that is over', async () => {
    const world = new FakeIdentityWorld();
    await world.until('processing', await world.started());
    await world.clock.advance(1000);
    expect(world.storage.size).toBe(0);
  });
});

const PHASES: readonly IdentityPhase[] = [
  'consent',
  'capturing-front',
  'flipping',
  'capturing-back',
  'reviewing',
  'capturing-selfie',
  'processing',
];

describe.each(PHASES)('in %s', (phase) => {
  async function reached() {
    const world = new FakeIdentityWorld();
    const session = await world.until(phase, await world.started());
    return { world, session };
  }

  it('cancel ends it, drops every picture, and tells the gateway where it knows of it', async () => {
    const { world, session } = await reached();
    session.cancel();
    await world.settle();
    expect(session.snapshot).toMatchObject({ phase: 'cancelled', failure: { code: 'aborted' } });
    expect(world.calls.includes('cancel')).toBe(world.calls.includes('create'));
    expect(['FRONT', 'BACK', 'SELFIE'].map((one) => session.picture(one as 'FRONT'))).toEqual([null, null, null]);
    expect(world.clock.pendingMs).toEqual([]);
    expect(world.storage.size).toBe(0);
  });

  it('close lets go of everything, twice as well as once, and cancels nothing', async () => {
    const { world, session } = await reached();
    session.close();
    session.close();
    session.start();
    session.captured(documentPicture());
    await world.settle();
    expect(world.clock.pendingMs).toEqual([]);
    expect(session.picture('FRONT')).toBeNull();
    expect(world.calls).not.toContain('cancel');
  });

  it('reset goes back to the beginning, from which it works', async () => {
    const { world, session } = await reached();
    session.reset();
    await world.settle();
    expect(session.snapshot).toMatchObject({ phase: 'idle', captures: [], failure: null });
    await world.until('processing', session);
    expect(session.snapshot.phase).toBe('processing');
  });

  it('a page that is left and come back to goes on', async () => {
    const { world, session } = await reached();
    for (const change of ['hidden', 'leaving', 'visible', 'offline', 'online'] as const) world.page.change(change);
    await world.settle();
    await world.until(phase === 'processing' ? 'passed' : 'processing', session);
    expect(['processing', 'passed']).toContain(session.snapshot.phase);
  });
});

describe('what can go wrong', () => {
  it.each(['network', 'server', 'invalid-response', 'token-invalid', 'internal'] as const)(
    'an opening that fails with %s is an error with a way on where there is one',
    async (code) => {
      const world = new FakeIdentityWorld();
      world.open = [gatewayError(code)];
      const session = await world.started();
      await world.clock.advance(120_000);
      expect(session.snapshot.failure?.code).toBe(code);
      world.open = [{}];
      session.retry();
      await world.settle();
      expect(session.snapshot.phase).toBe(session.snapshot.failure === null ? 'consent' : 'error');
    },
  );

  it('a gateway that never answers is given up', async () => {
    const world = new FakeIdentityWorld();
    world.open = ['never'];
    const session = await world.started();
    await world.clock.advance(130_000);
    expect(session.snapshot).toMatchObject({ phase: 'error', failure: { code: 'network' } });
  });

  it('a device without a camera matters only to who needs one', async () => {
    const outcomeOf = async (needsCamera: boolean) => {
      const world = new FakeIdentityWorld();
      world.support = { ...SUPPORTED, blockers: ['no-camera'] };
      return (await world.started({ needsCamera })).snapshot;
    };
    expect(await outcomeOf(true)).toMatchObject({ phase: 'error', failure: { code: 'no-camera' } });
    expect(await outcomeOf(false)).toMatchObject({ phase: 'consent', failure: null });
  });

  it('a check of the device that throws is an error', async () => {
    const world = new FakeIdentityWorld();
    world.support = codedError('internal');
    expect((await world.started()).snapshot).toMatchObject({ phase: 'error', failure: { code: 'internal' } });
  });

  it('pictures that could not be sent wait five minutes, then others are asked for', async () => {
    const world = new FakeIdentityWorld();
    const session = await world.until('capturing-selfie', await world.started());
    world.put = [gatewayError('network')];
    await world.step(session);
    await world.clock.advance(120_000);
    expect(session.snapshot).toMatchObject({ phase: 'error', failure: { code: 'network', retryable: true } });
    expect(session.picture('SELFIE')).not.toBeNull();
    await world.clock.advance(5 * 60_000);
    expect(session.picture('SELFIE')).toBeNull();
    world.put = [null];
    session.retry();
    expect(session.snapshot.phase).toBe('capturing-selfie');
  });

  it('nobody in front of it: it expires, and can be begun again', async () => {
    const world = new FakeIdentityWorld();
    const session = await world.started();
    await world.clock.advance(10 * 60_000);
    expect(session.snapshot).toMatchObject({ phase: 'expired', failure: { code: 'attempt-timeout', retryable: true } });
    session.retry();
    await world.settle();
    expect(session.snapshot.phase).toBe('consent');
  });
});

describe('hand-over', () => {
  it('shows link and code, and forgets them when the person goes on here', async () => {
    const world = new FakeIdentityWorld();
    const session = await world.started({ handover: world.handover() });
    session.handOver();
    await world.settle();
    expect(session.snapshot.handover).toEqual({
      state: 'shown',
      url: IDENTITY_SECRETS.link,
      code: IDENTITY_SECRETS.code,
      expiresAt: '2026-01-01T00:01:00.000Z',
    });
    session.back();
    await world.settle();
    expect(session.snapshot).toMatchObject({ phase: 'consent', handover: null });
    expect(world.droppedLinks).toEqual(['link-1']);
  });

  it('goes on with what the phone has done', async () => {
    const world = new FakeIdentityWorld();
    const session = await world.started({ handover: world.handover(), handoverMode: 'force' });
    world.phone = [{ state: 'connected' }, { state: 'done', processId: 'process-7' }];
    world.resume = [{ state: 'processing' }];
    await world.clock.advance(20_000);
    expect(session.snapshot).toMatchObject({ phase: 'passed', outcome: { processId: 'process-7' } });
  });

  it('shows the code that a phone brings, confirms it by its code, and shows that it went on', async () => {
    const world = new FakeIdentityWorld();
    world.link = [{ code: undefined as never }];
    world.phone = [{ state: 'waiting' }, { state: 'joined', code: '4071' }, { state: 'connected', code: '4071' }];
    const session = await world.started({ handover: world.handover(), handoverMode: 'force' });
    expect(session.snapshot.handover).toMatchObject({ state: 'shown', code: null });
    await world.clock.advance(5_000);
    expect(session.snapshot).toMatchObject({ canHandOver: true, handover: { state: 'joined', code: '4071' } });
    session.confirmPhone();
    await world.settle();
    expect(world.confirmed).toEqual([['link-1', '4071']]);
    await world.clock.advance(2_500);
    expect(session.snapshot.handover).toMatchObject({ state: 'connected', code: '4071' });
  });

  it('does not ask while the page is hidden, and asks at once when it is back', async () => {
    const world = new FakeIdentityWorld();
    await world.started({ handover: world.handover(), handoverMode: 'force' });
    const polls = (): number => world.calls.filter((call) => call === 'poll-link').length;
    world.page.change('hidden');
    await world.clock.advance(20_000);
    expect(polls()).toBe(0);
    world.page.change('visible');
    await world.settle();
    expect(polls()).toBe(1);
  });

  it('ends at the gateway a process that only the phone has been at', async () => {
    const world = new FakeIdentityWorld();
    world.phone = [{ state: 'connected', processId: 'process-7' }];
    const session = await world.started({ handover: world.handover(), handoverMode: 'force' });
    await world.clock.advance(2_500);
    session.cancel();
    await world.settle();
    expect(world.calls.slice(-2)).toEqual(['resume', 'cancel']);
    expect(world.droppedLinks).toEqual(['link-1']);
  });

  it('names the process that goes on here when it takes the link back', async () => {
    const world = new FakeIdentityWorld();
    world.phone = [{ state: 'connected', processId: 'process-7' }];
    const session = await world.started({ handover: world.handover() });
    session.handOver();
    await world.clock.advance(2_500);
    session.back();
    await world.settle();
    expect(world.kept).toEqual(['process-7']);
    session.handOver();
    await world.settle();
    session.cancel();
    await world.settle();
    expect(world.kept).toEqual(['process-7', null]);
  });

  it('takes a link back that arrives when nobody waits for it any more', async () => {
    const world = new FakeIdentityWorld();
    const late = { id: 'late', url: IDENTITY_SECRETS.link, code: 'x', expiresInMs: 60_000 };
    const handover = { ...world.handover(), create: () => Promise.resolve(late) };
    const session = await world.started({ handover });
    session.handOver();
    session.back();
    await world.settle();
    expect(world.droppedLinks).toEqual(['late']);
    expect(session.snapshot).toMatchObject({ phase: 'consent', handover: null });
  });
});

describe('on the phone', () => {
  const consent = { granted: true, version: '1', at: '2026-01-01T00:00:00.000Z' } as const;
  const startFrom = { processId: null, documentType: 'identityCard', country: 'NOR', consent } as const;

  it('begins where the computer was: what was chosen and agreed to is not asked again', async () => {
    const world = new FakeIdentityWorld();
    const session = await world.started({ documentType: undefined as never, startFrom });
    expect(session.snapshot).toMatchObject({ phase: 'capturing-front', documentType: 'identityCard', country: 'NOR' });
    await world.until('processing', session);
    expect(world.created).toMatchObject([{ documentType: 'identityCard', country: 'NOR', consent }]);
  });

  it('goes on with a process that has begun, and does not show for review what was taken there', async () => {
    const world = new FakeIdentityWorld();
    world.received.add('FRONT').add('BACK');
    const session = await world.started({ startFrom: { ...startFrom, processId: 'process-7' } });
    expect(world.calls).toEqual(['open', 'resume']);
    expect(session.snapshot.phase).toBe('capturing-selfie');
  });

  it.each([
    ['before it has begun a process', 'consent', (session: IdentitySession) => session.cancel()],
    ['with a process and pictures', 'reviewing', (session: IdentitySession) => session.cancel()],
    ['by declining', 'consent', (session: IdentitySession) => session.declineConsent()],
  ] as const)('a stop is told to who waits for it, %s', async (_, phase, stop) => {
    const world = new FakeIdentityWorld();
    world.awaited = true;
    const session = await world.until(phase, await world.started({ startFrom: { ...startFrom, consent: null } }));
    stop(session);
    await world.settle();
    expect(session.snapshot.phase).toBe('cancelled');
    expect(world.calls.filter((call) => call === 'leave' || call === 'cancel')).toEqual(['leave']);
  });

  it('another choice of document is no stop', async () => {
    const world = new FakeIdentityWorld();
    world.awaited = true;
    const session = await world.until('reviewing', await world.started({ documentType: undefined as never }));
    while (session.snapshot.phase !== 'selecting') session.back();
    session.select({ documentType: 'passport', country: 'NOR' });
    await world.settle();
    expect(world.calls).toContain('cancel');
    expect(world.calls).not.toContain('leave');
  });

  it('takes the link’s word before what an earlier check left in the tab', async () => {
    const world = new FakeIdentityWorld();
    const before = await world.until('capturing-front', await world.started({ documentType: undefined as never }));
    before.close();
    const session = await world.started({ startFrom: { ...startFrom, consent: null } });
    expect(session.snapshot.phase).toBe('consent');
  });
});

describe('options that cannot work', () => {
  it.each([
    [{ createGateway: undefined as never }],
    [{ country: 'no' }],
    [{ countryOfResidence: 'US' }],
    [{ maxAttempts: -1 }],
    [{ handoverMode: 'force' as const }],
  ])('%o', (options) => {
    expect(() => new FakeIdentityWorld().session(options)).toThrow(TypeError);
  });

  it('a country that is none is refused when it is chosen', async () => {
    const session = await new FakeIdentityWorld().started();
    expect(() => session.select({ documentType: 'passport', country: 'no' })).toThrow(TypeError);
  });
});
