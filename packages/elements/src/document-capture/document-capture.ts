import { checkSupport, type SupportReport } from '@bonafide/browser-core';
import type {
  DocumentCapturePhase,
  DocumentCaptureResult,
  DocumentCaptureSession,
  DocumentCaptureSnapshot,
  DocumentCaptureSummary,
  DocumentSessionEventMap,
  DocumentTelemetryRecord,
} from '@bonafide/browser-core/identity';
import type { DocumentGuidanceCode } from '@bonafide/contracts/codes';
import { html, nothing, type PropertyValues } from 'lit';
import { resolveDocumentMessages, type ResolvedDocumentMessages } from '../messages/document-texts.ts';
import type { Aid } from '../shell/assist/aids.ts';
import { atPaceOf, paceOf } from '../shell/assist/session-pace.ts';
import { told } from '../shell/assist/told.ts';
import { ObjectUrl } from '../shell/object-url.ts';
import { nextCamera } from '../shell/next-camera.ts';
import { pageLanguage } from '../shell/page-language.ts';
import { redraw } from '../shell/redraw.ts';
import { SessionLifetime } from '../shell/session-lifetime.ts';
import { VideoStage } from '../shell/video-stage.ts';
import {
  DocumentCaptureEvent,
  type DocumentCaptureEventDetails,
  type DocumentCaptureEventType,
} from './document-capture-events.ts';
import { DocumentCaptureProperties } from './document-capture-properties.ts';
import { documentCaptureStyles } from './document-capture-styles.ts';
import { documentCaptureView } from './document-capture-view.ts';
import { IDLE_DOCUMENT_SNAPSHOT } from './document-idle-snapshot.ts';
import { presentDocument } from './document-presenter.ts';
import { toDocumentSessionOptions } from './document-settings.ts';
import { documentSnapshotEvents } from './document-snapshot-events.ts';
import type { DocumentActionId, DocumentView } from './document-view-model.ts';
import { drawFound } from './draw-found.ts';
import { measureCard } from './measure-card.ts';

/**
 * Photographs one side of an identity document: finds it in the camera's picture, says what is in the way, takes the
 * photo by itself, and reads it on the device. It starts by itself. The pictures stay with it until the page asks for
 * them.
 *
 * @tagname document-capture
 *
 * @fires document-ready - The browser was checked and the capture can run.
 * @fires document-unsupported - It cannot run here. Cancelable: prevented, the element shows nothing.
 * @fires document-permission - The camera permission was asked for, granted, denied or dismissed.
 * @fires document-camera - The cameras are known, or another one is used.
 * @fires document-state - The capture went from one state to another.
 * @fires document-guidance - Another hint is shown.
 * @fires document-progress - Loading or holding still went on.
 * @fires document-capture - A picture was taken or given. Cancelable: prevented, it is dropped and the capture ends.
 * @fires document-review - The person kept the picture, or wants another one.
 * @fires document-complete - There is a picture of this side, and the person wants it.
 * @fires document-cancel - The person or the page ended the capture.
 * @fires document-error - Something failed; the detail says what and whether trying again helps.
 * @fires document-close - The person left the last screen.
 * @fires document-assist - The person turned help on or off.
 * @fires document-telemetry - One line of telemetry: names and codes only.
 * @fires document-measurement - One analysed frame; only with `debug`.
 *
 * @slot logo - At the start of the header.
 * @slot header - In the header, after the logo.
 * @slot footer - Under every screen.
 * @slot intro - Instead of the start screen; call `start()` from it.
 * @slot permission - Instead of the screen shown while the browser asks for permission.
 * @slot permission-denied - Instead of the screen that tells how to allow the camera.
 * @slot no-camera - Instead of the screen for a missing camera.
 * @slot camera-in-use - Instead of the screen for a camera that another app holds.
 * @slot unsupported - Instead of the screen for a browser that cannot do it.
 * @slot guidance - Instead of the hint over the video.
 * @slot manual-button - Instead of the shutter; call `capture()` from it.
 * @slot captured - Instead of the screen at the good end.
 * @slot error - Instead of any other error screen; call `retry()` from it.
 * @slot cancelled - Instead of the screen after a cancelled capture.
 *
 * @csspart root - Everything.
 * @csspart panel - A screen without video.
 * @csspart title - The heading of a screen.
 * @csspart body - The sentence under it.
 * @csspart attempts - How many attempts are left.
 * @csspart progress - Progress in words.
 * @csspart picture - The picture that was taken.
 * @csspart problems - What is wrong with it.
 * @csspart stage - The screen with video.
 * @csspart video - The live picture.
 * @csspart found - The outline of the document that was found in it.
 * @csspart frame - The frame over the video.
 * @csspart frame-progress - Its line.
 * @csspart hint - The hint over the video.
 * @csspart hint-icon - Its icon.
 * @csspart camera-select - The list of cameras.
 * @csspart button - Any button.
 * @csspart button-primary - The button that goes on.
 * @csspart button-secondary - Any other button of a panel.
 * @csspart control - A button over the video.
 * @csspart shutter - The manual shutter.
 * @csspart assist - The switch of what helps a person.
 * @csspart assist-note - What is on, and the switch of the voice.
 * @csspart switch - A switch in a panel.
 * @csspart close - The button that ends the capture.
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
 * @cssprop --sl-color-scrim - Over the video, around the frame; at least 80 % dense, so that text on it can be read.
 * @cssprop --sl-card-width - Largest width of the frame. Default 40rem.
 * @cssprop --sl-oval-stroke - The line of outlines.
 * @cssprop --sl-oval-stroke-ready - The same once the document is placed well, and for progress.
 * @cssprop --sl-oval-stroke-ok - The progress while holding still.
 * @cssprop --sl-radius - Corners. Default 0.875rem.
 * @cssprop --sl-font - Font family. Default: the system's.
 * @cssprop --sl-hint-size - Size of the hint. Default 1.125rem.
 * @cssprop --sl-space - Unit of spacing. Default 1rem.
 * @cssprop --sl-motion - Duration of movements. Default 240ms, and none where reduced motion is asked for.
 */
export class DocumentCapture extends DocumentCaptureProperties {
  static override styles = documentCaptureStyles;

  readonly #life = new SessionLifetime<DocumentCaptureSnapshot, DocumentCaptureSession>(this, {
    idle: IDLE_DOCUMENT_SNAPSHOT,
    onSnapshot: (now, before) => this.#onSnapshot(now, before),
    listen: (session) => [
      session.on('capture', (summary) => this.#onCapture(summary)),
      session.on('measurement', (measurement) => this.#onMeasurement(measurement)),
      session.on('telemetry', (record) => this.#onTelemetry(record)),
    ],
    onClear: () => this.#forgetPicture(),
  });
  readonly #stage = new VideoStage(measureCard);
  readonly #picture = new ObjectUrl();
  #messages: ResolvedDocumentMessages | null = null;
  #view: DocumentView | null = null;
  #summary: DocumentCaptureSummary | null = null;
  #lastGuidance: DocumentGuidanceCode | null = null;
  #kept = false;

  /** What this browser, page and machine can do. Asks for nothing unless `permission` is true. */
  static checkSupport(options: { readonly permission?: boolean } = {}): Promise<SupportReport> {
    return checkSupport(options);
  }

  /** Where the capture stands. */
  get state(): DocumentCapturePhase {
    return this.#life.snapshot.phase;
  }

  /** The last hint that was shown. */
  get lastGuidance(): DocumentGuidanceCode | null {
    return this.#lastGuidance;
  }

  /** The pictures that were taken, with what was read on them; null without `expose-media`, and before there are any. */
  get result(): DocumentCaptureResult | null {
    return this.exposeMedia ? (this.#life.session?.result ?? null) : null;
  }

  /** Starts the capture, or that of the next `side` once one is there. Does nothing while one is on its way. */
  start(): void {
    const session = this.#begin();
    if (session !== null) session.start(this.side);
    else if (this.state === 'captured') {
      this.#kept = false;
      this.#life.session?.start(this.side);
    }
  }

  /** The manual shutter, once it is offered. */
  capture(): void {
    this.#life.session?.capture();
  }

  /** Takes a file instead of a photo, where `allow-upload` lets it; before the start, this is the start. */
  upload(file: Blob): void {
    if (this.#life.session === null) this.#begin();
    this.#life.session?.upload(file);
  }

  /** Keeps the picture that is shown. */
  keep(): void {
    if (this.#view?.screen !== 'review') return;
    this.#fire('document-review', { side: this.#life.snapshot.side, action: 'keep' });
    this.#kept = true;
    this.requestUpdate();
    this.#complete();
  }

  /** Takes another picture instead of the one that is shown. */
  retake(): void {
    if (this.#view?.screen !== 'review') return;
    this.#fire('document-review', { side: this.#life.snapshot.side, action: 'retake' });
    this.start();
  }

  /** Looks again, after a picture that would not do or an error. */
  retry(): void {
    this.#life.session?.retry();
  }

  /** Ends the capture and turns the camera off. */
  cancel(): void {
    this.#life.session?.cancel();
  }

  override requestClose(): void {
    if (this.#view !== null) this.#act(this.#view.close.id);
  }

  /** Back to the start, from any state; the picture is dropped. */
  reset(): void {
    this.#life.reset();
  }

  /** Goes to a camera, or to the next one in the list. */
  switchCamera(cameraId?: string): void {
    const wanted = cameraId ?? nextCamera(this.#life.snapshot);
    if (wanted !== undefined) this.#life.session?.switchCamera(wanted);
  }

  /** Turns the camera's light on or off, where it has one. */
  setTorch(on: boolean): void {
    this.#life.session?.setTorch(on);
  }

  /** Releases camera, worker and picture at once. Removing the element does the same. */
  dispose(): void {
    this.#life.close();
    this.#stage.release();
    this.#picture.release();
    this.stopAnnouncing();
  }

  protected override onAids(aids: readonly Aid[]): void {
    this.#fire('document-assist', { aids });
  }

  protected override onAbort(): void {
    this.cancel();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#messages = resolveDocumentMessages(pageLanguage(this), this.messages);
    this.#view = this.#present(this.#messages);
    if (changed.get('assist') !== undefined) this.#life.session?.setPace(paceOf(this.aids));
  }

  protected override render(): unknown {
    if (this.#view === null || this.#life.handedOver) return nothing;
    const shown = this.#view.picture === null ? null : (this.#life.session?.result?.image ?? null);
    return html`${documentCaptureView(
        this.#view,
        { pictureUrl: this.#picture.of(shown), accept: this.accept },
        {
          onAction: (id) => this.#act(id),
          onCamera: (id) => this.switchCamera(id),
          onFile: (file) => this.upload(file),
        },
      )}
      <div class="live" aria-live=${this.live} aria-atomic="true"></div>`;
  }

  protected override updated(): void {
    this.#stage.sync(this.renderRoot, this.#life.snapshot.stream);
    if (this.#view !== null) this.followScreen(told(this.#view), this.#view.camera !== null);
    this.#life.beginByItself(() => true);
  }

  #begin(): DocumentCaptureSession | null {
    return this.#life.begin(() => atPaceOf(this.createSession(toDocumentSessionOptions(this)), this.aids));
  }

  #forgetPicture(): void {
    this.#kept = false;
    this.#summary = null;
  }

  #present(messages: ResolvedDocumentMessages): DocumentView {
    const { review, resultScreen, captureMode, assist } = this;
    const snapshot = this.#life.session === null ? this.#beforeStart() : this.#life.snapshot;
    const options = { review, resultScreen, assist, kept: this.#kept, uploadOnly: captureMode === 'upload' };
    return presentDocument(snapshot, options, messages);
  }

  /** What a start screen shows of what will be asked for. */
  #beforeStart(): DocumentCaptureSnapshot {
    const { side, documentType } = this;
    return { ...this.#life.snapshot, side, expected: documentType === '' ? null : { documentType, country: null } };
  }

  #onSnapshot(now: DocumentCaptureSnapshot, before: DocumentCaptureSnapshot): void {
    const messages = this.#messages ?? resolveDocumentMessages(pageLanguage(this), this.messages);
    const view = this.#present(messages);
    redraw(this, { before: this.#view, now: view, isSameStream: now.stream === before.stream });
    this.#view = view;
    if (now.guidance !== null) this.#lastGuidance = now.guidance;
    this.#life.tell(before, now, documentSnapshotEvents(before, now, messages));
    if (now.phase === 'captured' && before.phase !== 'captured' && !this.review) this.#complete();
  }

  #onCapture(summary: DocumentCaptureSummary): void {
    this.#summary = summary;
    if (this.#fire('document-capture', summary)) return;
    this.#summary = null;
    this.cancel();
  }

  #complete(): void {
    if (this.#summary !== null) this.#fire('document-complete', this.#summary);
  }

  #onMeasurement(measurement: DocumentSessionEventMap['measurement']): void {
    drawFound(this.renderRoot, measurement);
    if (this.debug) this.#fire('document-measurement', measurement);
  }

  #onTelemetry(record: DocumentTelemetryRecord): void {
    this.telemetry?.(record);
    this.#fire('document-telemetry', record);
  }

  #act(id: DocumentActionId): void {
    switch (id) {
      case 'start':
        return this.start();
      case 'capture':
        return this.capture();
      case 'upload':
        return this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click();
      case 'torch':
        return this.setTorch(this.#life.snapshot.torch !== true);
      case 'retry':
        return this.retry();
      case 'keep':
        return this.keep();
      case 'retake':
        return this.retake();
      case 'start-over':
        this.reset();
        return this.start();
      case 'cancel':
        return this.cancel();
      case 'assist':
      case 'assist-voice':
        return this.toggleAssist(id);
      case 'close':
        this.#fire('document-close', { completed: this.state === 'captured' });
    }
  }

  #fire<K extends DocumentCaptureEventType>(type: K, detail: DocumentCaptureEventDetails[K]): boolean {
    return this.dispatchEvent(new DocumentCaptureEvent(type, detail));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'document-capture': DocumentCapture;
  }
}
