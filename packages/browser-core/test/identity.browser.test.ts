import { createHash } from 'node:crypto';
import { startVerification, createProcess } from '@bonafide/contracts/capture-backend/validators';
import { CHROMIUM_FLAGS, chromiumPath } from '@bonafide/tooling/video-frames.ts';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startAssetServer } from './support/asset-server.ts';
import type { AssetServer } from './support/asset-server.ts';
import type { IdentityPage } from './support/identity-page.ts';
import { promisingPng } from './support/promising-png.ts';

// Workers and scenes are slow where the machine is busy.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

let server: AssetServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  server = await startAssetServer({}, 'identity-page.ts');
  browser = await chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_FLAGS] });
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

beforeEach(async () => {
  context = await browser.newContext({ permissions: ['camera'] });
  page = await context.newPage();
  await openPage();
});

afterEach(() => context.close());

async function openPage(): Promise<void> {
  await page.goto(server.origin);
  await page.waitForFunction(() => 'identityPage' in globalThis);
}

const inPage = <T>(run: (page: IdentityPage) => T): Promise<Awaited<T>> =>
  page.evaluate(`(${run.toString()})(globalThis.identityPage)`) as Promise<Awaited<T>>;

describe('the capture of a document in Chromium', () => {
  it('takes a picture of a passport by itself, and lets the camera go', async () => {
    await inPage((on) => on.show('passport'));
    await inPage((on) => on.start({ expected: { documentType: 'passport', country: null }, timeoutMs: 0 }));
    expect(await inPage((on) => on.reach('captured', 'refused', 'error'))).toMatchObject({
      phase: 'captured',
      problems: [],
      failure: null,
    });
    const result = await inPage((on) => on.result());
    expect(result).toMatchObject({
      side: 'front',
      origin: 'auto',
      format: 'id-3',
      types: ['image/jpeg', 'image/jpeg'],
    });
    expect(result?.sha256).toBe(result?.digest);
    expect(await inPage((on) => on.liveTracks())).toBe(0);
    const phases = await inPage((on) => on.phases());
    expect(phases).toEqual(expect.arrayContaining(['checking', 'aligning', 'holding', 'reading', 'captured']));
  });

  it('goes on with the back after the camera was lost between the sides', async () => {
    await inPage((on) => on.show('id-card-front'));
    await inPage((on) => on.start({ expected: { documentType: 'identityCard', country: null }, timeoutMs: 0 }));
    await inPage((on) => on.reach('captured', 'error'));
    await inPage((on) => on.show(null));
    await inPage((on) => on.startSide('back'));
    await inPage((on) => on.reach('aligning'));
    await inPage((on) => on.endTracks());
    expect(await inPage((on) => on.reach('error'))).toMatchObject({
      side: 'back',
      failure: { code: 'camera-lost', retryable: true },
    });
    await inPage((on) => on.show('id-card-back'));
    await inPage((on) => on.retry());
    expect(await inPage((on) => on.reach('captured', 'error'))).toMatchObject({ phase: 'captured', side: 'back' });
    expect(await inPage((on) => on.liveTracks())).toBe(0);
  });

  it('refuses a blurred picture of the shutter twice, and lets the third through', async () => {
    await inPage((on) => on.show('id-card-front', { blurPx: 6 }));
    await inPage((on) => on.start({ capture: 'manual', timeoutMs: 0 }));
    for (const left of [1, 0]) {
      await inPage((on) => on.reach('aligning', 'holding'));
      await inPage((on) => on.shoot());
      expect(await inPage((on) => on.reach('refused', 'captured', 'error'))).toMatchObject({
        phase: 'refused',
        refusalsLeft: left,
      });
      await inPage((on) => on.retry());
    }
    await inPage((on) => on.reach('aligning', 'holding'));
    await inPage((on) => on.shoot());
    const last = await inPage((on) => on.reach('refused', 'captured', 'error'));
    expect(last.phase).toBe('captured');
    expect(last.problems.length).toBeGreaterThan(0);
  });

  it('says of a photocopy and of a screen that they are no original, and lets who insists hand them in', async () => {
    for (const medium of ['photocopy', 'screen'] as const) {
      await page.evaluate(`globalThis.identityPage.show('passport', ${JSON.stringify({ ...COPIED, medium })})`);
      await inPage((on) =>
        on.start({ expected: { documentType: 'passport', country: null }, manualAfterMs: 0, timeoutMs: 0 }),
      );
      await inPage((on) => on.reach('aligning'));
      expect(await inPage((on) => on.guided('not-original'))).toBe('not-original');
      for (const phase of ['refused', 'refused', 'captured'] as const) {
        await inPage((on) => on.reach('aligning', 'holding'));
        await inPage((on) => on.shoot());
        expect(await inPage((on) => on.reach('refused', 'captured', 'error'))).toMatchObject({
          phase,
          problems: expect.arrayContaining(['not-original']) as string[],
        });
        if (phase === 'refused') await inPage((on) => on.retry());
      }
      expect(await inPage((on) => on.result())).toMatchObject({ origin: 'manual' });
    }
  });

  it('says that it is the wrong side, refuses it twice, and takes the right one', async () => {
    await inPage((on) => on.show('id-card-back'));
    await inPage((on) =>
      on.start({ expected: { documentType: 'identityCard', country: null }, manualAfterMs: 0, timeoutMs: 0 }),
    );
    expect(await inPage((on) => on.guided('wrong-side'))).toBe('wrong-side');
    for (const refusalsLeft of [1, 0]) {
      await inPage((on) => on.reach('aligning', 'holding'));
      await inPage((on) => on.shoot());
      expect(await inPage((on) => on.reach('refused', 'captured', 'error'))).toMatchObject({
        phase: 'refused',
        problems: expect.arrayContaining(['wrong-side']) as string[],
        refusalsLeft,
      });
      await inPage((on) => on.retry());
    }
    await inPage((on) => on.show('id-card-front'));
    expect(await inPage((on) => on.reach('captured', 'error'))).toMatchObject({
      phase: 'captured',
      side: 'front',
      problems: [],
    });
  });

  it('takes a file after all that is none, without any camera, and says of each what it is', async () => {
    await inPage((on) => on.start({ capture: 'upload' }));
    for (const [bytes, code] of [
      [Buffer.from('hello, world'), 'file-unsupported'],
      [Buffer.alloc(0), 'file-damaged'],
      [Buffer.from('%PDF-1.7'), 'file-unsupported'],
      [Buffer.from('\0\0\0\u0018ftypheic'), 'file-unsupported'],
      [Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0]), 'file-damaged'],
      [await promisingPng(60_000), 'file-too-large'],
      [await promisingPng(6000), 'file-damaged'],
    ] as const) {
      await page.evaluate(`globalThis.identityPage.upload(${JSON.stringify(Array.from(bytes))})`);
      expect(await inPage((on) => on.reach('error', 'captured'))).toMatchObject({
        phase: 'error',
        failure: { code, retryable: true },
        uploadOffered: true,
      });
    }
    await inPage((on) => on.uploadSpecimen('passport'));
    await inPage((on) => on.reach('captured', 'refused'));
    expect(await inPage((on) => on.result())).toMatchObject({ origin: 'upload', side: 'front' });
    expect(await inPage((on) => on.liveTracks())).toBe(0);
  });

  it.each(['requesting-permission', 'loading', 'aligning'] as const)(
    'lets everything go when it is cancelled in %s',
    async (phase) => {
      await inPage((on) => on.show(null));
      await inPage((on) => on.start());
      await page.evaluate(`globalThis.identityPage.reach(${JSON.stringify(phase)}, 'aligning')`);
      await inPage((on) => on.cancel());
      expect((await inPage((on) => on.reach('cancelled'))).phase).toBe('cancelled');
      expect(await inPage((on) => on.liveTracks())).toBe(0);
    },
  );
});

interface Backend {
  readonly lines: string[];
  readonly bodies: Map<string, Buffer>;
}

const STATE = { processId: 'p1', attempts: { used: 1, max: 3 } };

/** A copy and a screen are told by what is around their document: it must not fill the picture. */
const COPIED = { surface: 'stone', spanRatio: 0.6 } as const;

/** A capture backend that answers from this test. */
async function serveBackend({ selfie = false, endless = false, hangs = false } = {}): Promise<Backend> {
  const backend: Backend = { lines: [], bodies: new Map() };
  const received: string[] = [];
  const state = { ...STATE, requirements: { sides: ['front', 'back'], selfie } };
  let started = false;
  const lines = (wanted: string): number => backend.lines.filter((line) => line === wanted).length;
  await context.route('**/backend/**', async (route) => {
    const request = route.request();
    const line = `${request.method()} ${new URL(request.url()).pathname.replace('/backend', '')}`;
    backend.lines.push(line);
    const body = request.postDataBuffer();
    if (body !== null) backend.bodies.set(line, body);
    const depiction = /images\/(\w+)$/.exec(line)?.[1];
    if (depiction !== undefined) {
      received.push(depiction);
      const digest = createHash('sha256')
        .update(body ?? Buffer.alloc(0))
        .digest('hex');
      return route.fulfill({ json: { depiction, digest } });
    }
    switch (line) {
      case 'GET /requirements': {
        const documents = [
          { documentType: 'passport', sides: ['front'] },
          { documentType: 'identityCard', sides: ['front', 'back'] },
        ];
        return route.fulfill({ json: { documents, selfie } });
      }
      case 'POST /processes':
        return route.fulfill({ status: 201, json: { processId: 'p1', requirements: state.requirements } });
      case 'POST /processes/p1/verification':
        // Never answered, the first time.
        if (hangs && lines(line) === 1) return undefined;
        started = true;
        return route.fulfill({ status: 202, json: { ...state, status: 'processing', received } });
      default: {
        const status = started ? (endless ? 'processing' : 'accepted') : 'pending';
        return route.fulfill({ json: { ...state, status, received } });
      }
    }
  });
  return backend;
}

describe('an identity journey in Chromium', () => {
  it('goes from consent to accepted with both sides of a card, and sends what it says it sends', async () => {
    const { lines, bodies } = await serveBackend();
    expect(await inPage((on) => on.journey('passed', 'review', 'failed', 'error', 'expired'))).toMatchObject({
      phase: 'passed',
      outcome: { processId: 'p1', word: 'accepted' },
    });
    expect(lines).toEqual([
      'GET /requirements',
      'POST /processes',
      'PUT /processes/p1/images/front',
      'PUT /processes/p1/images/back',
      'POST /processes/p1/verification',
      'GET /processes/p1',
    ]);
    const created = createProcess.parse(JSON.parse(String(bodies.get('POST /processes'))));
    expect(created).toMatchObject({ documentType: 'identityCard', countryOfResidence: 'USA' });
    expect(created.consents?.privacy).toMatchObject({ granted: true, version: '1' });
    const evidence = startVerification.parse(
      JSON.parse(String(bodies.get('POST /processes/p1/verification'))),
    ).evidence;
    const front = bodies.get('PUT /processes/p1/images/front') ?? Buffer.alloc(0);
    expect(evidence?.front?.digest).toBe(createHash('sha256').update(front).digest('hex'));
    expect(await inPage((on) => on.stored())).toBe('{}');
    expect(await inPage((on) => on.liveTracks())).toBe(0);
  });

  it.each([
    'consent',
    'selecting',
    'capturing-front',
    'flipping',
    'capturing-back',
    'reviewing',
    'capturing-selfie',
    'processing',
  ] as const)('is at %s again after a reload there', async (phase) => {
    const { lines } = await serveBackend({ selfie: phase === 'capturing-selfie', endless: true });
    const walk = `globalThis.identityPage.quickJourney(${JSON.stringify(phase)}, 'error', 'passed')`;
    expect(await page.evaluate(walk)).toMatchObject({ phase });
    // What was taken is there again only once it has arrived.
    const taken = ['flipping', 'capturing-back'].includes(phase)
      ? 1
      : ['reviewing', 'capturing-selfie', 'processing'].includes(phase)
        ? 2
        : 0;
    await vi.waitFor(async () => {
      const stored = await inPage((on) => on.stored());
      expect(phase === 'processing' || (stored.match(/\\"sent\\":true/g) ?? []).length === taken).toBe(true);
    });
    await page.reload();
    await page.waitForFunction(() => 'identityPage' in globalThis);
    // Without a press: what the person did before is not asked for again.
    expect(await inPage((on) => on.firstStop())).toMatchObject({ phase, notice: null });
    const begun = lines.filter((line) => line === 'POST /processes').length;
    expect(begun).toBe(taken > 0 ? 1 : 0);
  });

  it('goes on by itself to the result after a reload while the start of the verification hangs', async () => {
    const { lines } = await serveBackend({ hangs: true });
    await inPage((on) => on.quickJourney('submitting'));
    await vi.waitFor(() => expect(lines).toContain('POST /processes/p1/verification'));
    await page.reload();
    await page.waitForFunction(() => 'identityPage' in globalThis);
    expect(await inPage((on) => on.quickJourney('passed', 'capturing-front', 'consent', 'error'))).toMatchObject({
      phase: 'passed',
      notice: null,
    });
    expect(lines.filter((line) => line.startsWith('PUT'))).toHaveLength(2);
  });

  it('goes on at the same step after a reload, with what the backend has', async () => {
    const { lines } = await serveBackend();
    expect((await inPage((on) => on.quickJourney('capturing-back'))).captures).toMatchObject([{ depiction: 'FRONT' }]);
    await vi.waitFor(() => expect(lines).toContain('PUT /processes/p1/images/front'));
    // The page has to hear of it before it can remember it.
    await vi.waitFor(async () => expect(await inPage((on) => on.stored())).toContain('\\"sent\\":true'));
    await page.reload();
    await page.waitForFunction(() => 'identityPage' in globalThis);
    expect(await inPage((on) => on.quickJourney('capturing-back', 'capturing-front', 'consent'))).toMatchObject({
      phase: 'capturing-back',
      notice: null,
      captures: [{ depiction: 'FRONT', held: false, sent: true }],
    });
    expect((await inPage((on) => on.quickJourney('passed', 'failed', 'error'))).phase).toBe('passed');
  });
});
