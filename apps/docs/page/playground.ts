import '@bonafide/elements/define';
import '@bonafide/elements/define/languages';
import { DocumentCapture, IdVerification, SelfieLiveness } from '@bonafide/elements';
import { openSampleDocument, openSampleFace } from './sample-camera.ts';
import { createPretendedIdentityGateway, createPretendedLivenessGateway, type Outcome } from './scripted-gateways.ts';
import { byId } from './by-id.ts';
import { pageTheme } from './page-theme.ts';

const ASSETS = new URL('../bonafide/', document.baseURI).href;
type TagName = 'selfie-liveness' | 'document-capture' | 'id-verification';

const form = byId('controls', HTMLFormElement);
const stage = byId('stage', HTMLElement);
const log = byId('log', HTMLElement);
const snippet = byId('snippet', HTMLElement);
let running = new AbortController();

/** What the controls say now. */
function readControls() {
  const chosen = new FormData(form);
  const text = (name: string): string => toText(chosen.get(name));
  const tagName = text('element') as TagName;
  const group = [...form.querySelectorAll<HTMLElement>('.of-element')].filter(
    ({ dataset }) => dataset['of'] === tagName,
  );
  const inputs = group.flatMap((each) => [
    ...each.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select'),
  ]);
  const attributes = inputs.flatMap((input): [string, string][] => {
    const name = input.dataset['attribute'];
    if (name === undefined) return [];
    if (input instanceof HTMLInputElement && input.type === 'checkbox') return input.checked ? [[name, '']] : [];
    return input.value === '' ? [] : [[name, input.value]];
  });
  const tokens = inputs.flatMap((input): [string, string][] => {
    const name = input.dataset['token'];
    return name === undefined || input.value === '' ? [] : [[name, input.value]];
  });
  const events = group.flatMap(({ dataset }) => dataset['events']?.split(' ') ?? []);
  const outcome = text('outcome') as Outcome;
  return {
    tagName,
    events,
    attributes,
    tokens,
    outcome,
    camera: text('camera'),
    lang: text('lang'),
    dir: text('dir'),
    theme: text('theme'),
  };
}

/** A field of this form is never a file. */
function toText(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value : '';
}

type Controls = ReturnType<typeof readControls>;

async function begin(): Promise<void> {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  const controls = readControls();
  for (const each of form.querySelectorAll<HTMLElement>('.of-element'))
    each.hidden = each.dataset['of'] !== controls.tagName;
  showSnippet(controls);
  log.replaceChildren();
  stage.replaceChildren();
  const element = await createElement(controls, signal);
  if (signal.aborted) return;
  element.assetsUrl = ASSETS;
  element.theme = controls.theme === 'auto' ? pageTheme() : (controls.theme as typeof element.theme);
  element.lang = controls.lang;
  element.dir = controls.dir;
  for (const [name, value] of controls.attributes) element.setAttribute(name, value);
  for (const [name, value] of controls.tokens) element.style.setProperty(name, value);
  for (const type of controls.events) element.addEventListener(type, (event) => addToLog(event));
  signal.addEventListener('abort', () => element.dispose(), { once: true });
  stage.replaceChildren(element);
}

async function createElement(
  controls: Controls,
  signal: AbortSignal,
): Promise<SelfieLiveness | DocumentCapture | IdVerification> {
  const isSample = controls.camera === 'sample';
  if (controls.tagName === 'selfie-liveness') {
    const element = new SelfieLiveness();
    element.baseUrl = 'https://gateway.example';
    element.session = { token: 'playground', correlationId: crypto.randomUUID() };
    element.ports = { createGateway: () => createPretendedLivenessGateway(controls.outcome) };
    if (isSample) element.videoSource = await openSampleFace(signal);
    return element;
  }
  const sample = isSample ? await openSampleDocument(signal) : null;
  if (controls.tagName === 'document-capture') {
    const element = new DocumentCapture();
    if (sample) element.videoSource = sample.stream;
    return element;
  }
  const element = new IdVerification();
  element.createGateway = () => createPretendedIdentityGateway(controls.outcome);
  element.resume = 'off';
  if (sample) {
    element.videoSource = sample.stream;
    element.addEventListener('idv-step', ({ detail }) => void sample.show(detail.to));
  }
  return element;
}

function addToLog(event: Event): void {
  const line = document.createElement('p');
  const name = document.createElement('b');
  name.textContent = event.type;
  const detail = event instanceof CustomEvent || 'detail' in event ? JSON.stringify(event.detail, shorten) : '';
  line.append(name, ' ', detail ?? '');
  log.prepend(line);
}

/** A picture's bytes say nothing to a reader. */
function shorten(_key: string, value: unknown): unknown {
  if (value instanceof Blob) return `Blob of ${value.size} bytes`;
  if (ArrayBuffer.isView(value)) return `${value.byteLength} bytes`;
  return value;
}

function showSnippet({ tagName, attributes, tokens, lang, dir, theme }: Controls): void {
  const set: [string, string][] = [['assets-url', '/bonafide/'], ...attributes];
  if (lang !== 'en') set.push(['lang', lang]);
  if (dir !== 'ltr') set.push(['dir', dir]);
  if (theme !== 'auto') set.push(['theme', theme]);
  const words = set.map(([name, value]) => (value === '' ? name : `${name}="${value}"`));
  const style = tokens.map(([name, value]) => `  ${name}: ${value};\n`).join('');
  snippet.textContent = `<${tagName} ${words.join(' ')}></${tagName}>${style === '' ? '' : `\n\n${tagName} {\n${style}}`}`;
}

form.addEventListener('change', () => void begin());
form.addEventListener('reset', () => setTimeout(() => void begin()));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void begin();
});
void begin();
