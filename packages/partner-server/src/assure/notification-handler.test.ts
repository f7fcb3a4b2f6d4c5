import { createManualClock } from '@bonafide/wire/testing/manual-clock.js';
import { describe, expect, it } from 'vitest';
import { assureNotificationHandler } from './notification-handler.ts';
import type { AssureDelivery, AssureNotificationHandlerOptions } from './notification-handler.ts';

const AUTHORIZATION = 'Bearer canary-notification';
const EVENT = { dossierId: 'd-1', processId: 'p-1', status: 'accepted' };

function setUp(over: Partial<AssureNotificationHandlerOptions> = {}) {
  const deliveries: AssureDelivery[] = [];
  const errors: unknown[] = [];
  const handle = assureNotificationHandler({
    authorization: AUTHORIZATION,
    onEvent: (delivery) => void deliveries.push(delivery),
    onError: (error) => errors.push(error),
    clock: createManualClock(),
    ...over,
  });
  const deliver = (body: unknown, authorization: string | undefined = AUTHORIZATION) =>
    handle(
      new Request('https://partner.test/callbacks/assure', {
        method: 'POST',
        ...(authorization && { headers: { authorization } }),
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    );
  return { deliveries, errors, handle, deliver };
}

describe('assureNotificationHandler', () => {
  it('hands on a notification once, with words that it does not know', async () => {
    const { deliver, deliveries } = setUp();
    const event = { ...EVENT, status: 'next-year', at: 1 };
    for (let i = 0; i < 3; i += 1) expect((await deliver(event)).status).toBe(200);
    expect(deliveries).toEqual([{ event, id: expect.stringMatching(/^event-[0-9a-f]{32}$/) as string }]);
  });

  it('tells processes and their statuses apart', async () => {
    const { deliver, deliveries } = setUp();
    for (const other of [{}, { processId: 'p-2' }, { dossierId: 'd-2' }, { status: 'failed' }])
      await deliver({ ...EVENT, ...other });
    expect(deliveries).toHaveLength(4);
  });

  it.each([undefined, '', 'Bearer canary', `${AUTHORIZATION} `.trimEnd().slice(0, -1), AUTHORIZATION.toLowerCase()])(
    'does not believe %s',
    async (authorization) => {
      const { deliver, deliveries, errors } = setUp();
      const answer = await deliver(EVENT, authorization ?? '');
      expect([answer.status, await answer.json()]).toEqual([401, { code: 'UNAUTHORIZED' }]);
      expect(deliveries).toEqual([]);
      expect(errors).toMatchObject([{ code: 'webhook-rejected', reason: 'credentials-rejected' }]);
      expect(JSON.stringify(errors)).not.toContain('canary');
    },
  );

  it('takes two secrets while they change', async () => {
    const { deliver } = setUp({ authorization: ['Bearer new', AUTHORIZATION] });
    expect([(await deliver(EVENT)).status, (await deliver(EVENT, 'Bearer new')).status]).toEqual([200, 200]);
  });

  it('has no way to skip verification by omission', () => {
    for (const authorization of ['', [], [''], undefined, ['a', 'b\n']])
      expect(() => assureNotificationHandler({ authorization: authorization as string, onEvent: () => {} })).toThrow(
        TypeError,
      );
  });

  it.each([
    ['no JSON', 'nope', 'not-json'],
    ['no process', { dossierId: 'd', status: 'accepted' }, 'unknown-event'],
    ['a list', [], 'unknown-event'],
  ])('%s is no event', async (_, body, reason) => {
    const { deliver, errors } = setUp();
    expect((await deliver(body)).status).toBe(400);
    expect(errors).toMatchObject([{ reason }]);
  });

  it('asks for another delivery when the handler fails', async () => {
    let calls = 0;
    const { deliver } = setUp({
      onEvent: () => {
        if ((calls += 1) === 1) throw new Error('database down');
      },
    });
    expect([(await deliver(EVENT)).status, (await deliver(EVENT)).status, calls]).toEqual([500, 200, 2]);
  });
});
