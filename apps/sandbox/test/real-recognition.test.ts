import { readStep } from '@bonafide/partner-server/idnow';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createVerifierProcessor } from '../src/processing/verifier-processor.ts';
import { type Flow, openIdnow, openPage } from './support/idnow.ts';
import { openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { anotherSelfie, selfie } from './support/specimens.ts';

// A real face (Eileen Collins, NASA, public domain) through the real verifier: enrolled, recognised, and somebody else.

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openTestSandbox({ processor: createVerifierProcessor({ threads: 1 }) });
});
afterAll(() => sandbox.close());

async function pass(flowId: Flow, picture: Uint8Array<ArrayBuffer>) {
  const idnow = openIdnow(sandbox);
  const { playerUrl, sessionContext } = await idnow.createSession({ flowId, subjectId: 'eileen' });
  await (await openPage(sandbox, playerUrl)).selfie(picture);
  return readStep(await idnow.waitForSession({ sessionId: sessionContext.sessionId, timeoutMs: 110_000 }));
}

it('knows an enrolled face again by what was kept of it, and no other', async () => {
  expect(await pass('biometric-enrollment', await selfie())).toMatchObject({ route: 'accepted' });
  expect(await pass('authentication-v2', await anotherSelfie())).toMatchObject({ route: 'rejected' });
  expect(await pass('authentication-v2', await selfie())).toMatchObject({ route: 'verified' });
});
