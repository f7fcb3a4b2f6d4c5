import { PATHS } from '@bonafide/contracts/onekyc';
import { describe, expect, it } from 'vitest';
import { refuse, setUp } from '../../test/onekyc-client.ts';

describe('waitForSubmission', () => {
  const pending =
    (headers: Record<string, string> = {}) =>
    () =>
      Response.json(
        { success: true, data: { status: 'IN_PROGRESS', submissionId: 's-1', flow: 'X', partnerSessionId: 'c-1' } },
        { headers },
      );

  it('asks until processing is over', async () => {
    const { clock, gateway, onekyc } = setUp();
    gateway.next(PATHS.submissionDetails, pending());
    gateway.next(PATHS.submissionDetails, pending({ 'retry-after': '8' }));
    gateway.next(PATHS.submissionDetails, refuse(503, 'SERVICE_UNAVAILABLE'));
    const result = onekyc.waitForSubmission({ correlationId: 'c-1', timeoutMs: 60_000 });
    await clock.advance(5_000);
    expect(gateway.countOf(PATHS.submissionDetails)).toBe(2);
    await clock.advance(30_000);
    expect(await result).toMatchObject({ status: 'COMPLETED', result: 'VALID' });
    expect(clock.pendingMs).toEqual([]);
  });

  it('gives an ERROR as a result: it is final too', async () => {
    const { onekyc } = setUp({ details: { status: 'ERROR', reasonCode: 'VERIFICATION_FAILED' } });
    expect(await onekyc.waitForSubmission({ correlationId: 'c-1', timeoutMs: 1_000 })).toMatchObject({
      status: 'ERROR',
    });
  });

  it('says that processing goes on when time is up', async () => {
    const { clock, onekyc } = setUp({ details: { status: 'IN_PROGRESS' } });
    const seen = expect(onekyc.waitForSubmission({ correlationId: 'c-1', timeoutMs: 20_000 })).rejects.toMatchObject({
      code: 'still-processing',
      retryable: true,
    });
    await clock.advance(20_000);
    await seen;
    expect(clock.pendingMs).toEqual([]);
  });

  it('keeps to its time although the gateway hangs', async () => {
    const { clock, onekyc } = setUp({
      delay: (path) => (path === PATHS.submissionDetails ? new Promise(() => {}) : Promise.resolve()),
    });
    const seen = expect(onekyc.waitForSubmission({ correlationId: 'c-1', timeoutMs: 3_000 })).rejects.toMatchObject({
      code: 'still-processing',
    });
    await clock.advance(3_000);
    await seen;
  });

  it.each([
    [400, 'SUBMISSION_DOES_NOT_EXIST', 'not-found'],
    [403, 'FORBIDDEN', 'forbidden'],
  ])('ends at once at %i %s', async (status, cause, code) => {
    const { gateway, onekyc } = setUp();
    gateway.next(PATHS.submissionDetails, refuse(status, cause));
    await expect(onekyc.waitForSubmission({ correlationId: 'c-1', timeoutMs: 60_000 })).rejects.toMatchObject({ code });
  });

  it('waits for a submission to exist when it is told to', async () => {
    const { clock, gateway, onekyc } = setUp();
    gateway.next(PATHS.submissionDetails, refuse(400, 'SUBMISSION_DOES_NOT_EXIST'));
    const result = onekyc.waitForSubmission({ correlationId: 'c-1', timeoutMs: 60_000, untilItExists: true });
    await clock.advance(5_000);
    expect((await result).status).toBe('COMPLETED');
  });

  it('ends at an answer that it does not understand', async () => {
    const { onekyc } = setUp({ details: { status: 'HALF_DONE' as 'ERROR' } });
    await expect(onekyc.waitForSubmission({ correlationId: 'c-1', timeoutMs: 60_000 })).rejects.toMatchObject({
      code: 'invalid-response',
    });
  });

  it('rejects with the reason of a caller that leaves', async () => {
    const { clock, onekyc } = setUp({ details: { status: 'IN_PROGRESS' } });
    const controller = new AbortController();
    const wait = onekyc.waitForSubmission({ correlationId: 'c-1', timeoutMs: 60_000, signal: controller.signal });
    const seen = expect(wait).rejects.toBe('left');
    await clock.advance(500);
    controller.abort('left');
    await seen;
    expect(clock.pendingMs).toEqual([]);
  });
});
