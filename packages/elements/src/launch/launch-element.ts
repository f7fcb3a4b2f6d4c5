import type { ReactiveElement } from 'lit';
import { AIDS, toAssistSetting, type Aid } from '../shell/assist/aids.ts';
import { createLaunchDialog } from './launch-dialog.ts';
import { toTokens, type LaunchTheme } from './launch-theme.ts';

/** What every launch takes, whatever it opens. */
export interface LaunchOptions<Element> {
  readonly theme?: LaunchTheme | null;
  /** BCP 47 tag; the page's language where none is given. */
  readonly lang?: string;
  /** Folder with the files of `@bonafide/browser-core/assets`, on the page's own origin. */
  readonly assetsUrl?: string;
  readonly consent?: 'required' | 'none';
  /** Default true: the last screen stays until the person leaves it. */
  readonly resultScreen?: boolean;
  readonly help?: boolean;
  /**
   * What helps a person who cannot see the screen, keep up or hold still. `offer`, the default: nothing until they turn it on.
   * `on`: all of it; or a list of some. `off`: without the switch.
   */
  readonly assist?: LaunchAssist;
  /** Default false. Lets the screen glow in slow colours before the photo of the face (docs/liveness/screen-light.md). */
  readonly screenLight?: boolean;
  /** Aborting closes the check; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called with the element before it is shown: for listeners and for properties that are not options here. */
  readonly onElement?: (element: Element) => void;
}

export type LaunchAssist = 'offer' | 'on' | 'off' | readonly Aid[];

/** An element that can be opened over a page. */
export interface LaunchedElement extends ReactiveElement {
  theme: 'light' | 'dark' | 'auto';
  assetsUrl: string;
  consent: 'required' | 'none';
  resultScreen: boolean;
  fallback: string;
  assist: string | boolean;
  screenLight: boolean;
  start(): void;
  requestClose(): void;
}

export interface Launch<Element, Result> {
  readonly element: Element;
  /** What its events begin with. */
  readonly prefix: 'liveness' | 'idv';
  /** How it ended, or stands now that it is taken away. */
  readonly result: () => Result;
}

/**
 * Opens an element over the page and resolves once the person has left it, however it ended. Rejects when the signal
 * aborts or the element does not start. The focus goes back to where it was.
 */
export async function launchElement<Element extends LaunchedElement, Result>(
  { element, prefix, result }: Launch<Element, Result>,
  options: LaunchOptions<Element>,
): Promise<Result> {
  const { signal } = options;
  signal?.throwIfAborted();
  configure(element, options);
  options.onElement?.(element);
  const lifetime = new AbortController();
  let onRemoved = (): void => undefined;
  const dialog = createLaunchDialog(element, {
    onDismiss: () => element.requestClose(),
    onRemoved: () => onRemoved(),
  });
  try {
    return await new Promise<Result>((resolve, reject) => {
      const leave = (): void => resolve(result());
      onRemoved = leave;
      element.addEventListener(`${prefix}-close`, leave);
      element.addEventListener(`${prefix}-cancel`, leave);
      // Whoever prevents it has a screen of their own; listeners further up have not heard it yet.
      element.addEventListener(`${prefix}-unsupported`, (event) => {
        queueMicrotask(() => event.defaultPrevented && leave());
      });
      if (options.resultScreen === false) element.addEventListener(`${prefix}-complete`, leave);
      signal?.addEventListener('abort', () => reject(signal.reason as Error), { signal: lifetime.signal });
      dialog.open();
      // By hand, so that settings that cannot work are thrown from here.
      element.start();
      void element.updateComplete.then(() => element.focus());
    });
  } finally {
    lifetime.abort();
    dialog.close();
  }
}

function configure<Element extends LaunchedElement>(element: Element, options: LaunchOptions<Element>): void {
  const { resultScreen = true, assetsUrl, consent, lang, help, assist, screenLight, theme } = options;
  element.resultScreen = resultScreen;
  if (assetsUrl !== undefined) element.assetsUrl = assetsUrl;
  if (consent !== undefined) element.consent = consent;
  if (lang !== undefined) element.lang = lang;
  if (help === true) element.fallback = 'help';
  if (assist !== undefined) element.assist = readAssist(assist);
  if (screenLight !== undefined) element.screenLight = readSwitch(screenLight, 'screenLight');
  if (theme === undefined || theme === null) return;
  if (theme.scheme !== undefined) element.theme = theme.scheme;
  for (const [name, value] of toTokens(theme)) element.style.setProperty(name, value);
}

/** Unlike an attribute, which passes over what it does not know, an option is written by a program. */
function readAssist(assist: LaunchAssist): string {
  if (typeof assist === 'string') {
    if (['offer', 'on', 'off'].includes(assist)) return assist;
  } else if (Array.isArray(assist) && assist.every((aid) => AIDS.includes(aid))) {
    return toAssistSetting(AIDS.filter((aid) => assist.includes(aid)));
  }
  throw new TypeError(`'assist' has to be 'offer', 'on', 'off' or a list of ${AIDS.join(', ')}`);
}

function readSwitch(value: boolean, name: string): boolean {
  if (typeof value === 'boolean') return value;
  throw new TypeError(`'${name}' has to be true or false`);
}
