import { LitElement, type PropertyDeclarations, type PropertyValues } from 'lit';
import { wantLanguage } from '../messages/language-loaders.ts';
import { onLanguages } from '../messages/message-registry.ts';
import { createAnnouncer } from './announcer.ts';
import { aidsOf, toAssistSetting, withAid, type Aid } from './assist/aids.ts';
import { AssistController } from './assist/assist-controller.ts';
import type { AssistPorts } from './assist/assist-ports.ts';
import type { Moment } from './assist/present-assistance.ts';
import { focusScreen } from './focus-screen.ts';
import { pageLanguage } from './page-language.ts';
import { pageTimers } from './page-timers.ts';
import type { Frame } from './panel.ts';
import { SignalFollower } from './signal-follower.ts';

/** A screen as it is told to those who do not see it. */
interface FollowedScreen extends Pick<Frame<string, string>, 'screen' | 'lang' | 'announcement'> {
  readonly hint?: Moment['hint'];
  readonly outcome?: Moment['outcome'];
}

/**
 * What every element does, whatever it captures: theme, language, focus, live region, Escape, and a signal that ends it.
 * `Events` are its own by their names.
 */
export abstract class ShellElement<Events> extends LitElement {
  static override properties: PropertyDeclarations = {
    theme: { reflect: true, useDefault: true },
    announce: {},
    assist: { converter: { fromAttribute: (value) => value ?? 'offer' } },
    assistPorts: { attribute: false },
    signal: { attribute: false },
  };

  /** `auto` follows the system. */
  declare theme: 'light' | 'dark' | 'auto';
  /** How the screen reader is told about hints and screens. */
  declare announce: 'polite' | 'assertive' | 'off';
  /**
   * What helps a person who cannot see the screen, keep up or hold still. `offer`: nothing until they turn it on. `on`, or the
   * attribute alone: all of `speech tones haptics large-text more-time shutter`; or a list of some. `off`: without the switch.
   */
  declare assist: string | boolean;
  /** Replaces what speaks, sounds and shakes; for tests, and for pages in an app that has its own. */
  declare assistPorts: Partial<AssistPorts> | undefined;
  /** Cancels the journey when it aborts. */
  declare signal: AbortSignal | undefined;

  readonly #announcer = createAnnouncer({ ...pageTimers, write: (text) => this.#writeLive(text) });
  readonly #abort = new SignalFollower();
  #shownScreen: string | null = null;
  #shownLanguage = '';
  #wantedLanguage: string | null = null;
  #stopLanguages: () => void = () => undefined;
  #hadFocus = false;
  readonly #assist = new AssistController({
    onVoice: () => this.requestUpdate(),
    ports: () => this.assistPorts ?? {},
  });
  /** What was on before it was turned off. */
  #aidsBefore: readonly Aid[] = aidsOf(true);
  #wasSpoken = false;

  constructor() {
    super();
    this.theme = 'auto';
    this.announce = 'polite';
    this.assist = 'offer';
    for (const type of ['click', 'keydown'] as const) this.addEventListener(type, () => this.#assist.unlock());
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

  /** The aids that are on. */
  protected get aids(): readonly Aid[] {
    return aidsOf(this.assist);
  }

  /** Of the live region: what a voice says is not read out as well. */
  protected get live(): 'polite' | 'assertive' | 'off' {
    return this.#isSpoken ? 'off' : this.announce;
  }

  /** The person has turned aids on or off. */
  protected abstract onAids(aids: readonly Aid[]): void;

  /** Turns help on and off as the switches of the screens do. */
  toggleAssist(id: 'assist' | 'assist-voice' = 'assist'): void {
    const { aids } = this;
    if (id === 'assist-voice') this.#setAids(withAid(aids, 'speech', !aids.includes('speech')));
    else if (aids.length === 0) this.#setAids(this.#aidsBefore);
    else {
      this.#aidsBefore = aids;
      this.#setAids([]);
    }
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
  protected followScreen({ screen, lang, announcement, hint, outcome }: FollowedScreen, changes: boolean): void {
    this.#assist.tell({ screen, lang, text: announcement, hint: hint ?? null, outcome: outcome ?? null }, this.aids);
    const isNew = screen !== this.#shownScreen;
    const isOtherLanguage = !isNew && lang !== this.#shownLanguage;
    this.#shownScreen = screen;
    this.#shownLanguage = lang;
    const focusLost = isNew && this.#hadFocus;
    if (focusLost) this.focus({ preventScroll: true });
    if (this.announce === 'off') return;
    // A voice that is not heard any more leaves what it was to say to the live region.
    const fallsSilent = this.#wasSpoken && !this.#isSpoken && this.aids.includes('speech');
    this.#wasSpoken = this.#isSpoken;
    if (fallsSilent) this.#announcer.stop();
    // A heading that takes the focus is read anyway.
    if (changes || isOtherLanguage || fallsSilent || (isNew && !focusLost)) this.#announcer.announce(announcement);
  }

  protected stopAnnouncing(): void {
    this.#announcer.stop();
    this.#assist.stop();
  }

  get #isSpoken(): boolean {
    return this.#assist.isHeard && this.aids.includes('speech');
  }

  #setAids(aids: readonly Aid[]): void {
    this.assist = toAssistSetting(aids);
    this.onAids(aids);
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
