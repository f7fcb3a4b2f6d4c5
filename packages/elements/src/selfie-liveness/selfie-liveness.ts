import { checkSupport, type SupportReport } from '@bonafide/browser-core';
import { html, nothing, type PropertyValues } from 'lit';
import type {
  DocumentVerificationResult,
  LivenessSession,
  SessionEventMap,
  SessionPhase,
  SessionSnapshot,
} from '@bonafide/browser-core/session';
import type { GuidanceCode } from '@bonafide/contracts/codes';
import { resolveMessages, type ResolvedMessages } from '../messages/selfie-texts.ts';
import type { Aid } from '../shell/assist/aids.ts';
import { atPaceOf, paceOf } from '../shell/assist/session-pace.ts';
import { told } from '../shell/assist/told.ts';
import { nextCamera } from '../shell/next-camera.ts';
import { pageLanguage } from '../shell/page-language.ts';
import { redraw } from '../shell/redraw.ts';
import { SessionLifetime } from '../shell/session-lifetime.ts';
import { VideoStage } from '../shell/video-stage.ts';
import { measureOval } from './measure-oval.ts';
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
import type { SelfieActionId, SelfieView } from './selfie-view-model.ts';
import { IDLE_SNAPSHOT } from './idle-snapshot.ts';
import { SessionMetrics, type SelfieLivenessMetrics } from './session-metrics.ts';
import { canStart, gatewayHost, toSessionOptions } from './session-settings.ts';
import { showLight } from './show-light.ts';
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
 * @fires liveness-assist - The person turned help on or off.
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
 * @csspart light - What glows around the oval, with `screen-light`.
 * @csspart oval - The oval over it.
 * @csspart oval-progress - The line of an oval, over the video or in a panel.
 * @csspart hint - The hint over the video.
 * @csspart hint-icon - Its icon.
 * @csspart camera-select - The list of cameras.
 * @csspart button - Any button.
 * @csspart button-primary - The button that goes on.
 * @csspart button-secondary - Any other button of a panel.
 * @csspart shutter - The manual shutter.
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

  readonly #life = new SessionLifetime<SessionSnapshot, LivenessSession>(this, {
    idle: IDLE_SNAPSHOT,
    onSnapshot: (now, before) => this.#onSnapshot(now, before),
    listen: (session) => [
      session.on('capture', (capture) => this.#onCapture(capture)),
      session.on('measurement', (measurement) => this.#onMeasurement(measurement)),
      session.on('telemetry', (record) => this.#onTelemetry(record)),
    ],
  });
  readonly #stage = new VideoStage(measureOval);
  #metrics = new SessionMetrics();
  #messages: ResolvedMessages | null = null;
  #view: SelfieView | null = null;
  #lastGuidance: GuidanceCode | null = null;

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
    return this.#life.snapshot.phase;
  }

  /** Counts from 1; 0 before the first start. */
  get attempt(): number {
    return this.#life.snapshot.attempt;
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
    return this.#life.snapshot.result;
  }

  /** Starts the journey. Does nothing while one is on its way. Throws `TypeError` on settings that cannot work. */
  start(): void {
    this.#start();
  }

  /** Agrees to the consent screen; for a page that fills the `consent` slot. */
  accept(): void {
    this.#life.session?.acceptConsent();
  }

  /** Declines it, which ends the journey. */
  decline(): void {
    this.#life.session?.declineConsent();
  }

  /** Goes on without the screen light, before or while it glows. */
  skipLight(): void {
    this.#life.session?.skipScreenLight();
  }

  /** Another attempt, after one that did not pass or an error. */
  retry(): void {
    this.#life.session?.retry();
  }

  /** The manual shutter, once it is offered. */
  capture(): void {
    this.#life.session?.capture();
  }

  /** Ends the journey and turns the camera off. */
  cancel(reason: 'user' | 'help' = 'user'): void {
    this.#life.session?.cancel(reason);
  }

  /** What the close button does: ends a journey that is on its way, leaves one that is over. */
  override requestClose(): void {
    if (this.#view !== null) this.#act(this.#view.close.id);
  }

  /** Back to the start, from any state. */
  reset(): void {
    this.#life.reset();
  }

  /** Goes to a camera, or to the next one in the list. */
  switchCamera(cameraId?: string): void {
    const wanted = cameraId ?? nextCamera(this.#life.snapshot);
    if (wanted !== undefined) this.#life.session?.switchCamera(wanted);
  }

  /** Releases camera, worker and network at once. Removing the element does the same. */
  dispose(): void {
    this.#life.close();
    this.#stage.release();
    this.stopAnnouncing();
  }

  protected override onAids(aids: readonly Aid[]): void {
    this.#fire('liveness-assist', { aids });
  }

  protected override onAbort(): void {
    this.cancel();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#messages = resolveMessages(pageLanguage(this), this.messages);
    this.#view = this.#present(this.#messages);
    if (changed.get('assist') !== undefined) this.#life.session?.setPace(paceOf(this.aids));
  }

  protected override render(): unknown {
    if (this.#view === null || this.#life.handedOver) return nothing;
    return html`${selfieLivenessView(this.#view, {
        onAction: (id, isTrusted) => this.#act(id, isTrusted),
        onCamera: (id) => this.switchCamera(id),
      })}
      <div class="live" aria-live=${this.live} aria-atomic="true"></div>`;
  }

  protected override updated(): void {
    this.#stage.sync(this.renderRoot, this.#life.snapshot.stream);
    showLight(this.renderRoot, this.#view?.camera?.light ?? null);
    if (this.#view !== null) this.followScreen(told(this.#view), this.#view.camera !== null);
    this.#life.beginByItself(() => canStart(this.settings()));
  }

  #present(messages: ResolvedMessages): SelfieView {
    return presentSelfie(
      this.#life.snapshot,
      {
        host: gatewayHost(this.baseUrl),
        mirrored: this.mirror === 'on' || (this.mirror === 'auto' && this.facing === 'user'),
        cameraSelector: this.cameraSelector,
        help: this.fallback.split(/\s+/).includes('help'),
        resultScreen: this.resultScreen,
        screenLight: this.screenLight,
        assist: this.assist,
      },
      messages,
    );
  }

  #onSnapshot(now: SessionSnapshot, before: SessionSnapshot): void {
    const messages = this.#messages ?? resolveMessages(pageLanguage(this), this.messages);
    const view = this.#present(messages);
    redraw(this, { before: this.#view, now: view, isSameStream: now.stream === before.stream });
    this.#view = view;
    if (now.guidance !== null) this.#lastGuidance = now.guidance;
    this.#life.tell(before, now, snapshotEvents(before, now, { correlationId: this.correlationId, messages }));
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

  /** `isTrusted` only where an event of ours is behind it: what the page calls may come of an event that nobody here saw. */
  #start(isTrusted?: boolean): void {
    this.#life
      .begin(() => {
        this.#metrics = new SessionMetrics();
        return atPaceOf(this.createSession(toSessionOptions(this.settings())), this.aids);
      })
      ?.start(isTrusted);
  }

  #act(id: SelfieActionId, isTrusted?: boolean): void {
    switch (id) {
      case 'start':
        return this.#start(isTrusted);
      case 'accept':
        return this.#life.session?.acceptConsent(isTrusted);
      case 'accept-without-light':
        this.skipLight();
        return this.#life.session?.acceptConsent(isTrusted);
      case 'skip-light':
        return this.skipLight();
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
        return this.#start(isTrusted);
      case 'help':
        this.#fire('liveness-help', { code: this.#life.snapshot.failure?.code ?? null });
        return this.cancel('help');
      case 'assist':
      case 'assist-voice':
        return this.toggleAssist(id);
      case 'close':
        this.#fire('liveness-close', { result: this.result });
    }
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
