import { SelfieLiveness } from '@bonafide/elements';
import { byId } from './by-id.ts';
import type { CheckWishes, CreateCheck } from './check.ts';
import { createFlowLog } from './flow-log.ts';
import { getJson } from './get-json.ts';
import { SAMPLES } from './sample-camera.ts';

/** What can be checked. An element is loaded once it is wanted. */
const CHECKS: Readonly<Record<string, { readonly title: string; readonly load: () => Promise<CreateCheck> }>> = {
  selfie: {
    title: 'Is a live person in front of this camera?',
    load: async () => (await import('./selfie-check.ts')).createSelfieCheck,
  },
  identity: {
    title: 'Is it this person’s document?',
    load: async () => (await import('./identity-check.ts')).createIdentityCheck,
  },
  ktp: {
    title: 'What stands on this KTP?',
    load: async () => (await import('./ktp-check.ts')).createKtpCheck('KTP_SCAN'),
  },
  'ktp-face': {
    title: 'Is it this person’s KTP?',
    load: async () => (await import('./ktp-check.ts')).createKtpCheck('KYC_LITE'),
  },
  face: {
    title: 'Is it the person of the KTP again?',
    load: async () => (await import('./ktp-check.ts')).createKtpCheck('FACE_VERIFICATION'),
  },
};

interface DemoConfiguration {
  readonly controlUrl: string;
  /** Names of the gateway's scripts, by check. */
  readonly scenarios: Readonly<Record<string, readonly string[]>>;
}

const frame = byId('frame', HTMLElement);
const invite = byId('invite', HTMLElement);
const begin = byId('begin', HTMLButtonElement);
const controls = byId('controls', HTMLFormElement);
const note = byId('source-note', HTMLElement);
const check = byId('check', HTMLSelectElement);
const scenario = byId('scenario', HTMLSelectElement);
const sample = byId('sample', HTMLSelectElement);
const issuer = byId('issuer', HTMLSelectElement);
const log = createFlowLog(byId('log', HTMLOListElement), byId('log-empty', HTMLElement));

/** Ends everything that belongs to the check that is on screen. */
let running = new AbortController();
let scenarios: DemoConfiguration['scenarios'] = {};

/** Takes the element away and offers the start again. */
function leave(): void {
  running.abort();
  frame.replaceChildren(invite);
  begin.focus();
}

function readWishes(): CheckWishes {
  const source = controls.querySelector<HTMLInputElement>('input[name=source]:checked')?.value;
  return {
    source: source === 'sample' ? 'sample' : 'camera',
    lang: byId('lang', HTMLSelectElement).value,
    scenario: scenario.value,
    issuer: issuer.value,
    sample: sample.value,
  };
}

function useSample(why: string): void {
  for (const input of controls.querySelectorAll<HTMLInputElement>('input[name=source]')) {
    input.checked = input.value === 'sample';
  }
  issuer.value = 'UTO';
  showChoices();
  note.textContent = why;
}

/** What goes with the check and the source that are chosen. */
function showChoices(): void {
  const isIdentity = check.value === 'identity';
  const hasDocument = isIdentity || check.value.startsWith('ktp');
  byId('stage-title', HTMLElement).textContent = CHECKS[check.value]?.title ?? '';
  byId('invite-text', HTMLElement).textContent = hasDocument
    ? 'A document, and the face beside it where it is asked for: about a minute. Nothing leaves this page before you agree.'
    : 'The check takes about ten seconds. Nothing leaves this page before you agree.';
  const isSample = readWishes().source === 'sample';
  byId('issuer-field', HTMLElement).hidden = !isIdentity;
  byId('sample-field', HTMLElement).hidden = !(isSample && hasDocument);
  const chosen = scenario.value;
  scenario.replaceChildren(
    new Option('Real processing', ''),
    ...(scenarios[check.value] ?? []).map((name) => new Option(`Scripted: ${name.replaceAll('-', ' ')}`, name)),
  );
  if ([...scenario.options].some(({ value }) => value === chosen)) scenario.value = chosen;
  note.textContent = isSample ? 'Pictures that the page moves, not a person: see what is suspected of them.' : '';
}

async function run(): Promise<void> {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  const wishes = readWishes();
  log.clear();
  byId('details', HTMLElement).hidden = true;
  begin.disabled = true;
  const onFailure = (code: string): void => {
    log.add({ lane: 'page', what: `Element: ${code}`, bad: true });
    if (code !== 'no-camera' || wishes.source !== 'camera') return;
    useSample('There is no camera here. Begin again with the sample to see the whole flow.');
    leave();
  };
  try {
    const create = await CHECKS[check.value]?.load();
    const element = await create?.({ wishes, log, signal, onLeave: leave, onFailure });
    // It starts by itself once it is on the page.
    if (element !== undefined && !signal.aborted) frame.replaceChildren(element);
  } catch (error) {
    if (signal.aborted) return;
    note.textContent = `The check could not start: ${error instanceof Error ? error.message : 'unknown error'}.`;
    leave();
  } finally {
    begin.disabled = false;
  }
}

async function prepare(): Promise<void> {
  const configuration = await getJson<DemoConfiguration>('/api/configuration');
  byId('control-link', HTMLAnchorElement).href = configuration.controlUrl;
  scenarios = configuration.scenarios;
  for (const [value, text] of Object.entries(SAMPLES)) sample.add(new Option(text, value));
  showChoices();
  log.follow(new URL('api/events', configuration.controlUrl).href);
  const support = await SelfieLiveness.checkSupport();
  if (support.blockers.includes('no-camera')) {
    useSample(
      'There is no camera here, so a sample stands in: moved pictures, and the evidence will say so. With the camera chosen, the check of a document and face goes on on a phone.',
    );
  }
}

begin.addEventListener('click', () => void run());
controls.addEventListener('change', showChoices);
await prepare();
