import { checkSupport, type SupportReport } from '@bonafide/browser-core';
import type {
  DocumentSide,
  IdentityCapture,
  IdentityOutcome,
  IdentityPhase,
  IdentitySession,
  IdentitySnapshot,
  IdentityStep,
} from '@bonafide/browser-core/identity';
import { html, nothing, type PropertyValues } from 'lit';
import { resolveIdentityMessages, type ResolvedIdentityMessages } from '../messages/identity-texts.ts';
import type { Aid } from '../shell/assist/aids.ts';
import { atPaceOf, paceOf } from '../shell/assist/session-pace.ts';
import { told } from '../shell/assist/told.ts';
import { ObjectUrl } from '../shell/object-url.ts';
import { pageLanguage } from '../shell/page-language.ts';
import { SessionLifetime } from '../shell/session-lifetime.ts';
import { countryOfLanguage } from './country-choice.ts';
import { IdVerificationEvent } from './id-verification-events.ts';
import { IdVerificationProperties } from './id-verification-properties.ts';
import { idVerificationStyles } from './id-verification-styles.ts';
import { idVerificationView } from './id-verification-view.ts';
import { IDLE_IDENTITY_SNAPSHOT } from './identity-idle-snapshot.ts';
import { presentIdentity } from './identity-presenter.ts';
import { relayIdentityEvents, type FireIdentityEvent } from './identity-session-events.ts';
import { gatewayOf, toIdentitySessionOptions, toWords } from './identity-settings.ts';
import { identitySnapshotEvents } from './identity-snapshot-events.ts';
import type { IdentityView } from './identity-view-model.ts';
import { QuestionFocus } from './question-focus.ts';
import { ScreenControls } from './screen-controls.ts';
import { StepElements } from './step-elements.ts';
import { keepStepEvents } from './step-events.ts';

/**
 * Takes a person from consent to the gateway's answer about an identity document and the face beside it: agreement,
 * country and type, front, back, review, selfie, sending, and the wait; with a way on from everything that can go wrong,
 * and on to a phone. It starts by itself once it has a gateway.
 *
 * @tagname id-verification
 *
 * @fires idv-ready - The browser was checked and the check can run.
 * @fires idv-unsupported - It cannot run here. Cancelable: prevented, the element shows nothing.
 * @fires idv-state - The journey went from one state to another.
 * @fires idv-step - Another step has begun.
 * @fires idv-consent - The person agreed or declined; with the version of the text and the time.
 * @fires idv-document-select - A document was chosen.
 * @fires idv-guidance - Another hint is shown, about a side of the document or the selfie.
 * @fires idv-capture - A picture was taken or given; the image only with `expose-media`.
 * @fires idv-review - The person kept a picture, or wants another one.
 * @fires idv-upload - A picture is on its way.
 * @fires idv-handover - The link to a phone was shown, opened, confirmed, finished with, left on the phone, or has run out.
 * @fires idv-recapture - The gateway wants pictures again, and says why.
 * @fires idv-complete - The gateway has ended the journey.
 * @fires idv-cancel - The person or the page ended the journey.
 * @fires idv-error - Something failed; the detail says what and whether trying again helps.
 * @fires idv-close - The person left the last screen.
 * @fires idv-help - The person asked for help.
 * @fires idv-assist - The person turned help on or off.
 * @fires idv-telemetry - One line of telemetry: names and codes only.
 *
 * @slot logo - At the start of the header.
 * @slot header - In the header, after the logo.
 * @slot footer - Under every screen.
 * @slot intro - Instead of the start screen; call `start()` from it.
 * @slot consent - Instead of the consent screen; call `acceptConsent()` or `declineConsent()` from it.
 * @slot processing - Instead of the waiting screen.
 * @slot recapture - Instead of the screen that asks for a picture again; call `next()` from it.
 * @slot passed - Instead of the screen at the good end.
 * @slot in-review - Instead of the screen that says that a person will look at it.
 * @slot failed - Instead of the screen at the bad end.
 * @slot expired - Instead of the screen after the time ran out.
 * @slot cancelled - Instead of the screen after a cancelled journey.
 * @slot error - Instead of any error screen; call `retry()` from it.
 * @slot unsupported - Instead of the screen for a browser that cannot do it.
 *
 * @csspart root - Everything.
 * @csspart panel - A screen without video.
 * @csspart title - Its heading.
 * @csspart body - The sentence under it.
 * @csspart attempts - How many attempts are left.
 * @csspart progress - Progress in words.
 * @csspart journey - Which step it is, in words.
 * @csspart journey-line - The same as a line along the top.
 * @csspart notice - Something that is said once.
 * @csspart release - What is released where the law asks for a written release.
 * @csspart country - The list of countries.
 * @csspart types - The types of document.
 * @csspart picture - A picture to be looked at.
 * @csspart sending - How far each picture is.
 * @csspart qr - The code for a phone.
 * @csspart code - The number that both screens show.
 * @csspart stop - The question whether to stop.
 * @csspart button - Any button.
 * @csspart button-primary - The button that goes on.
 * @csspart button-secondary - Any other button of a panel.
 * @csspart back - The button that goes one step back.
 * @csspart assist - The switch of what helps a person.
 * @csspart assist-note - What is on, and the switch of the voice.
 * @csspart switch - A switch in a panel.
 * @csspart close - The button that ends the journey.
 * @csspart banner - The line shown while offline.
 *
 * @cssprop --sl-color-bg - Ground.
 * @cssprop --sl-color-fg - Text.
 * @cssprop --sl-color-muted - Text that matters less.
 * @cssprop --sl-color-accent - Buttons, focus and progress.
 * @cssprop --sl-color-on-accent - Text on the accent.
 * @cssprop --sl-color-ok - All is well.
 * @cssprop --sl-color-warn - Something is to be done.
 * @cssprop --sl-color-error - Something failed.
 * @cssprop --sl-color-scrim - Over the video of a step; at least 80 % dense, so that text on it can be read.
 * @cssprop --sl-oval-stroke - The line of outlines.
 * @cssprop --sl-oval-stroke-ready - The same for progress.
 * @cssprop --sl-oval-stroke-ok - The same while holding still.
 * @cssprop --sl-radius - Corners. Default 0.875rem.
 * @cssprop --sl-font - Font family. Default: the system's.
 * @cssprop --sl-hint-size - Size of the hints of the steps. Default 1.125rem.
 * @cssprop --sl-space - Unit of spacing. Default 1rem.
 * @cssprop --sl-motion - Duration of movements. Default 240ms, and none where reduced motion is asked for.
 */
export class IdVerification extends IdVerificationProperties {
  static override styles = idVerificationStyles;

  readonly #fire: FireIdentityEvent = (type, detail) => void this.dispatchEvent(new IdVerificationEvent(type, detail));
  readonly #life = new SessionLifetime<IdentitySnapshot, IdentitySession>(this, {
    idle: IDLE_IDENTITY_SNAPSHOT,
    onSnapshot: (now, before) => this.#onSnapshot(now, before),
    listen: (session) => [
      session.on('upload', ({ depiction, progress }) => this.#controls.memory.send(depiction, progress)),
      session.on('telemetry', (record) => this.telemetry?.(record)),
      ...relayIdentityEvents(session, this.#fire, { exposesMedia: () => this.exposeMedia }),
    ],
    onClear: () => this.#controls.memory.clear(),
  });
  readonly #controls = new ScreenControls(this, this.#life);
  readonly #steps = new StepElements({
    onDocument: (result) => this.#life.session?.captured(result),
    onSelfie: (selfie) => this.#life.session?.selfieCaptured(selfie),
    captureNonce: (signal) => this.#life.session?.captureNonce(signal) ?? Promise.resolve(null),
    onDocumentGuidance: ({ code, side }) => this.#fire('idv-guidance', { code, about: side }),
    onSelfieGuidance: ({ code }) => this.#fire('idv-guidance', { code, about: 'selfie' }),
    onTelemetry: (record) => {
      this.telemetry?.(record);
      this.#fire('idv-telemetry', record);
    },
    onLeave: () => this.cancel(),
    onAssist: (assist) => {
      this.assist = assist;
      this.onAids(this.aids);
    },
  });
  readonly #urls = { FRONT: new ObjectUrl(), BACK: new ObjectUrl(), SELFIE: new ObjectUrl() };
  readonly #questionFocus = new QuestionFocus();
  #view: IdentityView | null = null;

  constructor() {
    super();
    // Before the elements of the steps hear of it: only here is known what would be lost.
    this.addEventListener('keydown', (event) => this.#onKeydown(event), { capture: true });
  }

  /** What this browser, page and machine can do. Asks for nothing unless `permission` is true. */
  static checkSupport(options: { readonly permission?: boolean } = {}): Promise<SupportReport> {
    return checkSupport(options);
  }

  /** Where the journey stands. */
  get state(): IdentityPhase {
    return this.#life.snapshot.phase;
  }

  /** The present step; null before the start and at an end that came before its step. */
  get step(): IdentityStep | null {
    return this.#life.snapshot.step;
  }

  /** The pictures that there are: what they show and their digests. */
  get captures(): readonly IdentityCapture[] {
    return this.#life.snapshot.captures;
  }

  /** How the journey ended; null before that. What the gateway decided is read by the partner's backend. */
  get outcome(): IdentityOutcome | null {
    return this.#life.snapshot.outcome;
  }

  /** Starts the journey. Does nothing while one is on its way. Throws `TypeError` on settings that cannot work. */
  start(): void {
    this.#life.begin(() => atPaceOf(this.createSession(toIdentitySessionOptions(this)), this.aids))?.start();
  }

  /** Agrees to the consent screen; for a page that fills the `consent` slot. */
  acceptConsent(): void {
    this.#life.session?.acceptConsent();
  }

  /** Declines it, which ends the journey. */
  declineConsent(): void {
    this.#life.session?.declineConsent();
  }

  /** One step back, where that can be. */
  back(): void {
    this.#life.session?.back();
  }

  /** One step on, from a screen that only waits to be read. */
  next(): void {
    this.#life.session?.next();
  }

  /** Takes another picture of a side, from the review. */
  retake(side: DocumentSide): void {
    this.#life.session?.retake(side);
  }

  /** Goes on on a phone, where that can be; again: makes a new link, and sends away who has opened the last. */
  handOver(): void {
    this.#life.session?.handOver();
  }

  /** Says that the phone that has opened the link is the person's. */
  confirmPhone(): void {
    this.#life.session?.confirmPhone();
  }

  /** Another try, after an error that allows one. */
  retry(): void {
    this.#life.session?.retry();
  }

  /** Ends the journey and turns the camera off. */
  cancel(reason: 'user' | 'help' = 'user'): void {
    this.#controls.memory.confirm(null);
    this.#life.session?.cancel(reason);
  }

  override requestClose(): void {
    if (this.#view !== null && this.#view.stop !== null) this.#controls.act('go-on');
    else if (this.#view !== null) this.#controls.act(this.#view.close.id);
  }

  /** Back to the start, from any state; pictures are dropped. */
  reset(): void {
    this.#life.reset();
  }

  /** Releases camera, workers, pictures and network at once. Removing the element does the same. */
  dispose(): void {
    this.#life.close();
    this.#steps.drop();
    for (const url of Object.values(this.#urls)) url.release();
    this.stopAnnouncing();
  }

  override focus(options?: FocusOptions): void {
    const step = this.#steps.element;
    if (step === null || step.hidden) super.focus(options);
    else void step.updateComplete.then(() => step.focus(options));
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    keepStepEvents(root);
    return root;
  }

  protected override onAids(aids: readonly Aid[]): void {
    this.#fire('idv-assist', { aids });
  }

  protected override onAbort(): void {
    this.cancel();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#view = this.#present(resolveIdentityMessages(pageLanguage(this), this.messages));
    if (changed.get('assist') !== undefined) this.#life.session?.setPace(paceOf(this.aids));
    if (this.#life.session !== null) this.#steps.sync(this.#life.snapshot, this, pageLanguage(this));
  }

  protected override render(): unknown {
    if (this.#view === null || this.#life.handedOver) return nothing;
    const step = this.#steps.element;
    return html`${idVerificationView(
        this.#view,
        {
          steps: step === null ? nothing : html`<div class="step">${step}</div>`,
          pictureUrl: (depiction) => this.#urls[depiction].of(this.#life.session?.picture(depiction) ?? null),
        },
        { onAction: (id) => this.#controls.act(id), ...this.#controls.selectHandlers(this.#view.lang) },
      )}
      <div class="live" aria-live=${this.live} aria-atomic="true"></div>`;
  }

  protected override updated(): void {
    this.#questionFocus.follow(this.renderRoot);
    if (this.#view !== null) this.followScreen(toFollow(this.#view), false);
    this.#life.beginByItself(() => gatewayOf(this) !== null);
  }

  #present(messages: ResolvedIdentityMessages): IdentityView {
    return presentIdentity(
      this.#life.snapshot,
      {
        recipient: this.recipient === '' ? location.host : this.recipient,
        retentionDays: this.retentionDays,
        ...this.#controls.memory.state,
        likelyCountry: countryOfLanguage(pageLanguage(this)),
        handoverMethods: toWords(this.handoverMethods) as readonly ('qr' | 'link')[],
        help: toWords(this.fallback).includes('help'),
        resultScreen: this.resultScreen,
        assist: this.assist,
      },
      messages,
    );
  }

  #onSnapshot(now: IdentitySnapshot, before: IdentitySnapshot): void {
    if (now.phase !== before.phase) this.#controls.memory.enter(now.phase);
    // What was copied is another link than the one that is shown now.
    if (now.handover?.url !== before.handover?.url) this.#controls.memory.copy(false);
    this.requestUpdate();
    this.#life.tell(before, now, identitySnapshotEvents(before, now));
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    this.requestClose();
  }
}

/** What is told to those who do not see it: the steps tell for themselves, and each turn of a hand-over is a screen of its own. */
function toFollow(view: IdentityView) {
  const { screen, title } = view;
  if (screen === 'handover') return { ...told(view), screen: `${screen}: ${title}` };
  return screen === 'document' || screen === 'selfie' ? { ...told(view), announcement: '' } : told(view);
}

declare global {
  interface HTMLElementTagNameMap {
    'id-verification': IdVerification;
  }
}
