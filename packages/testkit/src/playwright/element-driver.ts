import type { Locator } from '@playwright/test';
import type { ElementTag } from '../elements/element-words.ts';
import type { ElementEvent, EventLog } from './event-log.ts';

/** States in which a journey stays until somebody does something. */
const ENDS: ReadonlySet<string> = new Set([
  'passed',
  'failed',
  'review',
  'error',
  'unsupported',
  'expired',
  'cancelled',
]);
/** Events that say what failed. */
const FAILED = /-(?:error|unsupported|attempt-failed)$/;
/** Where no event comes: how often the element is looked at. */
const LOOK_AGAIN_MS = 250;
const TIMEOUT_MS = 120_000;

/** Of `until`. */
export interface UntilOptions {
  /** Default 120 s; the test's own time-out counts too. */
  readonly timeoutMs?: number;
}

/**
 * An element as a test handles it: through shadow roots, in any language, by nothing but its public states, events and the
 * `data-action` of its buttons.
 */
export class ElementDriver<State extends string, Action extends string> {
  /** The element itself, for assertions of your own. */
  readonly locator: Locator;
  protected readonly log: EventLog;
  readonly #tag: ElementTag;
  /** How much of the log `until` has been through. */
  #seen = 0;
  /** Whether something was done since `until` last returned: the state that it left does not count again then. */
  #hasActed = false;

  constructor(tag: ElementTag, locator: Locator, log: EventLog) {
    this.#tag = tag;
    this.locator = locator;
    this.log = log;
  }

  /** Where the journey stands. */
  async state(): Promise<State> {
    return this.read('state');
  }

  /**
   * Waits until the journey comes to one of the states, and says to which; one that it has passed through since the last
   * call counts. Rejects at once where it ends in another.
   */
  async until(wanted: State | readonly State[], { timeoutMs = TIMEOUT_MS }: UntilOptions = {}): Promise<State> {
    const state = await this.wait(typeof wanted === 'string' ? [wanted] : wanted, timeoutMs);
    // What goes with a state is said beside it.
    await this.log.catchUp(this.locator.page());
    return state;
  }

  /** A button, whether it is there or not. */
  button(action: Action): Locator {
    return this.locator.locator(`[data-action="${action}"]`).filter({ visible: true });
  }

  /** Presses a button, once it is there. */
  async press(action: Action): Promise<void> {
    this.acted();
    await this.button(action).first().click();
  }

  /** The code of the hint that is shown, or was last. */
  async guidance(): Promise<string | null> {
    return this.read('lastGuidance');
  }

  /** The heading of the screen, in the element's language. */
  async title(): Promise<string> {
    return (await this.locator.locator('[part~="title"]').filter({ visible: true }).first().innerText()).trim();
  }

  /** What the element has said so far, oldest first; of one type, its details. */
  events(): readonly ElementEvent[] {
    return this.log.events.filter(({ tag }) => tag === this.#tag);
  }

  /** Every state so far, in order. */
  states(): readonly State[] {
    return this.events().flatMap(({ type, detail }) =>
      type.endsWith('-state') ? [(detail as { readonly to: State }).to] : [],
    );
  }

  /** The codes of everything that failed, attempts that did not pass included. */
  errors(): readonly string[] {
    return this.events().flatMap(({ type, detail }) =>
      FAILED.test(type) ? [(detail as { readonly code: string }).code] : [],
    );
  }

  protected acted(): void {
    this.#hasActed = true;
  }

  protected async read<T>(property: string): Promise<T> {
    return this.locator.evaluate((element, name) => (element as unknown as Record<string, T>)[name] as T, property);
  }

  protected async wait(wanted: readonly State[], timeoutMs: number): Promise<State> {
    const deadlineMs = Date.now() + timeoutMs;
    for (;;) {
      const come = this.#nextOf(wanted);
      if (come !== null) return come;
      const heard = this.states();
      // In one look, which waits for nothing: between two, the element may be gone.
      const [state] = await this.locator.evaluateAll((elements) =>
        elements.map((element) => (element as unknown as { readonly state: State }).state),
      );
      if (state !== undefined) {
        // What was said meanwhile is heard first.
        if (this.states().length > heard.length) continue;
        if (!this.#hasActed && wanted.includes(state)) return state;
        if (ENDS.has(state) && state === heard.at(-1)) throw this.#failure(wanted, `ended in '${state}'`);
      }
      const leftMs = deadlineMs - Date.now();
      if (leftMs <= 0) throw this.#failure(wanted, `came to nothing in ${timeoutMs} ms`);
      await this.log.next(Math.min(leftMs, LOOK_AGAIN_MS));
    }
  }

  /** The first wanted state of those that were not looked at yet. */
  #nextOf(wanted: readonly State[]): State | null {
    const states = this.states();
    while (this.#seen < states.length) {
      const state = states[this.#seen] as State;
      this.#seen += 1;
      this.#hasActed = false;
      if (wanted.includes(state)) return state;
    }
    return null;
  }

  #failure(wanted: readonly State[], what: string): Error {
    const errors = this.errors();
    const codes = errors.length === 0 ? '' : ` Errors: ${errors.join(', ')}.`;
    return new Error(
      `<${this.#tag}> ${what}; waited for: ${wanted.join(', ')}. It went: ${this.states().join(', ') || 'nowhere'}.${codes}`,
    );
  }
}
