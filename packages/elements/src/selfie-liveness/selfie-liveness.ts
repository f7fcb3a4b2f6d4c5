import { checkSupport, type SupportReport } from '@bonafide/browser-core';
import { html, nothing, type PropertyValues } from 'lit';
import type {
  DocumentVerificationResult,
  SessionEventMap,
  SessionPhase,
  SessionSnapshot,
} from '@bonafide/browser-core/session';
import type { GuidanceCode } from '@bonafide/contracts/codes';
import { resolveMessages, type ResolvedMessages } from '../messages/message-registry.ts';
import { createAnnouncer } from './announcer.ts';
import { CameraStage } from './camera-stage.ts';
import { pageLanguage } from './page-locale.ts';
import { pageTimers } from './page-timers.ts';
import { sameViewButProgress } from './same-view.ts';
import {
  SelfieLivenessEvent,
  type SelfieLivenessEventDetails,
  type SelfieLivenessEventType,
} from './selfie-liveness-events.ts';
import { preload, type PreloadOptions } from './preload.ts';
import { presentSelfie } from './selfie-liveness-presenter.ts';
import { SelfieLivenessProperties } from './selfie-liveness-properties.ts';
import { selfieLivenessStyles } from './selfie-liveness-styles.ts';
import { selfieLivenessView } from './selfie-liveness-view.ts';
import type { SelfieActionId, SelfieScreen, SelfieView } from './selfie-view-model.ts';
import { SessionBinding } from './session-binding.ts';
import { SessionMetrics, type SelfieLivenessMetrics } from './session-metrics.ts';
import { canStart, gatewayHost, toSessionOptions } from './session-settings.ts';
import { snapshotEvents } from './snapshot-events.ts';

/**
 * Guides a person through a passive selfie liveness check: consent, camera, one photo, upload, and the wait for the
 * gateway's answer. It starts by itself once it has a gateway and a token, and shows the consent screen first.
 *
 * @tagname selfie-liveness
 *
 * @fires liveness-ready - The browser was checked and the check can run.
 * @fires liveness-unsupported - It cannot run here. Cancelable: prevented, the element shows nothing.
 * @fires liveness-permission - The camera permission was asked for, granted, denied or dismissed.
 * @fires liveness-camera - The cameras are known, or another one is used.
 * @fires liveness-state - The journey went from one state to another.
 * @fires liveness-guidance - Another hint is shown.
 * @fires liveness-progress - Loading, holding still or uploading went on.
 * @fires liveness-capture - A photo was taken. Cancelable: prevented, the journey ends and nothing is sent.
 * @fires liveness-attempt-failed - An attempt did not pass.
 * @fires liveness-complete - The gateway has ended the journey.
 * @fires liveness-cancel - The person or the page ended the journey.
 * @fires liveness-error - Something failed; the detail says what and whether trying again helps.
 * @fires liveness-close - The person left the last screen.
 * @fires liveness-help - The person asked for help.
 * @fires liveness-telemetry - One line of telemetry: names and codes only.
 * @fires liveness-measurement - One analysed frame; only with `debug`.
 *
 * @slot logo - At the start of the header.
 * @slot header - In the header, after the logo.
 * @slot footer - Under every screen.
 * @slot intro - Instead of the start screen.
 * @slot consent - Instead of the consent screen; call `accept()` or `decline()` from it.
 * @slot permission - Instead of the screen shown while the browser asks for permission.
 * @slot permission-denied - Instead of the screen that tells how to allow the camera.
 * @slot no-camera - Instead of the screen for a missing camera.
 * @slot camera-in-use - Instead of the screen for a camera that another app holds.
 * @slot unsupported - Instead of the screen for a browser that cannot do it.
 * @slot guidance - Instead of the hint over the video.
 * @slot manual-button - Instead of the shutter; call `capture()` from it.
 * @slot processing - Instead of the waiting screen.
 * @slot passed - Instead of the screen at the good end.
 * @slot failed - Instead of the screen after an attempt that did not pass; call `retry()` from it.
 * @slot error - Instead of any other error screen; call `retry()` from it.
 * @slot cancelled - Instead of the screen after a cancelled journey.
 *
 * @csspart root - Everything.
 * @csspart panel - A screen without video.
 * @csspart title - Its heading.
 * @csspart body - The sentence under it.
 * @csspart attempts - How many attempts are left.
 * @csspart progress - Progress in words.
 * @csspart stage - The screen with video.
 * @csspart video - The live picture.
 * @csspart oval - The oval over it.
 * @csspart oval-progress - The line of an oval, over the video or in a panel.
 * @csspart hint - The hint over the video.
 * @csspart hint-icon - Its icon.
 * @csspart camera-select - The list of cameras.
 * @csspart button - Any button.
 * @csspart button-primary - The button that goes on.
 * @csspart button-secondary - Any other button of a panel.
 * @csspart shutter - The manual shutter.
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
 * @cssprop --sl-color-scrim - Over the video, around the oval; at least 80 % dense, so that text on it can be read.
 * @cssprop --sl-oval-width - Largest width of the oval. Default 25rem.
 * @cssprop --sl-oval-stroke - The oval's line.
 * @cssprop --sl-oval-stroke-ready - The same once the face is placed well, and for progress.
 * @cssprop --sl-oval-stroke-ok - The progress while holding still.
 * @cssprop --sl-radius - Corners. Default 0.875rem.
 * @cssprop --sl-font - Font family. Default: the system's.
 * @cssprop --sl-hint-size - Size of the hint. Default 1.125rem.
 * @cssprop --sl-space - Unit of spacing. Default 1rem.
 * @cssprop --sl-motion - Duration of movements. Default 240ms, and none where reduced motion is asked for.
 */
export class SelfieLiveness extends SelfieLivenessProperties {
  static override styles = selfieLivenessStyles;

  readonly #internals: ElementInternals;
  readonly #binding = new SessionBinding({
    onSnapshot: (now, before) => this.#onSnapshot(now, before),
    onCapture: (capture) => this.#onCapture(capture),
    onMeasurement: (measurement) => this.#onMeasurement(measurement),
    onTelemetry: (record) => this.#onTelemetry(record),
  });
  readonly #stage = new CameraStage();
  readonly #announcer = createAnnouncer({ ...pageTimers, write: (text) => this.#writeLive(text) });
  #metrics = new SessionMetrics();
  #messages: ResolvedMessages | null = null;
  #view: SelfieView | null = null;
  #shownScreen: SelfieScreen | null = null;
  #lastGuidance: GuidanceCode | null = null;
  #autoStarted = false;
  #handedOver = false;
  #hadFocus = false;
  #signalLifetime: AbortController | null = null;

  constructor() {
    super();
    this.#internals = this.attachInternals();
    this.addEventListener('keydown', (event) => this.#onKeydown(event));
  }

  /** What this browser, page and machine can do. Asks for nothing unless `permission` is true. */
  static checkSupport(options: { readonly permission?: boolean } = {}): Promise<SupportReport> {
    return checkSupport(options);
  }

  /** Loads what a check needs into the browser's cache, ahead of time. */
  static preload(options: PreloadOptions = {}): Promise<void> {
    return preload(options);
  }

  /** Where the journey stands. */
  get state(): SessionPhase {
    return this.#binding.snapshot.phase;
  }

  /** Counts from 1; 0 before the first start. */
  get attempt(): number {
    return this.#binding.snapshot.attempt;
  }

  /** The last hint that was shown. */
  get lastGuidance(): GuidanceCode | null {
    return this.#lastGuidance;
  }

  /** Figures of the journey so far. */
  get metrics(): SelfieLivenessMetrics {
    return this.#metrics.read();
  }

  /** How the journey ended; null before that. What the gateway decided is read by the partner's backend. */
  get result(): DocumentVerificationResult | null {
    return this.#binding.snapshot.result;
  }

  /** Starts the journey. Does nothing while one is on its way. Throws `TypeError` on settings that cannot work. */
  start(): void {
    if (this.state !== 'idle') return;
    this.#autoStarted = true;
    this.#metrics = new SessionMetrics();
    this.#binding.open(this.createSession, toSessionOptions(this.settings())).start();
  }

  /** Agrees to the consent screen; for a page that fills the `consent` slot. */
  accept(): void {
    this.#binding.session?.acceptConsent();
  }

  /** Declines it, which ends the journey. */
  decline(): void {
    this.#binding.session?.declineConsent();
  }

  /** Another attempt, after one that did not pass or an error. */
  retry(): void {
    this.#binding.session?.retry();
  }

  /** The manual shutter, once it is offered. */
  capture(): void {
    this.#binding.session?.capture();
  }

  /** Ends the journey and turns the camera off. */
  cancel(reason: 'user' | 'help' = 'user'): void {
    this.#binding.session?.cancel(reason);
  }

  /** What the close button does: ends a journey that is on its way, leaves one that is over. */
  requestClose(): void {
    if (this.#view !== null) this.#act(this.#view.close.id);
  }

  /** Back to the start, from any state. */
  reset(): void {
    this.#handedOver = false;
    if (this.#binding.session === null) this.#forget();
    else this.#binding.session.reset();
  }

  /** Goes to a camera, or to the next one in the list. */
  switchCamera(cameraId?: string): void {
    const { cameras, cameraId: current } = this.#binding.snapshot;
    const next = cameras[(cameras.findIndex(({ deviceId }) => deviceId === current) + 1) % cameras.length];
    const wanted = cameraId ?? next?.deviceId;
    if (wanted !== undefined) this.#binding.session?.switchCamera(wanted);
  }

  /** Releases camera, worker and network at once. Removing the element does the same. */
  dispose(): void {
    this.#binding.close();
    this.#stage.release();
    this.#announcer.stop();
  }

  /** Focuses the heading of the screen; the close button where the page has put something else in its place. */
  override focus(options?: FocusOptions): void {
    const targets = [...this.renderRoot.querySelectorAll<HTMLElement>('#title, .close')].reverse();
    targets.find((target) => target.getClientRects().length > 0)?.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#followSignal();
    // Back on the page after it was taken off: that journey is over.
    if (this.hasUpdated) this.#forget();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#signalLifetime?.abort();
    this.#autoStarted = false;
    this.dispose();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('signal')) this.#followSignal();
    this.#hadFocus = this.shadowRoot?.activeElement != null;
    this.#messages = resolveMessages(pageLanguage(this), this.messages);
    this.#view = this.#present(this.#messages);
  }

  protected override render(): unknown {
    if (this.#view === null || this.#handedOver) return nothing;
    return html`${selfieLivenessView(this.#view, {
        onAction: (id) => this.#act(id),
        onCamera: (id) => this.switchCamera(id),
      })}
      <div class="live" aria-live=${this.announce} aria-atomic="true"></div>`;
  }

  protected override updated(): void {
    this.#stage.sync(this.renderRoot, this.#binding.snapshot.stream);
    this.#followScreen();
    if (this.#mayStartByItself()) this.start();
  }

  #mayStartByItself(): boolean {
    if (this.#autoStarted || this.startScreen || !this.isConnected || this.signal?.aborted === true) return false;
    return canStart(this.settings());
  }

  #forget(): void {
    this.#internals.states.clear();
    this.#handedOver = false;
    this.#binding.forget();
    this.requestUpdate();
  }

  #present(messages: ResolvedMessages): SelfieView {
    return presentSelfie(
      this.#binding.snapshot,
      {
        host: gatewayHost(this.baseUrl),
        mirrored: this.mirror === 'on' || (this.mirror === 'auto' && this.facing === 'user'),
        cameraSelector: this.cameraSelector,
        help: this.fallback.split(/\s+/).includes('help'),
        resultScreen: this.resultScreen,
      },
      messages,
    );
  }

  #onSnapshot(now: SessionSnapshot, before: SessionSnapshot): void {
    const messages = this.#messages ?? resolveMessages(pageLanguage(this), this.messages);
    const view = this.#present(messages);
    const onlyProgress = this.#view !== null && this.hasUpdated && sameViewButProgress(view, this.#view);
    this.#view = view;
    if (onlyProgress && now.stream === before.stream) CameraStage.drawProgress(this.renderRoot, view.progress);
    else this.requestUpdate();
    if (now.guidance !== null) this.#lastGuidance = now.guidance;
    this.#internals.states.delete(before.phase);
    this.#internals.states.add(now.phase);
    const { correlationId } = this;
    for (const event of snapshotEvents(before, now, { correlationId, messages })) {
      const proceed = this.dispatchEvent(event);
      if (event.type === 'liveness-unsupported') this.#handedOver = !proceed;
    }
  }

  #onCapture(capture: SessionEventMap['capture']): void {
    if (!this.#fire('liveness-capture', capture)) this.cancel();
  }

  #onMeasurement(measurement: SessionEventMap['measurement']): void {
    this.#metrics.recordFrame(measurement.costMs);
    if (this.debug) this.#fire('liveness-measurement', measurement);
  }

  #onTelemetry(record: SessionEventMap['telemetry']): void {
    this.#metrics.recordTelemetry(record);
    this.telemetry?.(record);
    this.#fire('liveness-telemetry', record);
  }

  #act(id: SelfieActionId): void {
    switch (id) {
      case 'start':
        return this.start();
      case 'accept':
        return this.accept();
      case 'decline':
        return this.decline();
      case 'retry':
        return this.retry();
      case 'capture':
        return this.capture();
      case 'cancel':
        return this.cancel();
      case 'start-over':
        this.reset();
        return this.start();
      case 'help':
        this.#fire('liveness-help', { code: this.#binding.snapshot.failure?.code ?? null });
        return this.cancel('help');
      case 'close':
        this.#fire('liveness-close', { result: this.result });
    }
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    this.requestClose();
  }

  /** Moves the focus along when the screen that held it is gone, and tells those who do not see it. */
  #followScreen(): void {
    if (this.#view === null) return;
    const { screen, camera, announcement } = this.#view;
    const isNew = screen !== this.#shownScreen;
    this.#shownScreen = screen;
    const focusLost = isNew && this.#hadFocus;
    if (focusLost) this.focus({ preventScroll: true });
    // A heading that takes the focus is read anyway.
    if (this.announce !== 'off' && (camera !== null || (isNew && !focusLost))) this.#announcer.announce(announcement);
  }

  #writeLive(text: string): void {
    const live = this.renderRoot.querySelector('.live');
    if (live !== null) live.textContent = text;
  }

  #followSignal(): void {
    this.#signalLifetime?.abort();
    const lifetime = new AbortController();
    this.#signalLifetime = lifetime;
    if (this.signal?.aborted === true) this.cancel();
    else this.signal?.addEventListener('abort', () => this.cancel(), { signal: lifetime.signal });
  }

  #fire<K extends SelfieLivenessEventType>(type: K, detail: SelfieLivenessEventDetails[K]): boolean {
    return this.dispatchEvent(new SelfieLivenessEvent(type, detail));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'selfie-liveness': SelfieLiveness;
  }
}
