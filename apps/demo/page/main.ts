import '@bonafide/elements/define/selfie-liveness';
import { SelfieLiveness } from '@bonafide/elements';
import { createPictureStream } from '@bonafide/testkit';
import sampleFaceUrl from '@bonafide/testkit/assets/astronaut.png?url';
import type { SessionInit } from '@bonafide/browser-core/session';
import { createFlowLog } from './flow-log.ts';
import { showDetails } from './show-details.ts';

interface StartedSession {
  readonly token: string;
  readonly correlationId: string;
  readonly baseUrl: string;
}

interface DemoConfiguration {
  readonly controlUrl: string;
  readonly scenarios: readonly string[];
}

const byId = <T extends HTMLElement>(id: string, type: new () => T): T => {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`#${id} is missing`);
  return element;
};

const frame = byId('frame', HTMLElement);
const invite = byId('invite', HTMLElement);
const begin = byId('begin', HTMLButtonElement);
const controls = byId('controls', HTMLFormElement);
const note = byId('source-note', HTMLElement);
const scenario = byId('scenario', HTMLSelectElement);
const log = createFlowLog(byId('log', HTMLOListElement), byId('log-empty', HTMLElement));

/** Ends everything that belongs to the check that is on screen. */
let running = new AbortController();

async function getJson<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(path, init);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return (await response.json()) as T;
}

/** Asks the partner's backend to initiate the flow: on the first start, and again when the element wants a new token. */
async function startSession(
  signal: AbortSignal,
  wish: { readonly scenario?: string; readonly correlationId?: string },
): Promise<StartedSession> {
  const body = JSON.stringify(wish);
  log.add({ lane: 'page', what: 'Ask the partner backend to start a check', line: 'POST /api/sessions' });
  return getJson<StartedSession>('/api/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    signal,
  });
}

async function sampleStream(signal: AbortSignal): Promise<MediaStream> {
  const picture = new Image();
  picture.src = sampleFaceUrl;
  await picture.decode();
  return createPictureStream(picture, { signal, focus: { x: 0.43, y: 0.27, span: 0.62 } });
}

/** Takes the element away and offers the start again. */
function leave(): void {
  running.abort();
  frame.replaceChildren(invite);
  begin.focus();
}

function readForm(): { source: string; lang: string } {
  const source = controls.querySelector<HTMLInputElement>('input[name=source]:checked')?.value ?? 'camera';
  return { source, lang: byId('lang', HTMLSelectElement).value };
}

function useSampleFace(why: string): void {
  for (const input of controls.querySelectorAll<HTMLInputElement>('input[name=source]')) {
    input.checked = input.value === 'sample';
  }
  note.textContent = why;
}

async function run(): Promise<void> {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  const { source, lang } = readForm();
  log.clear();
  byId('details', HTMLElement).hidden = true;
  begin.disabled = true;
  try {
    const { baseUrl, ...first } = await startSession(signal, scenario.value ? { scenario: scenario.value } : {});
    let session: SessionInit = first;
    const element = new SelfieLiveness();
    element.baseUrl = baseUrl;
    element.session = session;
    // A token that ran out in the middle is replaced by one for the same check; a retry is a check of its own.
    element.sessionProvider = async (reason, providerSignal, { correlationId }) => {
      const renews = reason === 'token-expired' && correlationId !== null;
      session = await startSession(providerSignal, renews ? { correlationId } : {});
      return session;
    };
    element.assetsUrl = new URL('bonafide/', document.baseURI).href;
    element.lang = lang;
    element.cameraSelector = true;
    if (source === 'sample') element.videoSource = await sampleStream(signal);
    element.addEventListener('liveness-state', (event) => {
      log.add({ lane: 'page', what: `Element: ${event.detail.to}`, quiet: true });
    });
    const onFailure = (code: string) => {
      log.add({ lane: 'page', what: `Element: ${code}`, bad: true });
      if (code === 'no-camera' && source === 'camera') {
        useSampleFace('There is no camera here. Begin again with the sample face to see the whole flow.');
        leave();
      }
    };
    element.addEventListener('liveness-error', (event) => onFailure(event.detail.code));
    element.addEventListener('liveness-unsupported', (event) => onFailure(event.detail.code));
    // Passed or not, what the gateway has finished is read by the backend.
    for (const type of ['liveness-complete', 'liveness-attempt-failed'] as const) {
      element.addEventListener(type, () => void readDetails(session.correlationId, signal));
    }
    element.addEventListener('liveness-close', leave);
    signal.addEventListener('abort', () => element.dispose(), { once: true });
    // It starts by itself: it has a gateway and a token.
    frame.replaceChildren(element);
  } catch (error) {
    if (signal.aborted) return;
    note.textContent = `The check could not start: ${error instanceof Error ? error.message : 'unknown error'}.`;
    leave();
  } finally {
    begin.disabled = false;
  }
}

/** The page never decides: it asks its own backend, which asks the gateway. */
async function readDetails(correlationId: string, signal: AbortSignal): Promise<void> {
  log.add({
    lane: 'page',
    what: 'Ask the partner backend for the decision',
    line: `GET /api/submissions/${correlationId}`,
  });
  const details = await getJson<Parameters<typeof showDetails>[0]>(`/api/submissions/${correlationId}`, { signal });
  showDetails(details);
}

async function prepare(): Promise<void> {
  const configuration = await getJson<DemoConfiguration>('/api/configuration');
  byId('control-link', HTMLAnchorElement).href = configuration.controlUrl;
  for (const name of configuration.scenarios) scenario.add(new Option(`Scripted: ${name.replaceAll('-', ' ')}`, name));
  log.follow(new URL('api/events', configuration.controlUrl).href);
  const support = await SelfieLiveness.checkSupport();
  if (support.blockers.includes('no-camera')) {
    useSampleFace(
      'There is no camera here, so a sample face stands in: a moved picture, and the evidence will say so.',
    );
  }
}

begin.addEventListener('click', () => void run());
controls.addEventListener('change', () => {
  const { source } = readForm();
  note.textContent =
    source === 'sample' ? 'A picture that the page moves, not a person: see what is suspected of it.' : '';
});
await prepare();
