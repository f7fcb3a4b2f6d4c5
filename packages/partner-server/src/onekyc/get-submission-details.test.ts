import { PATHS } from '@bonafide/contracts/onekyc';
import { describe, expect, it } from 'vitest';
import { refuse, setUp, USER } from '../../test/onekyc-client.ts';

describe('getSubmissionDetails', () => {
  it.each([
    ['value', { traceparent: 'canary\r\nx-evil: 1' }],
    ['name', { 'x evil': 'canary' }],
  ])('takes a header whose %s cannot be sent for a mistake, before anything is sent', async (_, headers) => {
    const { gateway, onekyc } = setUp();
    const failure: unknown = await onekyc
      .getSubmissionDetails({ correlationId: 'c-1', headers })
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TypeError);
    expect((failure as Error).message).not.toContain('canary');
    expect(gateway.requests).toEqual([]);
  });

  it('asks by correlation id, by submission id and for a user', async () => {
    const { gateway, onekyc } = setUp();
    await onekyc.getSubmissionDetails({ correlationId: 'c-1' });
    await onekyc.getSubmissionDetails({ submissionId: 's-1', user: USER });
    expect(gateway.requests[1]?.headers).toMatchObject({ 'x-partner-session-id': 'c-1' });
    expect(gateway.requests[2]?.headers).toMatchObject({ 'x-submission-id': 's-1', 'x-partner-user-id': 'user-1' });
    await expect(onekyc.getSubmissionDetails({} as { submissionId: string })).rejects.toThrow(TypeError);
  });

  it('loses nothing that it does not know: open reason codes, new fields', async () => {
    const details = { reasonCode: 'A_CODE_OF_NEXT_YEAR', future: { nested: [1] } };
    const { onekyc } = setUp({ details });
    expect(await onekyc.getSubmissionDetails({ correlationId: 'c-1' })).toMatchObject(details);
  });

  it.each(['status', 'result'])('does not take an unknown word in %s for anything', async (field) => {
    const { onekyc } = setUp({ details: { [field]: 'APPROVED_MAYBE' } });
    const failure: unknown = await onekyc
      .getSubmissionDetails({ correlationId: 'c-1' })
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: 'invalid-response',
      message: expect.stringContaining(`data.${field}`) as string,
    });
    expect((failure as Error).message).not.toContain('APPROVED_MAYBE');
  });

  it('does not take another submission’s answer', async () => {
    const { onekyc } = setUp({ details: { partnerSessionId: 'of-somebody-else' } });
    await expect(onekyc.getSubmissionDetails({ correlationId: 'c-1' })).rejects.toMatchObject({
      code: 'invalid-response',
    });
  });

  it.each([
    [400, 'SUBMISSION_DOES_NOT_EXIST', 'not-found'],
    [400, 'PARTNER_SESSION_ID_DOES_NOT_BELONG_TO_THE_USER', 'request-rejected'],
    [401, 'UNAUTHORIZED', 'token-rejected'],
    [403, 'FORBIDDEN', 'forbidden'],
    [409, 'SUBMISSION_STATE_CONFLICT', 'conflict'],
    [429, 'TOO_MANY_REQUESTS', 'rate-limited'],
    [500, 'GENERIC_SERVICE_ERROR', 'server'],
    [302, 'X', 'invalid-response'],
    [204, 'X', 'invalid-response'],
  ] as const)('%i %s is %s', async (status, cause, code) => {
    const { clock, gateway, onekyc } = setUp();
    const answer = status === 204 ? () => new Response(null, { status }) : refuse(status, cause);
    for (let i = 0; i < 3; i += 1) gateway.next(PATHS.submissionDetails, answer);
    const seen = expect(onekyc.getSubmissionDetails({ correlationId: 'c-1' })).rejects.toMatchObject({ code, status });
    await clock.advance(60_000);
    await seen;
  });

  it.each([
    ['a page instead of JSON', () => new Response('<html>login</html>')],
    ['2 MiB', () => new Response('x'.repeat(2_097_152))],
    ['a success that says it is none', () => Response.json({ success: false, data: null, errors: [] })],
  ])('does not accept %s', async (_, answer) => {
    const { gateway, onekyc } = setUp();
    gateway.next(PATHS.submissionDetails, answer);
    await expect(onekyc.getSubmissionDetails({ correlationId: 'c-1' })).rejects.toMatchObject({
      code: 'invalid-response',
    });
  });

  it('tries again what may pass, within its whole time', async () => {
    const { clock, gateway, events, onekyc } = setUp();
    gateway.next(PATHS.submissionDetails, refuse(503, 'SERVICE_UNAVAILABLE'));
    gateway.next(PATHS.submissionDetails, () => Promise.reject(new TypeError('fetch failed')));
    const details = onekyc.getSubmissionDetails({ correlationId: 'c-1' });
    await clock.advance(30_000);
    expect(await details).toMatchObject({ result: 'VALID' });
    expect(events.filter(({ kind }) => kind === 'retry')).toHaveLength(2);
  });
});
