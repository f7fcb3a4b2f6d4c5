import type { Idnow } from '@bonafide/partner-server/idnow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openIdnow, pass } from './support/idnow.ts';
import { openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { readingProcessor } from './support/reading-processor.ts';

// The vendor's list of the block `Verification` (Authentication v2), for `error`; verified, rejected and aborted are in
// idnow-journey.test.ts.

let sandbox: TestSandbox;
let idnow: Idnow;
let isDown = false;

beforeAll(async () => {
  sandbox = await openTestSandbox({
    processor: {
      ...readingProcessor,
      compareWithTemplate: (selfie, template, signal) =>
        isDown
          ? Promise.reject(new Error('the matcher is down'))
          : readingProcessor.compareWithTemplate(selfie, template, signal),
    },
  });
  idnow = openIdnow(sandbox);
});
afterAll(() => sandbox.close());

const CASES: Readonly<Record<string, (subject: string) => Promise<void>>> = {
  'was never enrolled': async () => {},
  'is locked out': async (subject) => {
    await pass(sandbox, idnow, 'biometric-enrollment', subject, 'live');
    for (let i = 0; i < 5; i += 1) await pass(sandbox, idnow, 'authentication-v2', subject, 'other-person');
  },
  'nobody can compare': async (subject) => {
    await pass(sandbox, idnow, 'biometric-enrollment', subject, 'live');
    isDown = true;
  },
};

describe('error: no check, no evidence, no framework, no level', () => {
  it.each(Object.keys(CASES))('of a person who %s', async (name) => {
    await CASES[name]?.(name);
    const session = await pass(sandbox, idnow, 'authentication-v2', name, 'live');
    isDown = false;
    expect(session).toMatchObject({
      sessionStatus: 'COMPLETED',
      outcome: 'rejected',
      lastStep: { verdict: 'rejected' },
    });
    expect(session.results).toEqual({
      verification: {
        status: 'error',
        methods: [{ type: 'biometric', checks: [], evidence: [] }],
        provider: 'keyless',
        trustFramework: null,
        assuranceLevel: null,
      },
    });
  });
});
