import type { BrowserContext, Page } from '@playwright/test';

/**
 * Keeps count of listeners on what outlives an element: the window, the document, media queries, permissions and the like.
 * The test adds the bookkeeping before the page's own script runs.
 */
export async function watchListeners(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    // What is called with the target that it is for.
    // oxlint-disable-next-line typescript/unbound-method
    const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
    interface Heard {
      readonly target: EventTarget;
      readonly type: string;
      readonly listener: unknown;
      readonly capture: boolean;
    }
    // XMLHttpRequestEventTarget: a request and its upload.
    const OWNED = [AbortSignal, Worker, MessagePort, MediaStream, MediaStreamTrack, XMLHttpRequestEventTarget];
    const heard = new Set<Heard>();
    const captures = (options: boolean | AddEventListenerOptions | undefined): boolean =>
      typeof options === 'object' ? Boolean(options.capture) : Boolean(options);
    /** What is gone with whoever made it needs no removing. */
    const lasts = (target: EventTarget): boolean => {
      if (target instanceof Node) return [document, document.documentElement, document.body].includes(target as never);
      return !OWNED.some((each) => target instanceof each);
    };
    const find = (target: EventTarget, type: string, listener: unknown, capture: boolean): Heard | undefined =>
      [...heard].find(
        (each) =>
          each.target === target && each.type === type && each.listener === listener && each.capture === capture,
      );
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      const target: EventTarget = this ?? globalThis;
      const capture = captures(options);
      const { once = false, signal } = typeof options === 'object' ? options : {};
      if (listener !== null && lasts(target) && !signal?.aborted && !find(target, type, listener, capture)) {
        const entry = { target, type, listener, capture };
        heard.add(entry);
        const forget = () => heard.delete(entry);
        if (once) add.call(target, type, forget, { once, capture });
        if (signal) add.call(signal, 'abort', forget, { once: true });
      }
      add.call(target, type, listener, options);
    };
    EventTarget.prototype.removeEventListener = function (type, listener, options) {
      const target: EventTarget = this ?? globalThis;
      const entry = find(target, type, listener, captures(options));
      if (entry !== undefined) heard.delete(entry);
      remove.call(target, type, listener, options);
    };
    Object.assign(globalThis, {
      lastingListeners: () => [...heard].map(({ target, type }) => `${target.constructor.name} ${type}`).sort(),
    });
  });
}

/** Each listener as the kind of its target and its type, in order. */
export async function lastingListeners(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (globalThis as unknown as { lastingListeners(): string[] }).lastingListeners());
}
