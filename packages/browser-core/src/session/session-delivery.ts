import { createPageKey } from '../binding/sign-capture.ts';
import { BrowserCoreError } from '../browser-core-error.ts';
import type { CaptureResult } from '../capture/capture-result.ts';
import { GatewayError } from '../gateway/gateway-error.ts';
import type { LivenessGateway, UploadTarget } from '../gateway/liveness-gateway.ts';
import type { SessionEffect } from './machine/session-effect.ts';
import type { SessionPorts } from './ports.ts';
import type { Job, RunJob } from './session-work.ts';
import { toBoundDelivery, toDelivery } from './to-evidence.ts';
import type { CameraEvidence, Delivery, HeldPicture } from './to-evidence.ts';
import type { TokenSource } from './token-source.ts';

/** What is too secret or too big for the machine's state: token, picture, presigned URL. In memory only. */
export class SessionDelivery {
  readonly #ports: SessionPorts;
  readonly #tokens: TokenSource;
  readonly #run: RunJob;
  #gateway: LivenessGateway | null = null;
  #picture: HeldPicture | null = null;
  /** What is made of the picture for the target. */
  #delivery: Delivery | null = null;
  #pageKey: Promise<CryptoKeyPair> | null = null;
  #target: (UploadTarget & { readonly endsAtMs: number }) | null = null;

  constructor(ports: SessionPorts, tokens: TokenSource, run: RunJob) {
    this.#ports = ports;
    this.#tokens = tokens;
    this.#run = run;
  }

  hold(picture: CaptureResult, camera: CameraEvidence): void {
    this.#picture = { picture, camera, capturedAtEpochMs: this.#ports.clock.now() };
  }

  /** True when the effect was one of this owner's. */
  perform(effect: SessionEffect): boolean {
    switch (effect.type) {
      case 'ask-token':
        this.#run('token', effect.epoch, async (signal, report) => {
          const init = await this.#tokens.ask(effect.reason, effect.correlationId, signal);
          if (signal.aborted) return;
          this.#gateway = this.#ports.createGateway(init);
          report({ type: 'token-ready', correlationId: init.correlationId });
        });
        return true;
      case 'request-upload':
        this.#run('gateway', effect.epoch, this.#requestUpload);
        return true;
      case 'upload':
        this.#run('gateway', effect.epoch, this.#upload);
        return true;
      case 'confirm':
        this.#run('gateway', effect.epoch, async (signal, report) => {
          await this.#open().confirm(effect.submissionId, this.#delivered().metadata, signal);
          report({ type: 'confirmed' });
        });
        return true;
      case 'poll':
        this.#run('gateway', effect.epoch, async (signal, report) => {
          report({ type: 'polled', status: await this.#open().status(effect.submissionId, signal) });
        });
        return true;
      case 'drop-picture':
        this.#dropPicture();
        return true;
      default:
        return false;
    }
  }

  /** Forgets everything: the session was closed. */
  forget(): void {
    this.#gateway = null;
    this.#pageKey = null;
    this.#dropPicture();
  }

  readonly #requestUpload: Job = async (signal, report) => {
    const target = await this.#open().requestUpload(signal);
    const delivery = await this.#prepare(this.#held(), target.nonce ?? null);
    if (signal.aborted) return;
    this.#delivery = delivery;
    this.#target = { ...target, endsAtMs: this.#ports.clock.monotonicNow() + target.expiresInMs };
    report({ type: 'upload-granted', submissionId: target.submissionId });
  };

  readonly #upload: Job = async (signal, report) => {
    const target = this.#target;
    if (target === null || target.endsAtMs <= this.#ports.clock.monotonicNow()) {
      throw new GatewayError('upload-rejected', 'the upload address has run out', { uploadExpired: true });
    }
    const onProgress = (share: number): void => report({ type: 'upload-progress', share });
    await this.#open().upload(target, this.#delivered().image, onProgress, signal);
    report({ type: 'uploaded' });
  };

  /** A capture that cannot be bound goes as it is: the gateway sees that, and the person gets on. */
  async #prepare(held: HeldPicture, nonce: string | null): Promise<Delivery> {
    if (nonce === null) return toDelivery(held);
    try {
      this.#pageKey ??= createPageKey();
      return await toBoundDelivery(held, nonce, await this.#pageKey);
    } catch {
      this.#pageKey = null;
      return toDelivery(held);
    }
  }

  #dropPicture(): void {
    this.#picture = null;
    this.#delivery = null;
    this.#target = null;
  }

  #open(): LivenessGateway {
    if (this.#gateway === null) throw new BrowserCoreError('internal', 'no token yet');
    return this.#gateway;
  }

  #held(): HeldPicture {
    if (this.#picture === null) throw new BrowserCoreError('internal', 'no picture held');
    return this.#picture;
  }

  #delivered(): Delivery {
    if (this.#delivery === null) throw new BrowserCoreError('internal', 'no picture prepared');
    return this.#delivery;
  }
}
