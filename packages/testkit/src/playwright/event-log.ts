import type { BrowserContext, Page } from '@playwright/test';
import type { ElementTag } from '../elements/element-words.ts';
import { pageScript } from './page-script.ts';

/** What an element said. Pictures in it are said to be pictures. */
export interface ElementEvent {
  readonly tag: ElementTag;
  readonly type: string;
  readonly detail: unknown;
}

/** What the elements of a context's pages say, from before their first script on and over reloads. */
export interface EventLog {
  readonly events: readonly ElementEvent[];
  /** Resolves with the next event, or after so long. */
  next(orAfterMs: number): Promise<void>;
  /** Resolves once everything is here that was said in a page until now. */
  catchUp(page: Page): Promise<void>;
}

export async function openEventLog(context: BrowserContext): Promise<EventLog> {
  const events: ElementEvent[] = [];
  const waiting = new Set<() => void>();
  await context.exposeBinding('bonafideHeard', (_source, tag: ElementTag | '', type: string, detail: string) => {
    if (tag === '') return;
    events.push({ tag, type, detail: JSON.parse(detail) as unknown });
    for (const wake of waiting) wake();
  });
  await context.addInitScript({ path: pageScript('page-events') });
  return {
    events,
    next: (orAfterMs) =>
      new Promise((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, orAfterMs);
        waiting.add(wake);
      }),
    // What a page calls is answered in order.
    catchUp: (page) => page.evaluate(async () => globalThis.bonafideHeard?.('', '', 'null')),
  };
}
