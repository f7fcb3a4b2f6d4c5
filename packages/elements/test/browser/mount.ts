import type { SelfieLiveness } from '../../src/selfie-liveness/selfie-liveness.ts';
import { defineSelfieLiveness } from '../../src/selfie-liveness/define-selfie-liveness.ts';
import { FakeSession } from '../fake-session.ts';
import { SCREEN_SNAPSHOTS, type ScreenName } from '../screen-snapshots.ts';

export interface Mounted {
  readonly element: SelfieLiveness;
  /** All sessions that the element has made, oldest first. */
  readonly sessions: readonly FakeSession[];
  /** The newest one. */
  readonly session: FakeSession;
  /** Changes the snapshot and waits for the rendering. */
  readonly show: (name: ScreenName, change?: Partial<FakeSession['snapshot']>) => Promise<void>;
  readonly find: (selector: string) => HTMLElement;
  /** Everything that the element has fired, oldest first. */
  readonly events: readonly Event[];
}

const EVENTS = [
  'liveness-ready',
  'liveness-unsupported',
  'liveness-permission',
  'liveness-camera',
  'liveness-state',
  'liveness-guidance',
  'liveness-progress',
  'liveness-capture',
  'liveness-attempt-failed',
  'liveness-complete',
  'liveness-cancel',
  'liveness-error',
  'liveness-close',
  'liveness-help',
  'liveness-assist',
  'liveness-telemetry',
  'liveness-measurement',
] as const;

/** Puts an element with a fake session on the page. */
export async function mount(
  setUp: (element: SelfieLiveness) => void = () => undefined,
  parent: Element = document.body,
): Promise<Mounted> {
  defineSelfieLiveness();
  const element = document.createElement('selfie-liveness');
  const sessions: FakeSession[] = [];
  const events: Event[] = [];
  for (const type of EVENTS) element.addEventListener(type, (event: Event) => events.push(event));
  element.baseUrl = 'https://gateway.example.com';
  element.sessionToken = 'token';
  element.createSession = (options) => {
    const session = new FakeSession(options);
    sessions.push(session);
    return session;
  };
  setUp(element);
  parent.append(element);
  await element.updateComplete;
  const newest = (): FakeSession => {
    const session = sessions.at(-1);
    if (session === undefined) throw new Error('the element has made no session');
    return session;
  };
  return {
    element,
    sessions,
    events,
    get session() {
      return newest();
    },
    async show(name, change = {}) {
      newest().show({ ...SCREEN_SNAPSHOTS[name], ...change });
      await element.updateComplete;
    },
    find(selector) {
      const found = element.renderRoot.querySelector<HTMLElement>(selector);
      if (found === null) throw new Error(`nothing matches ${selector}`);
      return found;
    },
  };
}

/** Takes everything off the page again. */
export function clearPage(): void {
  document.body.replaceChildren();
}
