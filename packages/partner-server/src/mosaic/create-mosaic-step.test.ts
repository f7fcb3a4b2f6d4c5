import { describe, expect, it } from 'vitest';
import { CALLBACK_URL, refusal, setUpStep } from '../../test/mosaic-client.ts';
import type { AtomicStore } from '../atomic-store.ts';
import type { MosaicStep, MosaicStepOptions } from './create-mosaic-step.ts';
import { nextMosaicPageStep } from './page/mosaic-page.ts';

const MARIA = { given_name: 'MARIA PAULA' };
const ID_CARD = { type: 'national_id' };
const RESULT_PATH = '/verify/api/v1/verification/session-1/result';

/** Starts, and makes what the page submits when the browser is back. */
async function goAndReturn(step: MosaicStep, subject = 'login-1') {
  const { data } = await step.start({ subject });
  const { state, session: sessionId } = data.payload;
  return { subject, input: { payload: { state, sessionId } } };
}

describe('start', () => {
  it('gives the page what the orchestration SDK would', async () => {
    const { step, gateway } = setUpStep();
    const response = await step.start({ subject: 'login-1' });
    const [session] = gateway.sessions;
    expect(session?.request).toEqual({ callback_url: CALLBACK_URL, state: expect.stringMatching(/^[\w-]{43}$/) });
    const state = session && 'state' in session.request ? session.request.state : undefined;
    expect(response).toEqual({
      type: 'client_input_required',
      journeyStepId: 'identityVerification',
      data: {
        payload: {
          endpoint: 'https://mosaic.test/verify/app/start-token-1',
          base_endpoint: 'https://mosaic.test/verify/app',
          start_token: 'start-token-1',
          state,
          session: 'session-1',
        },
      },
    });
  });

  it('makes another state each time', async () => {
    const { step } = setUpStep();
    const states = await Promise.all(
      Array.from({ length: 50 }, async () => (await step.start({ subject: 'login-1' })).data.payload.state),
    );
    expect(new Set(states).size).toBe(50);
  });

  it('keeps digests, and neither state nor subject nor session', async () => {
    const written: string[] = [];
    const store: AtomicStore = {
      get: async () => undefined,
      set: async (key, value) => void written.push(key, value),
      setIfAbsent: async () => true,
      deleteIfEquals: async () => true,
    };
    const { step } = setUpStep({}, { store });
    const { data } = await step.start({ subject: 'login-1' });
    expect(written.join()).not.toMatch(/login-1|session-1|start-token-1/);
    expect(written.join()).not.toContain(data.payload.state);
  });
});

describe('the settings of the step', () => {
  it('Time to live: seconds, as the API spells them; left to the gateway when it is not set', async () => {
    const { step, gateway } = setUpStep({}, { timeToLiveSeconds: 3_600 });
    await step.start({ subject: 'login-1' });
    expect(gateway.sessions[0]?.request).toMatchObject({ time_to_live: '3600s' });
    const other = setUpStep();
    await other.step.start({ subject: 'login-1' });
    expect(other.gateway.sessions[0]?.request).not.toHaveProperty('time_to_live');
  });

  it('Callback URL: where the browser comes back', async () => {
    const { step, gateway } = setUpStep();
    await step.start({ subject: 'login-1' });
    const [session] = gateway.sessions;
    expect(session && new URL(gateway.returnUrl(session)).searchParams.get('from')).toBe('mosaic');
  });

  it.each([undefined, 'kyc'])('Output Variable %s: a variable that the expressions of a journey read', async (name) => {
    const { step } = setUpStep(
      { result: () => ({ person: MARIA, document: ID_CARD }) },
      name === undefined ? {} : { outputVariable: name },
    );
    const branch = await step.finish(await goAndReturn(step));
    if (branch.kind === 'error') throw branch.error;
    const variable = branch.variables[name ?? 'identity_result'];
    expect(variable?.verified_info.document?.type).toBe('national_id');
    expect(`Hi ${variable?.verified_info.person?.given_name}`).toBe('Hi MARIA PAULA');
  });

  it('Session Error Behavior, by default: abort', async () => {
    const { step } = setUpStep({ result: () => ({ status: 'failed', recommendation: undefined }) as object });
    await expect(step.finish(await goAndReturn(step))).rejects.toMatchObject({ code: 'session-ended' });
  });

  it('Session Error Behavior: a branch of its own', async () => {
    const { step } = setUpStep(
      { result: () => ({ status: 'failed', recommendation: undefined }) as object },
      { sessionErrors: 'branch' },
    );
    const branch = await step.finish(await goAndReturn(step));
    expect(branch).toMatchObject({ kind: 'error', error: { code: 'session-ended' } });
  });

  it('Mocking Behavior: not enabled, none is sent', async () => {
    const { step, gateway } = setUpStep();
    await step.start({ subject: 'login-1' });
    expect(gateway.sessions[0]?.request).not.toHaveProperty('mock_behavior');
  });

  it('Recommendation, Processing Time, Force Recapture: as the API spells them', async () => {
    const mock = { recommendation: 'DENY', processingTimeSeconds: 7, forceRecapture: true } as const;
    const { step, gateway } = setUpStep({}, { mock });
    await step.start({ subject: 'login-1' });
    expect(gateway.sessions[0]?.request).toMatchObject({
      mock_behavior: { recommendation: 'DENY', processing_time: '7s', force_recapture: true },
    });
  });

  it.each<[string, Partial<MosaicStepOptions>]>([
    ['no address', { callbackUrl: 'done' }],
    ['no life', { stateLifeMs: 0 }],
    ['no wait', { waitMs: 0 }],
    ['a name that is none', { outputVariable: 'a.b' }],
  ])('%s is a mistake', (_, wrong) => {
    expect(() => setUpStep({}, wrong)).toThrow(TypeError);
  });
});

describe('finish', () => {
  it.each([
    ['ALLOW', 'allow', 'accepted'],
    ['CHALLENGE', 'challenge', 'review'],
    ['DENY', 'deny', 'rejected'],
  ] as const)('%s goes on with %s', async (recommendation, kind, decision) => {
    const { step } = setUpStep({}, { mock: { recommendation } });
    expect(await step.finish(await goAndReturn(step))).toMatchObject({
      kind,
      sessionId: 'session-1',
      result: { recommendation },
      outcome: { decision, authoritative: true },
    });
  });

  it('believes the result and nothing that came with the browser', async () => {
    const { step } = setUpStep({}, { mock: { recommendation: 'DENY' } });
    const { subject, input } = await goAndReturn(step);
    const forged = { ...input, recommendation: 'ALLOW', payload: { ...input.payload, recommendation: 'ALLOW' } };
    expect((await step.finish({ subject, input: forged })).kind).toBe('deny');
  });

  it.each([
    ['nothing', undefined],
    ['text', 'state=1'],
    ['no state', { payload: { sessionId: 'session-1' } }],
    ['an empty state', { payload: { state: '', sessionId: 'session-1' } }],
    ['no session', { payload: { state: 'x' } }],
    ['two states', { payload: { state: ['a', 'b'], sessionId: 'session-1' } }],
  ])('%s that came back is malformed', async (_, input) => {
    const { step } = setUpStep();
    await step.start({ subject: 'login-1' });
    await expect(step.finish({ subject: 'login-1', input })).rejects.toMatchObject({
      code: 'return-rejected',
      reason: 'malformed',
    });
  });

  it('refuses a foreign state, without asking the gateway or quoting it', async () => {
    const { step, gateway } = setUpStep();
    const { subject, input } = await goAndReturn(step);
    const foreign = { payload: { ...input.payload, state: 'canary-state' } };
    const failure: unknown = await step.finish({ subject, input: foreign }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'return-rejected', reason: 'state-unknown', retryable: false });
    expect(JSON.stringify(failure) + String(failure)).not.toMatch(/canary|session-1|login-1/);
    expect(gateway.countOf(RESULT_PATH)).toBe(0);
  });

  it('refuses the state of somebody else’s browser', async () => {
    const { step, gateway } = setUpStep();
    const { input } = await goAndReturn(step, 'login-1');
    await expect(step.finish({ subject: 'login-2', input })).rejects.toMatchObject({ reason: 'other-subject' });
    expect(gateway.countOf(RESULT_PATH)).toBe(0);
    expect((await step.finish({ subject: 'login-1', input })).kind).toBe('allow');
  });

  it('refuses another session with a good state: an accepted one cannot be borrowed', async () => {
    const { step } = setUpStep();
    const { subject, input } = await goAndReturn(step);
    const { input: other } = await goAndReturn(step, 'login-2');
    const borrowed = { payload: { ...input.payload, sessionId: other.payload.sessionId } };
    await expect(step.finish({ subject, input: borrowed })).rejects.toMatchObject({ reason: 'other-session' });
  });

  it('refuses a state that was made too long ago, up to the millisecond', async () => {
    const { step, clock } = setUpStep({}, { stateLifeMs: 1_000 });
    const [late, inTime] = [await goAndReturn(step), await goAndReturn(step)];
    await clock.advance(999);
    expect((await step.finish(inTime)).kind).toBe('allow');
    await clock.advance(1);
    await expect(step.finish(late)).rejects.toMatchObject({ reason: 'state-expired' });
    await clock.advance(5_000);
    await expect(step.finish(late)).rejects.toMatchObject({ reason: 'state-unknown' });
  });

  it('takes a state once', async () => {
    const { step } = setUpStep();
    const returned = await goAndReturn(step);
    await step.finish(returned);
    await expect(step.finish(returned)).rejects.toMatchObject({ code: 'return-rejected', reason: 'state-used' });
  });

  it('takes a state once of twenty submissions at once', async () => {
    const { step } = setUpStep();
    const returned = await goAndReturn(step);
    const ends = await Promise.allSettled(Array.from({ length: 20 }, () => step.finish(returned)));
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const end of ends)
      if (end.status === 'rejected') expect(end.reason).toMatchObject({ code: 'return-rejected' });
  });

  it('leaves the state good after a failure that passes', async () => {
    const { step, gateway, clock } = setUpStep({}, { sessionErrors: 'branch' });
    const returned = await goAndReturn(step);
    for (let i = 0; i < 20; i += 1) gateway.next(RESULT_PATH, refusal(503));
    const failing = step.finish(returned).catch((error: unknown) => error);
    await clock.advance(60_000);
    expect(await failing).toMatchObject({ retryable: true });
    while (gateway.countOf(RESULT_PATH) < 20) await gateway.fetch(`https://mosaic.test${RESULT_PATH}`, {});
    expect((await step.finish(returned)).kind).toBe('allow');
  });

  it('leaves the state good while the checks go on', async () => {
    const { step, clock } = setUpStep({ looksUntilFinal: 30 }, { waitMs: 100 });
    const returned = await goAndReturn(step);
    const early = step.finish(returned).catch((error: unknown) => error);
    await clock.advance(1_000);
    expect(await early).toMatchObject({ code: 'still-processing', userAction: 'keep-waiting' });
  });

  it.each(['abort', 'branch'] as const)('a refused credential is no session’s error (%s)', async (sessionErrors) => {
    const { step, gateway } = setUpStep({}, { sessionErrors });
    const returned = await goAndReturn(step);
    gateway.next(RESULT_PATH, refusal(403, 'forbidden'));
    await expect(step.finish(returned)).rejects.toMatchObject({ code: 'forbidden' });
    expect((await step.finish(returned)).kind).toBe('allow');
  });

  it('a session that is gone, or an answer that is not understood, is an error of the session', async () => {
    for (const [code, answer] of [
      ['not-found', refusal(404, 'not_found')],
      ['invalid-response', () => Response.json({ status: 'complete', recommendation: 'MAYBE' })],
    ] as const) {
      const { step, gateway } = setUpStep({}, { sessionErrors: 'branch' });
      const returned = await goAndReturn(step);
      gateway.next(RESULT_PATH, answer);
      expect(await step.finish(returned)).toMatchObject({ kind: 'error', error: { code } });
      await expect(step.finish(returned)).rejects.toMatchObject({ reason: 'state-used' });
    }
  });

  it('says when the store does not answer', async () => {
    const broken = async (): Promise<never> => {
      throw new Error('canary');
    };
    const store: AtomicStore = { get: broken, set: broken, setIfAbsent: broken, deleteIfEquals: broken };
    const { step } = setUpStep({}, { store });
    const failure: unknown = await step.start({ subject: 'login-1' }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'store-unavailable', retryable: true });
    expect(JSON.stringify(failure)).not.toContain('canary');
  });

  it.each(['', undefined])('a subject %o is a mistake: everybody’s browser would do', async (subject) => {
    const { step } = setUpStep();
    await expect(step.start({ subject: subject as string })).rejects.toThrow(TypeError);
    await expect(step.finish({ subject: subject as string, input: {} })).rejects.toThrow(TypeError);
  });
});

describe('a page and a backend', () => {
  it('go there and back', async () => {
    const { step, gateway } = setUpStep();
    // The page asks for a start, keeps what it is told to, and leaves.
    const response = await step.start({ subject: 'login-1' });
    const leaving = nextMosaicPageStep({ search: '', saved: null, response });
    if (leaving.kind !== 'leave') throw new Error(leaving.kind);
    expect(leaving.url).toBe('https://mosaic.test/verify/app/start-token-1');
    // Back again, it submits what stands in its address.
    const [session] = gateway.sessions;
    const { search } = new URL(session ? gateway.returnUrl(session) : '');
    const back = nextMosaicPageStep({ search, saved: leaving.save });
    if (back.kind !== 'submit') throw new Error(back.kind);
    expect((await step.finish({ subject: 'login-1', input: back.input })).kind).toBe('allow');
  });
});
