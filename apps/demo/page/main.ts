import '@bonafide/elements/define/selfie-liveness';
import { SelfieLiveness } from '@bonafide/elements';
import { createPictureStream } from '@bonafide/testkit';
import sampleFaceUrl from '@bonafide/testkit/assets/astronaut.png?url';
import { createFlowLog } from './flow-log.ts';
import { showDetails } from './show-details.ts';

interface StartedSession {
  readonly token: string;
  readonly correlationId: string;
  readonly baseUrl: string;
}

interface DemoConfiguration {
  readonly controlUrl: string;
  readonly scenarios: readonly { readonly name: string; readonly title: string }[];
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
async function startSession(signal?: AbortSignal): Promise<StartedSession> {
  const body = JSON.stringify({ scenario: scenario.value || undefined });
  log.add({ lane: 'page', what: 'Ask the partner backend to start a check', line: 'POST /api/sessions' });
  return getJson<StartedSession>('/api/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    ...(signal ? { signal } : {}),
  });
}

async function sampleStream(signal: AbortSignal): Promise<MediaStream> {
  const picture = new Image();
  picture.src = sampleFaceUrl;
  await picture.decode();
  return createPictureStream(picture, { signal, focus: { x: 0.43, y: 0.27, span: 0.62 } });
}

function readForm(): { source: string; lang: string } {
  const form = new FormData(controls);
  return { source: String(form.get('source')), lang: String(form.get('lang')) };
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
    const session = await startSession(signal);
    const element = new SelfieLiveness();
    element.baseUrl = session.baseUrl;
    element.session = { token: session.token, correlationId: session.correlationId };
    element.sessionProvider = async (_reason, providerSignal) => startSession(providerSignal);
    element.assetsUrl = new URL('bonafide/', document.baseURI).href;
    element.lang = lang;
    element.cameraSelector = true;
    if (source === 'sample') element.videoSource = await sampleStream(signal);
    element.addEventListener('liveness-state', (event) => {
      log.add({ lane: 'page', what: `Element: ${event.detail.to}`, quiet: true });
    });
    element.addEventListener('liveness-error', (event) => {
      log.add({ lane: 'page', what: `Element: error ${event.detail.code}`, bad: true });
      if (event.detail.code === 'no-camera' && source === 'camera') {
        useSampleFace('There is no camera here. Begin again with the sample face to see the whole flow.');
        frame.replaceChildren(invite);
        begin.focus();
      }
    });
    element.addEventListener('liveness-complete', () => void readDetails(session.correlationId, signal));
    element.addEventListener('liveness-cancel', () => frame.replaceChildren(invite));
    signal.addEventListener('abort', () => element.dispose(), { once: true });
    frame.replaceChildren(element);
    await element.start();
  } catch (error) {
    if (signal.aborted) return;
    note.textContent = `The check could not start: ${error instanceof Error ? error.message : 'unknown error'}.`;
    frame.replaceChildren(invite);
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
  for (const { name, title } of configuration.scenarios) scenario.add(new Option(`Scripted: ${title}`, name));
  log.follow('/api/gateway-events');
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
  note.textContent = source === 'sample' ? 'A moved picture, not a person: watch what the evidence says about it.' : '';
});
await prepare();
