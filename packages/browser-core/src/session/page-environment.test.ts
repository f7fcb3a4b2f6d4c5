import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createPageEnvironment } from './page-environment.ts';

const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
const view = new EventTarget();
const network = { onLine: true };
let asked: readonly string[] = [];
const matchMedia = (query: string) => ({ matches: asked.some((feature) => query === `(${feature})`) });
const places = { matchMedia, document: page, window: view, navigator: network };
const before = Object.getOwnPropertyDescriptors(globalThis);

beforeEach(() => {
  for (const [name, value] of Object.entries(places)) {
    Object.defineProperty(globalThis, name, { value, configurable: true });
  }
});

afterEach(() => {
  for (const name of Object.keys(places)) {
    const was = before[name as keyof typeof before];
    if (was === undefined) Reflect.deleteProperty(globalThis, name);
    else Object.defineProperty(globalThis, name, was);
  }
});

describe('createPageEnvironment', () => {
  it.each([
    [[], false],
    [['prefers-color-scheme: dark'], false],
    [['prefers-reduced-motion: reduce'], true],
    [['forced-colors: active'], true],
    [['prefers-contrast: more'], true],
  ])('knows whether a still screen is wanted: %j', (features, expected) => {
    asked = features;
    expect(createPageEnvironment().wantsStillScreen).toBe(expected);
  });

  it('tells visibility, connection and leaving until the signal aborts', () => {
    const heard: string[] = [];
    const life = new AbortController();
    const environment = createPageEnvironment();
    environment.watch((change) => heard.push(change), life.signal);
    page.visibilityState = 'hidden';
    page.dispatchEvent(new Event('visibilitychange'));
    expect(environment.hidden).toBe(true);
    page.visibilityState = 'visible';
    page.dispatchEvent(new Event('visibilitychange'));
    network.onLine = false;
    expect(environment.offline).toBe(true);
    view.dispatchEvent(new Event('offline'));
    view.dispatchEvent(new Event('online'));
    view.dispatchEvent(new Event('pagehide'));
    life.abort();
    view.dispatchEvent(new Event('pagehide'));
    expect(heard).toEqual(['hidden', 'visible', 'offline', 'online', 'leaving']);
  });
});
