import { openPageCamera, openPageGateway, type PageTestCamera, type PageTestGateway } from '@bonafide/testkit/page';
import { expect } from 'chai';

// A whole check of the built element, on the kit's camera and gateway, in every engine that this machine has. The workspace's elements
// depend on this package for their own tests, so they are taken from their folder, not as a dependency.

/** The part of the element that a page uses. */
interface Selfie extends HTMLElement {
  assetsUrl: string;
  baseUrl: string;
  resultScreen: boolean;
  sessionProvider: () => Promise<unknown>;
  readonly state: string;
  readonly result: { readonly status: string } | null;
}

const ELEMENTS = '/packages/elements/dist/define/index.js';

let ending: AbortController;
let camera: PageTestCamera;
let gateway: PageTestGateway;
let element: Selfie;
let states: string[];
let errors: string[];

before(() => import(/* webpackIgnore: true */ ELEMENTS));

beforeEach(() => {
  ending = new AbortController();
  const { signal } = ending;
  camera = openPageCamera({ signal, frame: { width: 640, height: 480, framesPerSecond: 15 } });
  gateway = openPageGateway({ signal });
  gateway.serveSession('/api/selfie');
  element = document.createElement('selfie-liveness') as Selfie;
  states = [];
  errors = [];
  element.addEventListener('liveness-state', (event) => states.push((event as CustomEvent<{ to: string }>).detail.to));
  for (const type of ['liveness-error', 'liveness-attempt-failed'])
    element.addEventListener(type, (event) => errors.push((event as CustomEvent<{ code: string }>).detail.code));
  element.assetsUrl = '/packages/browser-core/dist/assets/';
  element.baseUrl = 'https://gateway.test';
  element.resultScreen = true;
  element.sessionProvider = async () => (await fetch('/api/selfie', { method: 'POST' })).json() as Promise<unknown>;
});
afterEach(() => {
  element.remove();
  ending.abort();
});

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 30));
}

async function press(action: string): Promise<void> {
  const button = () => element.shadowRoot?.querySelector<HTMLElement>(`[data-action=${action}]`);
  await until(() => button()?.checkVisibility() ?? false);
  button()?.click();
}

/** Waits for an end, and says which. */
async function end(): Promise<string> {
  const ends = ['passed', 'failed', 'error', 'unsupported'];
  await until(() => ends.includes(states.at(-1) ?? ''));
  return states.at(-1) ?? '';
}

describe('a selfie check on a camera and a gateway in the page', () => {
  it('asks for another picture, takes it, sends it and is passed; the camera is off afterwards', async function () {
    this.timeout(120_000);
    gateway.play('recapture');
    document.body.append(element);
    await press('accept');
    expect(await end(), errors.join()).to.equal('failed');
    await press('retry');
    await until(() => states.at(-1) !== 'failed');
    expect(await end(), errors.join()).to.equal('passed');
    expect(element.result?.status).to.equal('COMPLETED');
    expect(states.slice(-4)).to.deep.equal(['captured', 'submitting', 'processing', 'passed']);
    const pictures = gateway.requests.filter(({ operation }) => operation === 'putUpload');
    expect(pictures.map(({ status }) => status)).to.deep.equal([200, 200]);
    expect(Math.min(...pictures.map(({ byteCount }) => byteCount))).to.be.greaterThan(5000);
    await until(() => camera.liveTracks() === 0);
  });

  it('is told that the camera is denied, and that it was pulled out, and a retry finds it', async function () {
    this.timeout(120_000);
    camera.deny();
    document.body.append(element);
    await press('accept');
    expect(await end()).to.equal('error');
    camera.allow();
    await press('retry');
    await until(() => states.at(-1) === 'aligning' || errors.length > 1);
    camera.unplug();
    await until(() => states.at(-1) === 'error');
    expect(errors).to.deep.equal(['permission-denied', 'camera-lost']);
  });
});
