import { LitElement, type PropertyDeclarations, type PropertyValues } from 'lit';
import { wantLanguage } from '../messages/language-loaders.ts';
import { onLanguages } from '../messages/message-registry.ts';
import { createAnnouncer } from './announcer.ts';
import { focusScreen } from './focus-screen.ts';
import { pageLanguage } from './page-language.ts';
import { pageTimers } from './page-timers.ts';
import type { Frame } from './panel.ts';
import { SignalFollower } from './signal-follower.ts';

/**
 * What every element does, whatever it captures: theme, language, focus, live region, Escape, and a signal that ends it.
 * `Events` are its own by their names.
 */
export abstract class ShellElement<Events> extends LitElement {
  static override properties: PropertyDeclarations = {
    theme: { reflect: true, useDefault: true },
    announce: {},
    signal: { attribute: false },
  };

  /** `auto` follows the system. */
  declare theme: 'light' | 'dark' | 'auto';
  /** How the screen reader is told about hints and screens. */
  declare announce: 'polite' | 'assertive' | 'off';
  /** Cancels the journey when it aborts. */
  declare signal: AbortSignal | undefined;

  readonly #announcer = createAnnouncer({ ...pageTimers, write: (text) => this.#writeLive(text) });
  readonly #abort = new SignalFollower();
  #shownScreen: string | null = null;
  #shownLanguage = '';
  #wantedLanguage: string | null = null;
  #stopLanguages: () => void = () => undefined;
  #hadFocus = false;

  constructor() {
    super();
    this.theme = 'auto';
    this.announce = 'polite';
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      this.requestClose();
    });
  }

  /** The language of the element is an attribute of every element; this one has to hear of it. */
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (name === 'lang') return this.requestUpdate();
    const isSecret = this.isSecret(name);
    // Taking the attribute away is not taking the secret away.
    if (isSecret && now === null) return;
    super.attributeChangedCallback(name, before, now);
    if (isSecret) this.removeAttribute(name);
  }

  override addEventListener<K extends keyof Events & string>(
    type: K,
    listener: (this: this, event: Events[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: this, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    type: string,
    listener: EventListenerObject | ((event: never) => unknown),
    options?: boolean | AddEventListenerOptions,
  ): void {
    super.addEventListener(type, listener as EventListenerOrEventListenerObject, options);
  }

  /** What the close button does: ends a journey that is on its way, leaves one that is over. */
  abstract requestClose(): void;

  /** Focuses the heading of the screen; the close button where the page has put something else in its place. */
  override focus(options?: FocusOptions): void {
    focusScreen(this.renderRoot, options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#followSignal();
    this.#wantedLanguage = null;
    this.#stopLanguages = onLanguages(() => {
      this.#wantedLanguage = null;
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort.release();
    this.#stopLanguages();
  }

  /** Whether an attribute is taken out of the DOM as soon as it is read. */
  protected isSecret(_attribute: string): boolean {
    return false;
  }

  protected abstract onAbort(): void;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('signal')) this.#followSignal();
    this.#wantLanguage();
    this.#hadFocus = this.shadowRoot?.activeElement != null;
  }

  /**
   * Moves the focus along when the screen that held it is gone, and tells those who do not see it. `changes` says that a
   * screen has something new to say while it stays; so it has in another language.
   */
  protected followScreen(
    { screen, lang, announcement }: Pick<Frame<string, string>, 'screen' | 'lang' | 'announcement'>,
    changes: boolean,
  ): void {
    const isNew = screen !== this.#shownScreen;
    const isOtherLanguage = !isNew && lang !== this.#shownLanguage;
    this.#shownScreen = screen;
    this.#shownLanguage = lang;
    const focusLost = isNew && this.#hadFocus;
    if (focusLost) this.focus({ preventScroll: true });
    if (this.announce === 'off') return;
    // A heading that takes the focus is read anyway.
    if (changes || isOtherLanguage || (isNew && !focusLost)) this.#announcer.announce(announcement);
  }

  protected stopAnnouncing(): void {
    this.#announcer.stop();
  }

  #followSignal(): void {
    this.#abort.follow(this.signal, () => this.onAbort());
  }

  /** Asks once for each language: a load that failed is not tried again with every update. */
  #wantLanguage(): void {
    const lang = pageLanguage(this);
    if (lang === this.#wantedLanguage) return;
    this.#wantedLanguage = lang;
    wantLanguage(lang);
  }

  #writeLive(text: string): void {
    const live = this.renderRoot.querySelector('.live');
    if (live !== null) live.textContent = text;
  }
}
