import { createSandbox, type Sandbox } from '../../src/sandbox.ts';
import type { LogRecord } from '../../src/logger.ts';
import type { SandboxClient, SandboxOptions } from '../../src/sandbox-options.ts';
import { createManualClock, type ManualClock } from './manual-clock.ts';
import { readingProcessor } from './reading-processor.ts';

export const LIVENESS_PARTNER = 'ACME-SDK-COE_STANDALONE_LIVENESS';

export const ACME: SandboxClient = {
  clientId: 'ACME',
  passKey: 'acme-pass-key-canary',
  onboardingPartners: [LIVENESS_PARTNER, 'ACME-SDK-COE_FACE_VERIFICATION'],
  faceOidc: {
    redirectUris: ['https://acme.example.com/face/done'],
    postLogoutRedirectUris: ['https://acme.example.com/bye'],
    name: 'Acme Bank',
  },
};
export const OTHER: SandboxClient = {
  clientId: 'OTHER',
  passKey: 'other-pass-key',
  onboardingPartners: ['OTHER-SDK-COE_STANDALONE_LIVENESS'],
  faceOidc: { redirectUris: ['https://other.example.com/face/done'] },
};

export interface TestSandbox extends Sandbox {
  readonly clock: ManualClock;
  readonly logs: readonly LogRecord[];
}

/** A sandbox with a processor that reads its verdict from the bytes, two clients, and a clock to move. */
export async function openTestSandbox(options: SandboxOptions = {}): Promise<TestSandbox> {
  const clock = createManualClock();
  const logs: LogRecord[] = [];
  const sandbox = await createSandbox({
    clients: [ACME, OTHER],
    processor: readingProcessor,
    // The clock stands still, and tests ask often.
    assureRequestsPerTenSeconds: 10_000,
    clock,
    log: (record) => logs.push(record),
    ...options,
  });
  return Object.assign(sandbox, { clock, logs });
}
