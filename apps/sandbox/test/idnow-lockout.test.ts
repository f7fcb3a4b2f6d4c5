import { type Idnow, readStep } from '@bonafide/partner-server/idnow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DONE_URL, fetchFrom, openIdnow, openPage, openPlayer, pass } from './support/idnow.ts';
import { openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture } from './support/pictures.ts';

let sandbox: TestSandbox;
let idnow: Idnow;
beforeAll(async () => {
  sandbox = await openTestSandbox();
  idnow = openIdnow(sandbox);
});
afterAll(() => sandbox.close());

const enrol = async (subjectId: string): Promise<void> => {
  const session = await pass(sandbox, idnow, 'biometric-enrollment', subjectId, 'live');
  expect(session.lastStep?.verdict).toBe('accepted');
};

describe('the lockout', () => {
  const failOnce = (subject: string) => pass(sandbox, idnow, 'authentication-v2', subject, 'other-person');

  it('comes after five failures in ten minutes, is told with its way on, and ends', async () => {
    await enrol('locked');
    for (let i = 0; i < 5; i += 1) expect(readStep(await failOnce('locked'))).toMatchObject({ route: 'rejected' });
    for (const flow of ['authentication-v1', 'authentication-v2'] as const) {
      // Also the right face, and on either step: nothing is looked at.
      const session = await pass(sandbox, idnow, flow, 'locked', 'live');
      expect(() => readStep(session)).toThrow(
        expect.objectContaining({ code: 'locked-out', userAction: 'retry-later' }),
      );
      expect(session['x-bonafide']?.retryAfterSeconds).toBeGreaterThan(590);
      expect(session['x-bonafide']?.retryAfterSeconds).toBeLessThanOrEqual(600);
    }
    // Another person is not locked out, and enrolling is not counted.
    await enrol('not-locked');
    sandbox.clock.advance(601_000);
    // The token's day is not over, so that only the suspension is.
    const session = await pass(sandbox, idnow, 'authentication-v2', 'locked', 'live');
    expect(readStep(session)).toMatchObject({ route: 'verified' });
  });

  it('tells the person why nothing is looked at, and for how long, in the language of the session', async () => {
    await enrol('told');
    for (let i = 0; i < 5; i += 1) await failOnce('told');
    sandbox.clock.advance(61_000);
    const open = async (over: Partial<Parameters<Idnow['createSession']>[0]> = {}) => {
      const created = await idnow.createSession({ flowId: 'authentication-v2', subjectId: 'told', ...over });
      return openPlayer(sandbox, created.playerUrl);
    };
    const told = await open();
    expect(told).toMatchObject({ status: 200, location: null });
    expect(told.text).toContain('<html lang="en">');
    expect(told.text).toContain('Too many attempts');
    expect(told.text).toContain('Try again in 9 minutes.');
    expect((await open({ locale: 'id-ID' })).text).toContain('Coba lagi dalam 9 menit.');
    // Where an address waits, the partner tells: the session says why.
    expect((await open({ redirectUrl: DONE_URL })).location).toBe(DONE_URL);
  });

  it.each([
    ['authentication-v1', 'never-enrolled', undefined, 'No face is set up yet'],
    ['biometric-enrollment', 'not-locked', undefined, 'Your face is already set up'],
    ['authentication-v2', 'scripted', 'idnow-session-expired', 'This check took too long'],
    ['authentication-v2', 'scripted', 'idnow-error', 'This check could not be made'],
    ['authentication-v2', 'scripted', 'idnow-verified', 'This check is done'],
  ] as const)('says of %s for %s (%s): %s', async (flowId, subjectId, scenario, title) => {
    const scripted = openIdnow(sandbox, { fetch: fetchFrom(sandbox, scenario) });
    const { playerUrl } = await scripted.createSession({ flowId, subjectId });
    expect((await openPlayer(sandbox, playerUrl)).text).toContain(`<h1>${title}</h1>`);
  });

  it('forgets failures after a success, and after ten minutes', async () => {
    await enrol('forgiven');
    for (let i = 0; i < 4; i += 1) await failOnce('forgiven');
    expect(readStep(await pass(sandbox, idnow, 'authentication-v2', 'forgiven', 'live'))).toMatchObject({
      route: 'verified',
    });
    for (let i = 0; i < 4; i += 1) await failOnce('forgiven');
    sandbox.clock.advance(601_000);
    await failOnce('forgiven');
    expect(readStep(await pass(sandbox, idnow, 'authentication-v2', 'forgiven', 'live'))).toMatchObject({
      route: 'verified',
    });
  });

  it('counts attempts that are not live, and holds against many pages that were opened before', async () => {
    await enrol('hurried');
    const open = async () => {
      const { playerUrl, sessionContext } = await idnow.createSession({
        flowId: 'authentication-v2',
        subjectId: 'hurried',
      });
      return { page: await openPage(sandbox, playerUrl), sessionId: sessionContext.sessionId };
    };
    const pages = await Promise.all(Array.from({ length: 4 }, open));
    for (const { page } of pages.slice(0, 2)) for (let i = 0; i < 3; i += 1) await page.selfie(picture('not-live'));
    const [, , third] = pages;
    if (third === undefined) throw new Error('no page');
    await third.page.selfie(picture('live'));
    const session = await idnow.waitForSession({ sessionId: third.sessionId, timeoutMs: 20_000 });
    expect(() => readStep(session)).toThrow(expect.objectContaining({ code: 'locked-out' }));
  });
});
