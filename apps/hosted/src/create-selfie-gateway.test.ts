import type { IdentityGateway, IdentityPicture, IdentityPoll } from '@bonafide/browser-core/identity';
import { describe, expect, it } from 'vitest';
import { createSelfieGateway } from './create-selfie-gateway.ts';

const { signal } = new AbortController();
const TARGET = { submissionId: 'c1', url: 'about:blank', expiresInMs: 1 };

/** A gateway that keeps what it was told, in order, and answers a poll as given. */
function identity(poll: object = {}) {
  const told: string[] = [];
  const pictures: IdentityPicture[] = [];
  const gateway: Partial<IdentityGateway> = {
    resume: (processId) => {
      told.push(`resume ${processId}`);
      return Promise.resolve({
        process: { processId, depictions: ['SELFIE'], received: [] },
        poll: poll as IdentityPoll,
      });
    },
    put: (depiction, picture, onProgress) => {
      told.push(`put ${depiction}`);
      pictures.push(picture);
      onProgress(1);
      return Promise.resolve();
    },
    submit: () => {
      told.push('submit');
      return Promise.resolve();
    },
    poll: () => Promise.resolve({ retryAfterMs: null, attemptsLeft: 2, ...poll } as IdentityPoll),
  };
  return { told, pictures, gateway: createSelfieGateway(gateway as IdentityGateway, 'c1') };
}

describe('createSelfieGateway', () => {
  it('puts the one picture where those of documents go, and hands it in with what was said of it', async () => {
    const { told, pictures, gateway } = identity();
    const target = await gateway.requestUpload(signal);
    const shares: number[] = [];
    await gateway.upload(target, new Blob(['picture']), (share) => shares.push(share), signal);
    await gateway.confirm('c1', { bonafide: { version: '1' } }, signal);
    expect(told).toEqual(['resume c1', 'put SELFIE', 'submit']);
    expect(shares).toEqual([1]);
    expect(pictures[0]).toMatchObject({
      // printf picture | sha256sum
      digest: '2cea274d0bedc39ec4ab6ba9e59ec889e3ed6fb56a1cf088a64d9b383378dc97',
      evidence: { bonafide: { version: '1' } },
    });
  });

  it('says nothing of one picture that was said of the last', async () => {
    const { pictures, gateway } = identity();
    await gateway.upload(TARGET, new Blob(['one']), () => {}, signal);
    await gateway.confirm('c1', { bonafide: { version: '1' } }, signal);
    await gateway.upload(TARGET, new Blob(['two']), () => {}, signal);
    expect(pictures[1]?.evidence).toEqual({});
    expect(pictures[0]?.evidence).toEqual({ bonafide: { version: '1' } });
  });

  it.each([
    [{ state: 'pending' }, { nextAction: 'STATUS', approved: null }],
    [
      { state: 'processing', retryAfterMs: 2000 },
      { nextAction: 'STATUS', retryAfterMs: 2000 },
    ],
    [
      { state: 'recapture', depictions: ['SELFIE'], reason: 'not-live' },
      { nextAction: 'RETRY', approved: false, pictureRefused: true, attemptsLeft: 2 },
    ],
    [
      { state: 'done', status: 'passed', word: 'accepted' },
      { status: 'COMPLETED', approved: true, nextAction: 'EXIT' },
    ],
    [
      { state: 'done', status: 'failed', word: 'rejected' },
      { status: 'COMPLETED', approved: false, nextAction: 'EXIT' },
    ],
    [
      { state: 'done', status: 'error', word: 'failed' },
      { status: 'ERROR', approved: null, nextAction: 'EXIT' },
    ],
    [
      { state: 'done', status: 'cancelled', word: 'canceled' },
      { status: 'ERROR', nextAction: 'EXIT' },
    ],
  ])('reads %j', async (poll, expected) => {
    await expect(identity(poll).gateway.status('c1', signal)).resolves.toMatchObject({
      submissionId: 'c1',
      ...expected,
    });
  });
});
