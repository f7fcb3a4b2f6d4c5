import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBackend, verify } from './support/assure.ts';
import { discover, finish, login } from './support/face-oidc.ts';
import { openIdnow, pass } from './support/idnow.ts';
import { call, settled, start, submit, upload, uploadUrls } from './support/journey.ts';
import { ACME, openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture } from './support/pictures.ts';

// Each route for everybody but the operator is in access-control.test.ts.

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await openTestSandbox({ control: { allowedOrigins: ['http://127.0.0.1:9999'] } });
});
afterAll(() => sandbox.close());

const get = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  sandbox.fetch(new Request(url, { method, headers }));

describe('the control interface', () => {
  it('answers on this machine, and to a friend’s page', async () => {
    const path = '/control/api/clients';
    expect((await get(`http://localhost${path}`)).status).toBe(200);
    expect((await get(`http://127.0.0.1:8787${path}`)).status).toBe(200);
    const friend = await get(`http://localhost${path}`, {
      origin: 'http://127.0.0.1:9999',
      'sec-fetch-site': 'cross-site',
    });
    expect([friend.status, friend.headers.get('access-control-allow-origin')]).toEqual([200, 'http://127.0.0.1:9999']);
  });

  it('does not let the sandbox be reached from elsewhere without a token', async () => {
    await expect(sandbox.listen({ port: 0, host: '0.0.0.0' })).rejects.toThrow('control: set a token');
    expect(sandbox.url).toBeNull();
  });

  it('lists clients without their secrets', async () => {
    const { body } = await call(sandbox, '/control/api/clients');
    expect(body.clients.map((client: { clientId: string }) => client.clientId)).toEqual(['ACME', 'OTHER']);
    expect(JSON.stringify(body)).not.toContain(ACME.passKey);
    expect(body.scenarios).toHaveProperty('not-live');
  });

  it('shows a submission with its history, evidence and picture', async () => {
    const started = await start(sandbox);
    const submissionId = await submit(sandbox, started);
    await settled(sandbox, started, submissionId);
    const { body: list } = await call(sandbox, `/control/api/submissions?correlationId=${started.correlationId}`);
    expect(list.submissions).toMatchObject([{ submissionId, result: 'VALID', scripted: false, attempt: 1 }]);
    const { body } = await call(sandbox, `/control/api/submissions/${submissionId}`);
    expect(body.timeline.map((line: { kind: string }) => line.kind)).toEqual([
      'opened',
      'uploaded',
      'confirmed',
      'completed',
    ]);
    expect(body.evidence).toMatchObject({ faceCount: 1, clientScore: 0.95, disagreements: [], reference: 'none' });
    expect((await get(`http://localhost${body.documents[0].url}`)).headers.get('content-type')).toBe('image/jpeg');
    expect((await call(sandbox, '/control/api/submissions/unknown')).status).toBe(404);
  });

  it('shows a process with its checks, made and not made, and nothing that stands on the document', async () => {
    const { dossierId, processId } = await verify(await openBackend(sandbox), { front: picture('copy') });
    const { body: list } = await call(sandbox, `/control/api/processes?dossierId=${dossierId}`);
    expect(list.processes).toMatchObject([{ processId, clientId: ACME.clientId, status: 'inconclusive', attempt: 1 }]);
    const { body } = await call(sandbox, `/control/api/processes/${processId}`);
    expect(body).toMatchObject({
      dossierId,
      documentResult: 'consider',
      documentSubResult: 'suspected',
      faceResult: 'clear',
      scripted: false,
      evidence: { faces: { score: 0.9, matcher: 'test/1' }, document: { recapture: [] } },
    });
    expect(body.evidence.document.checks).toContainEqual({
      name: 'visualAuthenticity',
      outcome: 'consider',
      reasons: [{ code: 'copy-suspected', side: 'front' }],
    });
    expect(body.evidence.document.checks).toContainEqual(
      expect.objectContaining({ name: 'policeRecord', outcome: 'not-made' }),
    );
    expect(body.timeline.map(({ kind }: { kind: string }) => kind)).toEqual([
      'created',
      'uploaded',
      'uploaded',
      'started',
      'ended',
    ]);
    const image = await get(`http://localhost${body.documents[0].url}`);
    expect(image.status).toBe(200);
    expect(JSON.stringify(body)).not.toMatch(/SPECIMEN|X0000000|1990-02-03/);
    expect((await call(sandbox, '/control/api/processes/unknown')).status).toBe(404);
  });

  it('shows a session of IDnow with its attempts and events', async () => {
    const session = await pass(
      sandbox,
      openIdnow(sandbox),
      'biometric-enrollment',
      'subject-canary',
      'blurred',
      'live',
    );
    const { sessionId } = session;
    const { body: list } = await call(sandbox, `/control/api/sessions?clientId=${ACME.clientId}`);
    expect(list.sessions).toMatchObject([{ sessionId, outcome: 'accepted', verdict: 'accepted', scripted: false }]);
    const { body } = await call(sandbox, `/control/api/sessions/${sessionId}`);
    expect(body.attempts).toMatchObject([{ outcome: 'error', cause: 'image-quality' }, { outcome: 'passed' }]);
    expect(body.session).toMatchObject({ sessionStatus: 'COMPLETED', lastStep: { verdict: 'accepted' } });
    expect((await call(sandbox, '/control/api/sessions/unknown')).status).toBe(404);
  });

  it('shows a login of the face bridge with its attempts, and nothing that names the person', async () => {
    const config = await discover(sandbox);
    const asked = { loginHint: 'canary@example.com', verdicts: ['not-live', 'live'] } as const;
    const { url, kept } = await login(sandbox, config, asked);
    const { claims } = await finish(config, url, kept);
    const { body: list } = await call(sandbox, `/control/api/logins?clientId=${ACME.clientId}`);
    expect(list.logins).toMatchObject([
      { loginId: claims.sub, channel: 'browser', reference: 'profile', state: 'passed', attempts: 2, scripted: false },
    ]);
    const { body } = await call(sandbox, `/control/api/logins/${claims.sub}`);
    expect(body).toMatchObject({
      scope: 'faceauth_dynamic_only',
      attempts: [{ outcome: 'failed' }, { outcome: 'passed' }],
    });
    expect(body.timeline.map(({ kind }: { kind: string }) => kind)).toContain('uploaded');
    expect(JSON.stringify([list, body])).not.toMatch(/canary|portrait|data:/);
    expect((await call(sandbox, '/control/api/logins/unknown')).status).toBe(404);
  });

  it('streams exchanges as they happen, resumes, and keeps secrets out', async () => {
    const started = await start(sandbox, { userId: 'user-canary' });
    const url = `http://localhost/control/api/events?correlationId=${started.correlationId}`;
    const response = await get(url);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const { body } = await uploadUrls(sandbox, started);
    await upload(sandbox, body.data.documents.SELFIE.documentUrl);
    let text = '';
    while (!text.includes('"putUpload"')) text += (await reader?.read())?.value ?? '';
    await reader?.cancel();
    const events = [...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data ?? ''));
    const journey = events.filter((event) => event.correlationId !== null);
    expect(journey.map((event) => [event.operation, event.status])).toEqual([
      ['postInitiateFlow', 200],
      ['getUploadUrls', 200],
      ['putUpload', 200],
    ]);
    expect(journey[0].headers).toMatchObject({
      'x-onekyc-token': expect.stringMatching(/^redacted/),
      'x-partner-user-id': expect.stringMatching(/^redacted/),
      'x-partner-session-id': started.correlationId,
    });
    for (const secret of [started.userToken, started.partnerToken, 'user-canary', ACME.passKey, 'signature=']) {
      expect(text).not.toContain(secret);
    }
    const resumed = await get(`${url}&since=${journey[1].id}`);
    const resumedReader = resumed.body?.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    while (!rest.includes('data:')) rest += (await resumedReader?.read())?.value ?? '';
    await resumedReader?.cancel();
    expect(rest).toContain('putUpload');
    expect(rest).not.toContain('postInitiateFlow');
  });
});

describe('the control page', () => {
  it('is files of its own under a strict policy', async () => {
    expect((await get('http://localhost/')).headers.get('location')).toBe('/control/');
    const page = await get('http://localhost/control/');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    const html = await page.text();
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).not.toMatch(/<style|style=|<script>| on\w+=/);
    for (const file of ['control.css', 'control.js']) {
      expect(html).toContain(file);
      expect((await get(`http://localhost/control/${file}`)).status).toBe(200);
    }
    // Each script that a script asks for, so that none is forgotten.
    const asked = new Set(['control.js']);
    for (const file of asked) {
      const script = await get(`http://localhost/control/${file}`);
      expect([file, script.status]).toEqual([file, 200]);
      for (const [, name = ''] of (await script.text()).matchAll(/from '\.\/([\w-]+\.js)'/g)) asked.add(name);
    }
    expect(asked).toContain('logins.js');
    for (const path of ['constructor', '..', 'index.html', 'page']) {
      expect((await get(`http://localhost/control/${path}`)).status).not.toBe(200);
    }
  });
});
