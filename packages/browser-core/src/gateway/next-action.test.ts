import { describe, expect, it } from 'vitest';

import type { SubmissionStatus } from './liveness-gateway.ts';
import { nextAction } from './next-action.ts';

const base: SubmissionStatus = {
  submissionId: 's',
  status: 'IN_PROGRESS',
  approved: null,
  pictureRefused: false,
  nextAction: null,
  attemptsLeft: null,
  retryAfterMs: null,
};

describe('nextAction', () => {
  it.each<[Partial<SubmissionStatus>, number, string]>([
    [{ status: 'INITIATED' }, 2, 'STATUS'],
    [{ status: 'IN_PROGRESS' }, 2, 'STATUS'],
    [{ status: 'PARTIALLY_COMPLETED' }, 2, 'STATUS'],
    [{ status: 'IN_PROGRESS', pictureRefused: true }, 2, 'RETRY'],
    [{ status: 'IN_PROGRESS', pictureRefused: true }, 0, 'EXIT'],
    [{ status: 'COMPLETED', approved: true }, 2, 'EXIT'],
    [{ status: 'COMPLETED' }, 2, 'EXIT'],
    [{ status: 'COMPLETED', approved: false }, 1, 'RETRY'],
    [{ status: 'COMPLETED', approved: false }, 0, 'EXIT'],
    [{ status: 'ERROR' }, 1, 'RETRY'],
    [{ status: 'ERROR' }, 0, 'EXIT'],
    [{ status: 'COMPLETED', approved: false, nextAction: 'EXIT' }, 2, 'EXIT'],
    [{ status: 'COMPLETED', approved: true, nextAction: 'STATUS' }, 2, 'STATUS'],
    [{ status: 'IN_PROGRESS', nextAction: 'RETRY' }, 1, 'RETRY'],
    [{ status: 'IN_PROGRESS', nextAction: 'RETRY' }, 0, 'EXIT'],
  ])('%j with %i left is %s', (status, left, action) => {
    expect(nextAction({ ...base, ...status }, left)).toBe(action);
  });
});
