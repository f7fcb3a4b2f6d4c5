import * as capture from '@bonafide/contracts/capture-backend/validators';
import * as onekyc from '@bonafide/contracts/onekyc/validators';
import { describe, expect, it } from 'vitest';
import { type GatewayScript, PAGE_SCENARIO_NAMES, type PageScenario, scriptOf } from './scenarios.ts';
import { createScriptedGateway } from './scripted-gateway.ts';

const PICTURE = new Uint8Array([0xff, 0xd8, 0xff]);

/** A gateway whose clock only a sleep moves, and what it answered. */
function open(scenario?: PageScenario | GatewayScript) {
  let nowMs = Date.parse('2026-03-01T04:05:06Z');
  const gateway = createScriptedGateway({
    now: () => nowMs,
    sleep: (ms) => {
      nowMs += ms;
      return Promise.resolve();
    },
  });
  if (scenario !== undefined) gateway.play(scenario);
  return { gateway, wait: (ms: number) => (nowMs += ms) };
}

type Opened = ReturnType<typeof open>;

/** Asks until the fault is over, as a page does. */
async function ask(opened: Opened, path: string, init: RequestInit = {}): Promise<Response> {
  const { token, baseUrl } = opened.gateway.session();
  for (let tries = 0; tries < 9; tries += 1) {
    const address = path.startsWith('https') ? path : `${baseUrl}${path}`;
    const response = await opened.gateway.fetch(address, { ...init, headers: { 'x-onekyc-token': token } });
    if (response.status !== 429 && response.status < 500) return response;
    const body: unknown = await response
      .clone()
      .json()
      .catch(() => null);
    if (path.startsWith('/coe')) expect(onekyc.errorResponse.safeParse(body).error).toBeUndefined();
    if (path.startsWith('/capture')) expect(capture.refusal.safeParse(body).error).toBeUndefined();
    if (JSON.stringify(body).includes('QUOTA')) return response;
  }
  throw new Error(`${path} never answered`);
}

async function attempt(opened: Opened, type: string) {
  const granted = await ask(opened, `/coe/v1/submissions/urls?submissionType=${type}`);
  if (granted.status !== 200) return { refused: granted.status };
  const { data } = onekyc.uploadUrlsResponse.parse(await granted.json());
  for (const { documentUrl } of Object.values(data.documents))
    expect((await ask(opened, documentUrl, { method: 'PUT', body: PICTURE })).status).toBe(200);
  const { submissionId } = data;
  const confirmed = await ask(opened, '/coe/v1/submissions/urls', {
    method: 'PUT',
    body: JSON.stringify({ submissionId }),
  });
  onekyc.confirmUploadResponse.parse(await confirmed.json());
  const status = async () => {
    const answer = await ask(opened, `/coe/v1/submissions/${submissionId}/status`);
    return onekyc.submissionStatusResponse.parse(await answer.json()).data;
  };
  return { asked: Object.keys(data.documents), status };
}

describe('OneKYC, scripted', () => {
  it.each(PAGE_SCENARIO_NAMES.filter((name) => !name.startsWith('assure-')))(
    '%s: every answer is the contract’s',
    async (name) => {
      const opened = open(name);
      const { status, refused } = await attempt(opened, 'KYC_LITE');
      if (refused !== undefined) {
        expect([name, refused]).toEqual(['quota-exhausted', 429]);
        return;
      }
      opened.wait(15_000);
      const first = await status();
      expect(['RETRY', 'EXIT']).toContain(first.nextAction);
    },
  );

  it('keeps the pictures that were good, and asks for the other one again', async () => {
    const opened = open('recapture-document');
    const first = await attempt(opened, 'KYC_LITE');
    expect(first.asked).toEqual(['KTP', 'SELFIE']);
    expect(await first.status?.()).toMatchObject({ nextAction: 'RETRY', documents: { KTP: { status: 'INVALID' } } });
    const second = await attempt(opened, 'KYC_LITE');
    expect(second.asked).toEqual(['KTP']);
    expect(await second.status?.()).toMatchObject({ nextAction: 'EXIT', verificationResult: { isApproved: true } });
  });

  it('refuses the first token once it is used up, and takes the next', async () => {
    const { gateway } = open('token-expires');
    const [first, second] = [gateway.session(), gateway.session()];
    const address = `${first.baseUrl}/coe/v1/submissions/urls?submissionType=STANDALONE_LIVENESS`;
    const with_ = async (token: string) =>
      (await gateway.fetch(address, { headers: { 'x-onekyc-token': token } })).status;
    expect([await with_(first.token), await with_(first.token), await with_(second.token)]).toEqual([200, 401, 200]);
    expect(first.correlationId).toBe(second.correlationId);
  });

  it('waits as long as it is told, and says so meanwhile', async () => {
    const opened = open({ processingMs: 2_000 });
    const { status } = await attempt(opened, 'STANDALONE_LIVENESS');
    opened.wait(1_999);
    expect(await status?.()).toMatchObject({ status: 'IN_PROGRESS', nextAction: 'STATUS' });
    opened.wait(1);
    expect(await status?.()).toMatchObject({ status: 'COMPLETED', nextAction: 'EXIT' });
  });

  it('has no picture of which the page spoke otherwise', async () => {
    const opened = open();
    const granted = await ask(opened, '/coe/v1/submissions/urls?submissionType=STANDALONE_LIVENESS');
    const { data } = onekyc.uploadUrlsResponse.parse(await granted.json());
    await ask(opened, data.documents['SELFIE']?.documentUrl ?? '', { method: 'PUT', body: PICTURE });
    const metadata = { bonafide: { capture: { digest: 'f'.repeat(64) } } };
    const body = JSON.stringify({ submissionId: data.submissionId, metadata });
    expect((await ask(opened, '/coe/v1/submissions/urls', { method: 'PUT', body })).status).toBe(422);
  });
});

describe('a capture backend, scripted', () => {
  it.each(PAGE_SCENARIO_NAMES.filter((name) => scriptOf(name).outcome === undefined))(
    '%s: every answer is the contract’s',
    async (name) => {
      const opened = open(name);
      const requirements = await (await ask(opened, '/capture/requirements')).json();
      capture.requirements.parse(requirements);
      const body = JSON.stringify({ documentType: 'identityCard' });
      const created = await ask(opened, '/capture/processes', { method: 'POST', body });
      const { processId } = capture.createdProcess.parse(await created.json());
      const put = async (depiction: string) => {
        const path = `/capture/processes/${processId}/images/${depiction}`;
        const received = await ask(opened, path, { method: 'PUT', body: PICTURE });
        return capture.receivedImage.parse(await received.json());
      };
      for (const depiction of ['front', 'back', 'selfie'])
        expect(await put(depiction)).toMatchObject({ depiction, digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
      const read = async () =>
        capture.processState.parse(await (await ask(opened, `/capture/processes/${processId}`)).json());
      const begin = () => ask(opened, `/capture/processes/${processId}/verification`, { method: 'POST' });
      expect((await read()).status).toBe('pending');
      capture.processState.parse(await (await begin()).json());
      opened.wait(15_000);
      const state = await read();
      if (state.status !== 'recapture') {
        const ordered = scriptOf(name).process ?? 'accepted';
        expect(state.status).toBe(ordered);
        return;
      }
      expect(state).toMatchObject({ received: ['selfie'], attempts: { used: 1, max: 3 } });
      for (const depiction of state.recapture?.depictions ?? []) await put(depiction);
      await begin();
      expect(await read()).toMatchObject({ status: 'accepted', attempts: { used: 2, max: 3 } });
    },
  );

  it('refuses what is not possible, in the contract’s words', async () => {
    const opened = open();
    const create = (documentType: unknown) =>
      ask(opened, '/capture/processes', { method: 'POST', body: JSON.stringify({ documentType }) });
    const { processId } = capture.createdProcess.parse(await (await create('passport')).json());
    const answers = [
      await create('library-card'),
      await create(7),
      await ask(opened, '/capture/processes/none'),
      await ask(opened, `/capture/processes/${processId}/images/back`, { method: 'PUT', body: PICTURE }),
      await ask(opened, `/capture/processes/${processId}/verification`, { method: 'POST' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([422, 400, 404, 400, 409]);
    for (const answer of answers) capture.refusal.parse(await answer.json());
  });

  it('is canceled while its pictures are awaited', async () => {
    const opened = open();
    const body = JSON.stringify({ documentType: 'passport' });
    const created = await ask(opened, '/capture/processes', { method: 'POST', body });
    const { processId } = capture.createdProcess.parse(await created.json());
    expect((await ask(opened, `/capture/processes/${processId}`, { method: 'DELETE' })).status).toBe(204);
    expect(await (await ask(opened, `/capture/processes/${processId}`)).json()).toMatchObject({ status: 'canceled' });
  });
});

describe('a script', () => {
  it('that is decided between servers is refused, with the way to play it', () => {
    const { gateway } = open();
    expect(() => gateway.play('mosaic-allow' as PageScenario)).toThrow('play it on a running sandbox');
  });

  it('of an unknown name is refused, with the known ones', () => {
    const { gateway } = open();
    expect(() => gateway.play('no-such' as PageScenario)).toThrow(/no-such.*valid.*not-live/);
  });

  it('that orders how another system ends lets no page pass', async () => {
    await expect(ask(open('assure-rejected'), '/coe/v1/submissions/urls')).rejects.toThrow('asks OneKYC');
    await expect(ask(open('not-live'), '/capture/requirements')).rejects.toThrow('asks a capture backend');
  });
});

describe('the network', () => {
  it('does not reach beyond the gateway', async () => {
    const { gateway } = open();
    await expect(gateway.fetch('https://elsewhere.test/')).rejects.toThrow(TypeError);
    expect(gateway.serves('https://gateway.test.evil.test/coe')).toBe(false);
    expect((await gateway.fetch('https://gateway.test/other')).status).toBe(404);
  });

  it('rejects with the reason of who does not wait', async () => {
    const { gateway } = open();
    const signal = AbortSignal.abort(new Error('gone'));
    await expect(gateway.fetch('https://gateway.test/coe', { signal })).rejects.toThrow('gone');
  });
});
