import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { call, settled, start, submit, until } from './support/journey.ts';
import { openPartner, type Partner, type PartnerAnswer } from './support/open-partner.ts';
import { ACME, openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';

const SECRET = `whsec_${Buffer.from('callback-secret-of-32-bytes-long').toString('base64')}`;
const IAB = { clientId: 'IAB', passKey: 'iab-pass-key' };

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

async function open(
  answer: (count: number) => PartnerAnswer,
  changes: { retryDelaysMs?: readonly number[]; allowLoopback?: boolean } = {},
): Promise<{ partner: Partner; sandbox: TestSandbox }> {
  const partner = await openPartner((_, count) => answer(count));
  cleanups.push(() => partner.close());
  const sandbox = await openTestSandbox({
    allowLoopback: changes.allowLoopback ?? true,
    clients: [{ ...ACME, callbackUrl: `${partner.url}/callback`, callbackSecret: SECRET, iabCredentials: IAB }],
    callbacks: { retryDelaysMs: changes.retryDelaysMs ?? [10, 10, 10] },
  });
  cleanups.push(() => sandbox.close());
  return { partner, sandbox };
}

async function deliveries(sandbox: TestSandbox, submissionId: string) {
  const { body } = await call(sandbox, `/control/api/submissions/${submissionId}`);
  return body.callbacks as { state: string; attempts: number; lastStatus: number; lastError: string | null }[];
}

describe('callbacks', () => {
  it('arrive signed, with the gateway’s credentials and a thin body', async () => {
    const { partner, sandbox } = await open(() => ({ status: 200 }));
    const started = await start(sandbox, { userId: 'personal-identifier' });
    const submissionId = await submit(sandbox, started);
    await until(async () => (await deliveries(sandbox, submissionId))[0]?.state === 'DELIVERED');
    expect(partner.requests).toHaveLength(1);
    const [request] = partner.requests;
    expect(request).toMatchObject({ method: 'POST', path: '/callback' });
    expect(request?.headers).toMatchObject({
      'content-type': 'application/json',
      'client-id': IAB.clientId,
      'pass-key': IAB.passKey,
    });
    expect(JSON.parse(request?.body ?? '')).toEqual({
      submissionId,
      partnerSessionId: started.correlationId,
      status: 'COMPLETED',
      result: 'VALID',
      reasonCode: null,
    });
    const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature } = request?.headers ?? {};
    const key = Buffer.from('callback-secret-of-32-bytes-long');
    const expected = createHmac('sha256', key).update(`${String(id)}.${String(timestamp)}.${request?.body}`);
    expect(signature).toBe(`v1,${expected.digest('base64')}`);
    expect(request?.body).not.toContain('personal-identifier');
  });

  it('are made again after 500, a redirect and 503, with the same id each time', async () => {
    const answers = [500, 302, 503, 204];
    const { partner, sandbox } = await open((count) => ({
      status: answers[count - 1] ?? 200,
      headers: { location: '/elsewhere' },
    }));
    const submissionId = await submit(sandbox, await start(sandbox));
    await until(async () => (await deliveries(sandbox, submissionId))[0]?.state === 'DELIVERED');
    expect(partner.requests.map(({ path }) => path)).toEqual(['/callback', '/callback', '/callback', '/callback']);
    expect(new Set(partner.requests.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(await deliveries(sandbox, submissionId)).toMatchObject([{ attempts: 4, lastStatus: 204 }]);
  });

  it('are given up when the schedule is over', async () => {
    const { partner, sandbox } = await open(() => ({ status: 500 }), { retryDelaysMs: [10] });
    const submissionId = await submit(sandbox, await start(sandbox));
    await until(async () => (await deliveries(sandbox, submissionId))[0]?.state === 'FAILED');
    expect(partner.requests).toHaveLength(2);
  });

  it('end for good when the endpoint is gone', async () => {
    const { partner, sandbox } = await open(() => ({ status: 410 }));
    const first = await submit(sandbox, await start(sandbox));
    await until(async () => (await deliveries(sandbox, first))[0]?.state === 'DISABLED');
    const second = await submit(sandbox, await start(sandbox));
    await until(async () => (await deliveries(sandbox, second))[0]?.state === 'DISABLED');
    expect(partner.requests).toHaveLength(1);
    const { body } = await call(sandbox, '/control/api/clients');
    expect(body.clients[0].callbackDisabled).toBe(true);
  });

  it('do not reach this machine unless that is allowed', async () => {
    const { partner, sandbox } = await open(() => ({ status: 200 }), { allowLoopback: false });
    const submissionId = await submit(sandbox, await start(sandbox));
    await until(async () => (await deliveries(sandbox, submissionId))[0]?.state === 'FAILED');
    expect(await deliveries(sandbox, submissionId)).toMatchObject([{ lastError: 'address-not-allowed', attempts: 1 }]);
    expect(partner.requests).toHaveLength(0);
  });

  it('are lost by scenario, and duplicated with one id', async () => {
    const { partner, sandbox } = await open(() => ({ status: 200 }));
    const started = await start(sandbox, { scenario: 'lost-callback' });
    const lost = await submit(sandbox, started);
    await settled(sandbox, started, lost);
    expect(await deliveries(sandbox, lost)).toMatchObject([{ state: 'LOST', attempts: 0 }]);
    const twice = await submit(sandbox, await start(sandbox, { scenario: 'duplicated-callback' }));
    await until(() => partner.requests.length === 2);
    expect(partner.requests[0]?.headers['webhook-id']).toBe(partner.requests[1]?.headers['webhook-id']);
    expect(partner.requests.map(({ body }) => JSON.parse(body).submissionId)).toEqual([twice, twice]);
  });
});
