import { inspect } from 'node:util';
import { isPartnerServerError } from '@bonafide/partner-server';
import type * as openid from 'openid-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { discover, finish, login, photo, prepareLogin, toHint } from './support/face-oidc.ts';
import { ACME, openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { relyingParty } from './support/partner-face-oidc.ts';

let sandbox: TestSandbox;
let config: openid.Configuration;

beforeAll(async () => {
  sandbox = await openTestSandbox();
  config = await discover(sandbox);
});
afterAll(() => sandbox.close());

it('no log, error or event holds a secret, a name, a photo or a code', async () => {
  const identifier = 'canary.person@example.com';
  const { parameters } = await prepareLogin({ loginHint: identifier });
  const { kept, url } = await login(sandbox, config, { loginHint: identifier });
  const { tokens } = await finish(config, url, kept);
  const hint = toHint(await photo('live'));
  const withPhoto = await login(sandbox, config, { loginHint: hint });
  const failures: unknown[] = [];
  const events: unknown[] = [];
  const note = (call: Promise<unknown>) =>
    call.then(
      () => undefined,
      (error: unknown) => void failures.push(error),
    );
  const ours = relyingParty(sandbox, { clientSecret: 'canary-secret', onEvent: (event) => void events.push(event) });
  await note(ours.beginLogin({ reference: { mode: 'profile', identifier } }));
  await note(ours.finishLogin({ url, pending: { ...kept, state: 'canary-state' } }));
  await note(ours.finishLogin({ url, pending: kept }));
  await note(relyingParty(sandbox).finishLogin({ url, pending: kept }));
  await note(
    relyingParty(sandbox).finishLogin({ url: withPhoto.url, pending: { ...withPhoto.kept, nonce: 'canary-nonce' } }),
  );
  await note(ours.beginBackchannelLogin());
  expect(failures).toHaveLength(6);
  expect(failures.every(isPartnerServerError)).toBe(true);
  const told = [
    ...failures.flatMap((failure) => [
      JSON.stringify(failure),
      inspect(failure, { depth: Infinity }),
      String((failure as Error).stack),
    ]),
    JSON.stringify(events),
    JSON.stringify(sandbox.logs),
    await (await sandbox.fetch(new Request('http://localhost/control/api/clients'))).text(),
  ].join('\n');
  const secrets = [
    identifier,
    'canary-secret',
    'canary-state',
    'canary-nonce',
    ACME.passKey,
    kept.codeVerifier,
    kept.state,
    tokens.access_token,
    url.searchParams.get('code') ?? '',
    hint.slice(30, 90),
    parameters['code_challenge'] ?? '',
  ];
  for (const secret of secrets) expect(told).not.toContain(secret);
});
