import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createOneKyc } from '@bonafide/partner-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submit, until, userHeaders } from './support/journey.ts';
import { createPartner } from './support/onekyc-partner.ts';
import { openPartner, type Partner } from './support/open-partner.ts';
import { ACME, LIVENESS_PARTNER, openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture } from './support/pictures.ts';

const read = (path: string) => readFile(fileURLToPath(new URL(path, import.meta.url)), 'utf8');

describe('the code of a page', () => {
  it.each(['assure', 'face-oidc', 'idnow', 'mosaic', 'onekyc'])(
    'of docs/systems/%s.md is what the tests run',
    async (system) => {
      const page = await read(`../../../docs/systems/${system}.md`);
      const [, shown] = /```ts\n([^]*?)```/.exec(page) ?? [];
      expect(shown).toBe(await read(`support/${system}-partner.ts`));
    },
  );
});

describe('a partner of OneKYC in twenty lines', () => {
  const IAB = { clientId: 'IAB', passKey: 'iab-pass-key' };
  let sandbox: TestSandbox;
  let server: Partner;
  let partner: ReturnType<typeof createPartner>;

  beforeAll(async () => {
    server = await openPartner(async ({ headers, body }) => {
      const init = { method: 'POST', headers: headers as Record<string, string>, body };
      const response = await partner.receive(new Request('http://localhost/', init));
      return { status: response.status, body: await response.text() };
    });
    sandbox = await openTestSandbox({
      allowLoopback: true,
      clients: [{ ...ACME, callbackUrl: server.url, iabCredentials: IAB }],
    });
    const onekyc = createOneKyc({
      clientId: ACME.clientId,
      passKey: ACME.passKey,
      onboardingPartner: LIVENESS_PARTNER,
      urls: { token: 'http://localhost/onekyc', gateway: 'http://localhost/onekyc' },
      fetch: (input, init) => sandbox.fetch(new Request(input, init)),
    });
    partner = createPartner(onekyc, IAB);
  });
  afterAll(async () => {
    await sandbox.close();
    await server.close();
  });

  it.each([
    ['live', { lifecycle: 'final', decision: 'accepted' }],
    ['not-live', { lifecycle: 'final', decision: 'rejected' }],
    ['two-faces', { lifecycle: 'errored', decision: 'none' }],
  ] as const)('learns of %s by the callback, and reads what it came to', async (verdict, expected) => {
    const { token, correlationId } = await partner.begin('anna');
    const browser = {
      partnerToken: '',
      userToken: token,
      correlationId,
      userHeaders: userHeaders(token, correlationId),
    };
    await submit(sandbox, browser, picture(verdict));
    await until(() => partner.outcomes.has(correlationId));
    expect(partner.outcomes.get(correlationId)).toMatchObject({ ...expected, authoritative: true });
  });
});
