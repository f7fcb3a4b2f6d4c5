import { createAssure } from '@bonafide/partner-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ACME, openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture } from './support/pictures.ts';

// Behind a socket a request without a body is another thing to the server than in its own process.

let sandbox: TestSandbox;
let url = '';
beforeAll(async () => {
  sandbox = await openTestSandbox();
  url = await sandbox.listen({ port: 0 });
});
afterAll(() => sandbox.close());

it('starts and cancels without a word more than the vendor documents', async () => {
  const assure = createAssure({
    clientId: ACME.clientId,
    clientSecret: ACME.passKey,
    urls: { token: url, gateway: url },
    // A machine that does much else at once must not look like a gateway that hangs.
    timeoutMs: 60_000,
  });
  const { dossierId } = await assure.createDossier({});
  const open = async () => {
    const { processId } = await assure.createProcess({
      dossierId,
      processType: 'documentSelfie',
      documentType: 'passport',
      location: { countryOfResidence: 'NOR' },
    });
    const key = { dossierId, processId };
    await assure.setImages({ ...key, images: { front: picture('document'), selfie: picture('live') } });
    return key;
  };
  const started = await open();
  await assure.startVerification(started);
  expect(await assure.waitForProcess({ ...started, timeoutMs: 60_000 })).toMatchObject({ status: 'accepted' });
  const cancelled = await open();
  await assure.cancelProcess(cancelled);
  expect(await assure.getProcess(cancelled)).toMatchObject({ status: 'canceled' });
});
