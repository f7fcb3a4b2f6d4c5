import { describe, expect, it } from 'vitest';

import { toResult } from './to-result.ts';

const ids = { correlationId: 'order-1', submissionId: 'sub-1', completed: false };

describe('toResult', () => {
  it('says COMPLETED for an approval, and nothing more', () => {
    expect(toResult({ ...ids, completed: true, code: null })).toEqual({
      correlationId: 'order-1',
      submissionId: 'sub-1',
      status: 'COMPLETED',
    });
  });

  it.each([
    [{ completed: true, code: 'verification-failed' }, 'COMPLETED', 'VERIFICATION'],
    [{ code: 'verification-failed' }, 'ERROR', 'VERIFICATION'],
    [{ code: 'attempt-timeout' }, 'NOT_COMPLETED', 'VERIFICATION'],
    [{ code: 'aborted' }, 'NOT_COMPLETED', 'USER_CANCELLED'],
    [{ code: 'aborted', helpAsked: true }, 'NOT_COMPLETED', 'HELP_CLICKED'],
    [{ code: 'permission-denied' }, 'NOT_COMPLETED', 'PERMISSION'],
    [{ code: 'camera-lost' }, 'ERROR', 'CAMERA'],
    [{ code: 'insecure-context' }, 'ERROR', 'SECURITY'],
    [{ code: 'offline' }, 'ERROR', 'NETWORK'],
    [{ code: 'server' }, 'ERROR', 'API'],
  ] as const)('%j is %s, %s', (parts, status, errorCode) => {
    expect(toResult({ ...ids, ...parts })).toMatchObject({
      status,
      extra: { errorCode, detailedErrorCode: parts.code },
    });
  });

  it('leaves out a submission that there was none of', () => {
    expect(toResult({ ...ids, submissionId: null, code: 'no-camera' })).not.toHaveProperty('submissionId');
  });
});
