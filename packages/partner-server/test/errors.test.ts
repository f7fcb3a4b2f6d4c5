import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PATHS as assurePaths } from '@bonafide/contracts/assure';
import { PATHS as idnowPaths } from '@bonafide/contracts/idnow';
import { PATHS as mosaicPaths } from '@bonafide/contracts/mosaic';
import { PATHS } from '@bonafide/contracts/onekyc';
import { describe, expect, it } from 'vitest';
import {
  callbackHandler,
  createAssure,
  createMemoryStore,
  createMosaic,
  createOneKyc,
  isPartnerServerError,
  PARTNER_SERVER_ERRORS,
  PartnerServerError,
  WebhookVerificationError,
} from '../src/index.ts';
import type { PartnerServerErrorCode } from '../src/index.ts';
import { createIdnow, idnowEventHandler, readVerification } from '../src/idnow/index.ts';
import type { IdnowOptions, VerifyTransaction } from '../src/idnow/index.ts';
import {
  createEventSigner,
  createFakeAssure,
  createFakeGateway,
  createFakeIdnow,
  createFakeMosaic,
} from '../src/testing/index.ts';
import { createWebhookVerifier } from '../src/webhook/index.ts';
import { setUpAssure } from './assure-client.ts';
import { traces } from './error-traces.ts';
import { setUpStep } from './mosaic-client.ts';

const CANARY = 'canary-4711';
const SECRET = `whsec_${btoa('s'.repeat(32))}`;

describe('error codes', () => {
  it('the README’s table is the union', () => {
    const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8');
    const rows = [...readme.matchAll(/^\| `([a-z-]+)` \| (yes|no) \| `([a-z-]+)` \|/gm)];
    const table = Object.fromEntries(
      rows.map(([, code, retryable, userAction]) => [code, { retryable: retryable === 'yes', userAction }]),
    );
    expect(table).toEqual(PARTNER_SERVER_ERRORS);
  });

  it('each error says what its code says', () => {
    for (const code of Object.keys(PARTNER_SERVER_ERRORS) as PartnerServerErrorCode[])
      expect(new PartnerServerError(code, 'message')).toMatchObject({ code, ...PARTNER_SERVER_ERRORS[code] });
  });

  it('is recognised by its brand, also when another copy of the package threw it', () => {
    const twin = Object.defineProperty(new Error('twin'), Symbol.for('bonafide.partner-server.error'), { value: true });
    const webhook = new WebhookVerificationError('not-json', 'message');
    expect([twin, webhook, new Error('other'), undefined].map(isPartnerServerError)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

/** Nothing but the answer that never comes may end a call by its time-out, however busy the machine is. */
const PATIENT_MS = 60_000;
const timeoutFor = (answer: string): number => (answer === 'hanging' ? 50 : PATIENT_MS);

/** Every way to make this package fail, with the canary wherever an outsider or a secret could put it. */
async function failures(): Promise<Map<string, unknown>> {
  const body = JSON.stringify({ success: false, data: null, errors: [{ code: 1, cause: CANARY }], token: CANARY });
  const answers: Readonly<Record<string, () => Response | Promise<Response>>> = {
    ...Object.fromEntries(
      [301, 400, 401, 403, 404, 409, 422, 429, 500, 503].map((status) => [
        `status ${status}`,
        () =>
          new Response(body, {
            status,
            headers: { 'x-request-id': `${CANARY} !`, location: `/${CANARY}`, 'retry-after': '999' },
          }),
      ]),
    ),
    'no JSON': () => new Response(`<html>${CANARY}`),
    'not the contract': () =>
      Response.json({
        success: true,
        data: { status: CANARY, token: CANARY },
        token_type: 1,
        dossierId: 1,
        start_token: CANARY,
        session_id: 1,
        detail: CANARY,
      }),
    'too large': () => new Response(CANARY.repeat(200_000)),
    'lost connection': () =>
      Promise.reject(Object.assign(new TypeError(`fetch failed ${CANARY}`), { headers: { 'pass-key': CANARY } })),
    'broken body': () =>
      new Response(new ReadableStream({ start: (controller) => controller.error(new Error(CANARY)) })),
    hanging: () => new Promise(() => {}),
  };
  const found = new Map<string, unknown>();
  const note = async (name: string, call: () => Promise<unknown>): Promise<void> => {
    try {
      await call();
      found.set(name, undefined);
    } catch (error) {
      found.set(name, error);
    }
  };
  for (const [name, answer] of Object.entries(answers)) {
    for (const path of [PATHS.partnerToken, PATHS.submissionDetails]) {
      const gateway = createFakeGateway();
      for (let i = 0; i < 5; i += 1) gateway.next(path, answer);
      const onekyc = createOneKyc({
        clientId: CANARY,
        passKey: CANARY,
        onboardingPartner: CANARY,
        urls: { token: 'https://token.test', gateway: 'https://gateway.test' },
        fetch: gateway.fetch,
        timeoutMs: timeoutFor(name),
        retry: { maxAttempts: 1 },
      });
      await note(`${path}: ${name}`, () =>
        onekyc.getSubmissionDetails({ correlationId: CANARY, user: { id: CANARY, idType: CANARY } }),
      );
    }
  }
  for (const [name, answer] of Object.entries(answers)) {
    for (const path of [assurePaths.token, assurePaths.dossiers]) {
      const gateway = createFakeAssure();
      for (let i = 0; i < 5; i += 1) gateway.next(path, answer);
      const assure = createAssure({
        clientId: CANARY,
        clientSecret: CANARY,
        urls: { token: 'https://assure.test', gateway: 'https://assure.test' },
        fetch: gateway.fetch,
        timeoutMs: timeoutFor(name),
        retry: { maxAttempts: 1 },
      });
      await note(`assure ${path}: ${name}`, () => assure.createDossier({ externalReference: CANARY }));
    }
  }
  for (const [name, answer] of Object.entries(answers)) {
    for (const path of [mosaicPaths.token, mosaicPaths.verifications]) {
      const gateway = createFakeMosaic();
      for (let i = 0; i < 5; i += 1) gateway.next(path, answer);
      const mosaic = createMosaic({
        clientId: CANARY,
        clientSecret: CANARY,
        urls: { token: 'https://mosaic.test', gateway: 'https://mosaic.test' },
        fetch: gateway.fetch,
        timeoutMs: timeoutFor(name),
        retry: { maxAttempts: 1 },
      });
      await note(`mosaic ${path}: ${name}`, () => mosaic.createVerification({ state: CANARY }));
    }
  }
  const { step } = setUpStep();
  await note('mosaic: a foreign state', () =>
    step.finish({ subject: CANARY, input: { payload: { state: CANARY, sessionId: CANARY } } }),
  );
  await note('mosaic: nothing came back', () => step.finish({ subject: CANARY, input: { [CANARY]: CANARY } }));
  for (const [name, answer] of Object.entries(answers)) {
    for (const path of [idnowPaths.token, '/api/v1/live/sessions/session-1', idnowPaths.transactionKey]) {
      const platform = createFakeIdnow();
      const options: IdnowOptions = {
        clientId: CANARY,
        clientSecret: CANARY,
        urls: { token: 'https://idnow.test', gateway: 'https://idnow.test' },
        environment: 'live',
        keyless: { region: { url: 'https://idnow.test' }, apiKey: CANARY },
        fetch: platform.fetch,
        timeoutMs: timeoutFor(name),
        retry: { maxAttempts: 1 },
      };
      await createIdnow({ ...options, timeoutMs: PATIENT_MS }).createSession({ flowId: 'flow', subjectId: CANARY });
      await platform.end('session-1', { step: 'authentication-v2', end: 'verified' });
      for (let i = 0; i < 5; i += 1) platform.next(path, answer);
      const idnow = createIdnow(options);
      const verification = {
        status: 'verified',
        evidence: { type: 'transactionJwt', entryId: 'entry-1' },
      } as VerifyTransaction['verification'];
      await note(`idnow ${path}: ${name}`, () =>
        path === idnowPaths.transactionKey
          ? idnow.verifyTransaction({ verification, username: CANARY })
          : idnow.getSession({ sessionId: 'session-1' }),
      );
    }
  }
  await note('idnow: a block that is not by the table', async () => readVerification({ status: CANARY, methods: [] }));
  const signer = createEventSigner();
  for (const [name, body] of [
    ['no token', CANARY],
    ['another audience', await signer.signEvent({ eventId: CANARY }, { aud: CANARY })],
    ['another event', await signer.sign({ iss: signer.issuer, aud: signer.audience, iat: 1, exp: 9e9, data: CANARY })],
  ] as const) {
    await note(`idnow event: ${name}`, async () => {
      const errors: unknown[] = [];
      const handle = idnowEventHandler({
        jwksUrl: 'https://idnow.test/keys',
        issuer: signer.issuer,
        audience: signer.audience,
        fetch: async () => Response.json(await signer.jwks()),
        onEvent: () => {},
        onError: (error) => errors.push(error),
      });
      await handle(new Request('https://partner.test/', { method: 'POST', body }));
      throw errors[0];
    });
  }
  const { assure } = setUpAssure();
  const key = { dossierId: CANARY, processId: CANARY };
  const picture = new TextEncoder().encode(CANARY);
  await note('assure: no picture', () => assure.setImages({ ...key, images: { front: picture } }));
  await note('assure: no location', () =>
    assure.createProcess({ ...key, processType: 'document', documentType: CANARY }),
  );
  const verifier = createWebhookVerifier({ secrets: [SECRET] });
  const headers = {
    'webhook-id': CANARY,
    'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
    'webhook-signature': `v1,${btoa('x'.repeat(32))}`,
  };
  const bytes = new TextEncoder().encode(CANARY);
  await note('webhook: no matching signature', () => verifier.verify(bytes, headers));
  await note('webhook: malformed', () => verifier.verify(bytes, { ...headers, 'webhook-id': `${CANARY}.` }));
  await note('webhook: too old', () => verifier.verify(bytes, { ...headers, 'webhook-timestamp': '1' }));
  await note('webhook: parsed', () => verifier.verify({ [CANARY]: CANARY } as unknown as Uint8Array, headers));
  for (const [name, over] of [
    ['credentials', { 'pass-key': `x${CANARY}` }],
    ['not JSON', {}],
  ] as const) {
    await note(`callback: ${name}`, async () => {
      const errors: unknown[] = [];
      const handle = callbackHandler({
        credentials: { clientId: 'IAB', passKey: CANARY },
        replayStore: createMemoryStore(),
        onEvent: () => {},
        onError: (error) => errors.push(error),
      });
      await handle(
        new Request('https://partner.test/', {
          method: 'POST',
          body: CANARY,
          headers: { 'client-id': 'IAB', 'pass-key': CANARY, ...over },
        }),
      );
      throw errors[0];
    });
  }
  return found;
}

describe('what logs make of errors', () => {
  it('holds no secret, token, header, body or person, in however much detail', async () => {
    const found = await failures();
    expect(found.size).toBeGreaterThan(95);
    for (const [name, error] of found) {
      expect(isPartnerServerError(error), `${name} fails with an error of this package`).toBe(true);
      expect(traces(error), name).not.toContain(CANARY);
    }
  });

  it('the cause is still there for a debugger', async () => {
    const found = await failures();
    const lost = found.get(`${PATHS.submissionDetails}: lost connection`) as Error;
    expect(((lost.cause as Error).cause as Error).message).toContain(CANARY);
  });
});
