import { captureBackendHandler, createAssure } from '@bonafide/partner-server';
import {
  createSandboxControl,
  createScriptedGateway,
  PAGE_SCENARIO_NAMES,
  SCENARIO_NAMES,
} from '@bonafide/testkit/gateway';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NAMED_SCENARIOS } from '../src/scenarios/named-scenarios.ts';
import { start, until } from './support/journey.ts';
import { ACME, openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture } from './support/pictures.ts';

// The test kit's scripted gateway beside the sandbox: what a page is told under a scenario must be the same of both.

const KYC_PARTNER = 'ACME-SDK-COE_KYC_LITE';
const PICTURES = { KTP: picture('ktp'), SELFIE: picture('live') } as const;
type Fetch = typeof globalThis.fetch;

let sandbox: TestSandbox;
let control: ReturnType<typeof createSandboxControl>;
const toSandbox: Fetch = (input, init) => sandbox.fetch(new Request(input, init));

beforeAll(async () => {
  sandbox = await openTestSandbox({
    clients: [{ ...ACME, onboardingPartners: [...ACME.onboardingPartners, KYC_PARTNER] }],
  });
  control = createSandboxControl({ url: 'http://localhost/', clientId: ACME.clientId, fetch: toSandbox });
});
afterAll(() => sandbox.close());

describe('the test kit', () => {
  it('knows the scenarios of the sandbox, each by its name, and no others', async () => {
    const names = Object.keys(NAMED_SCENARIOS).toSorted();
    expect([...SCENARIO_NAMES].toSorted()).toEqual(names);
    expect([...(await control.scenarios())].toSorted()).toEqual(names);
  });

  it.each(SCENARIO_NAMES)('plays %s on a running sandbox', async (name) => {
    await control.play(name);
    expect(await nextScenario()).toMatchObject({ name, ...NAMED_SCENARIOS[name] });
  });

  it('plays what has no name, clears it, and says what a sandbox does not take', async () => {
    await control.play({ recaptures: 2 });
    expect(await nextScenario()).toEqual({ recaptures: 2 });
    await control.clear();
    expect(await nextScenario()).toBeNull();
    await expect(control.play({ recaptures: 'many' })).rejects.toThrow(/The sandbox answered 400: .*recaptures/);
  });
});

async function nextScenario(): Promise<unknown> {
  const response = await toSandbox('http://localhost/control/api/clients');
  const { clients } = (await response.json()) as { readonly clients: readonly { readonly nextScenario: unknown }[] };
  return clients[0]?.nextScenario;
}

/** What there is of one attempt. */
interface Attempt {
  readonly asked: readonly string[];
  readonly end: unknown;
}

/** A page's whole way at OneKYC: as many attempts as there are, and what was refused on the way. */
async function walk(fetch: Fetch, baseUrl: string, tokens: () => Promise<string>, correlationId: string, type: string) {
  const refused: string[] = [];
  const attempts: Attempt[] = [];
  let token = await tokens();
  async function ask(path: string, init: RequestInit = {}): Promise<Response | null> {
    for (;;) {
      const headers = {
        ...(init.body instanceof Uint8Array ? { 'content-type': 'image/jpeg' } : {}),
        ...(path.startsWith('/')
          ? { 'x-onekyc-token': token, 'x-partner-session-id': correlationId, 'x-sdk-session-id': 'sdk' }
          : {}),
        ...(typeof init.body === 'string' ? { 'content-type': 'application/json' } : {}),
      };
      const response = await fetch(path.startsWith('/') ? `${baseUrl}${path}` : path, { ...init, headers });
      if (response.ok) return response;
      const body = await response.text();
      const after = response.headers.get('retry-after');
      refused.push(`${init.method ?? 'GET'} ${response.status} ${after ?? ''} ${path.startsWith('/') ? body : ''}`);
      if (body.includes('QUOTA')) return null;
      if (response.status === 401) token = await tokens();
    }
  }
  for (;;) {
    const granted = await ask(`/coe/v1/submissions/urls?submissionType=${type}`);
    if (granted === null) return { refused, attempts };
    const { data } = (await granted.json()) as {
      readonly data: { readonly submissionId: string; readonly documents: Readonly<Record<string, Target>> };
    };
    for (const [name, { documentUrl }] of Object.entries(data.documents))
      await ask(documentUrl, { method: 'PUT', body: PICTURES[name as keyof typeof PICTURES] });
    const { submissionId } = data;
    await ask('/coe/v1/submissions/urls', { method: 'PUT', body: JSON.stringify({ submissionId }) });
    for (;;) {
      const told = (await (await ask(`/coe/v1/submissions/${submissionId}/status`))?.json()) as { readonly data: Told };
      const { nextAction, status, errorMessage, verificationResult, documents, attempts: budget } = told.data;
      if (nextAction === 'STATUS') continue;
      const words = Object.entries(documents).map(([name, word]) => [name, [word.status, word.reason]]);
      const isApproved = verificationResult?.isApproved;
      const end = { nextAction, status, errorMessage, isApproved, documents: Object.fromEntries(words), budget };
      attempts.push({ asked: Object.keys(data.documents), end });
      if (nextAction === 'EXIT') return { refused, attempts };
      break;
    }
  }
}

interface Target {
  readonly documentUrl: string;
}

interface Told {
  readonly nextAction: string;
  readonly status: string;
  readonly errorMessage?: string;
  readonly verificationResult?: { readonly isApproved: boolean };
  readonly documents: Readonly<Record<string, { readonly status: string; readonly reason?: string }>>;
  readonly attempts?: unknown;
}

/** Not those that only take time: 15 s of processing, 3 s for each answer. */
const ONEKYC = PAGE_SCENARIO_NAMES.filter((name) => !/^(?:assure|slow)-/.test(name));

describe.each([
  ['STANDALONE_LIVENESS', undefined],
  ['KYC_LITE', KYC_PARTNER],
] as const)('a page at OneKYC, %s', (flow, onboardingPartner) => {
  it.each(ONEKYC)('is told the same under %s', async (scenario) => {
    const correlationId = crypto.randomUUID();
    const tokens = async () =>
      (await start(sandbox, { scenario, correlationId, flow, ...(onboardingPartner && { onboardingPartner }) }))
        .userToken;
    const told = await walk(toSandbox, 'http://localhost/onekyc', tokens, correlationId, flow);

    const scripted = createScriptedGateway();
    scripted.play(scenario);
    const { baseUrl, correlationId: own } = scripted.session();
    const scriptedTokens = () => Promise.resolve(scripted.session().token);
    const fetch: Fetch = (input, init) => scripted.fetch(input, init);
    expect(await walk(fetch, baseUrl, scriptedTokens, own, flow)).toEqual(told);
  });
});

/** A page's whole way at a capture backend: what it was told each time that the gateway had got to an end. */
async function capture(ask: (method: string, path: string, body?: object) => Promise<Response>) {
  const told: unknown[] = [];
  const created = await ask('POST', '/processes', { documentType: 'passport', countryOfResidence: 'NOR' });
  const { processId } = (await created.json()) as { readonly processId: string };
  const path = `/processes/${processId}`;
  let wanted: readonly string[] = ['front', 'selfie'];
  while (wanted.length > 0) {
    for (const depiction of wanted)
      await ask('PUT', `${path}/images/${depiction}`, depiction === 'front' ? picture('document') : picture('live'));
    const begun = await ask('POST', `${path}/verification`, {});
    expect(begun.status).toBe(202);
    let state = { status: 'processing' } as Record<string, unknown>;
    await until(async () => {
      state = (await (await ask('GET', path)).json()) as Record<string, unknown>;
      return state['status'] !== 'processing';
    });
    const { status, recapture, requirements, received } = state;
    told.push({ status, recapture, requirements, received: [...(received as string[])].toSorted() });
    wanted = (recapture as { readonly depictions: readonly string[] } | undefined)?.depictions ?? [];
  }
  return told;
}

describe('a page at a capture backend', () => {
  const asked = PAGE_SCENARIO_NAMES.filter((name) => name === 'recapture' || name.startsWith('assure-'));

  it.each(asked)('is told the same under %s', async (scenario) => {
    await control.play(scenario);
    const handler = captureBackendHandler({
      assure: createAssure({
        clientId: ACME.clientId,
        clientSecret: ACME.passKey,
        urls: { token: 'http://localhost', gateway: 'http://localhost' },
        fetch: toSandbox,
      }),
      processType: 'documentSelfie',
      authorize: () => ({ id: 'anna' }),
      consent: { version: '1', documents: [], record: () => {} },
      onProcess: () => {},
      extensions: true,
      // The vendor's examples of `rejected` and `failed` blame a picture, which would be asked for again before the end.
      maxAttempts: scenario === 'recapture' ? 3 : 1,
    });
    const send =
      (fetch: (request: Request) => Promise<Response>, root: string) =>
      (method: string, path: string, body?: object) => {
        const isPicture = body instanceof Uint8Array;
        const headers = { 'content-type': isPicture ? 'image/jpeg' : 'application/json' };
        const init = {
          method,
          headers,
          ...(body && { body: isPicture ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
        };
        return fetch(new Request(`${root}${path}`, init));
      };
    const told = await capture(send(handler, 'http://localhost'));

    const scripted = createScriptedGateway();
    scripted.play(scenario);
    expect(await capture(send((request) => scripted.fetch(request), 'https://gateway.test/capture'))).toEqual(told);
  });
});
