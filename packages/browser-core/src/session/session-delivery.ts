import { BrowserCoreError } from '../browser-core-error.ts';
import type { CaptureResult } from '../capture/capture-result.ts';
import { GatewayError } from '../gateway/gateway-error.ts';
import type { LivenessGateway, SubmissionMetadata, UploadTarget } from '../gateway/liveness-gateway.ts';
import type { SessionEffect } from './machine/session-effect.ts';
import type { SessionPorts } from './ports.ts';
import type { Job, RunJob } from './session-work.ts';
import { toEvidence } from './to-evidence.ts';
import type { CameraEvidence } from './to-evidence.ts';
import type { TokenSource } from './token-source.ts';

interface HeldPicture {
  readonly image: Blob;
  readonly metadata: SubmissionMetadata;
}

/** What is too secret or too big for the machine's state: token, picture, presigned URL. In memory only. */
export class SessionDelivery {
  readonly #ports: SessionPorts;
  readonly #tokens: TokenSource;
  readonly #run: RunJob;
  #gateway: LivenessGateway | null = null;
  #picture: HeldPicture | null = null;
  #target: (UploadTarget & { readonly endsAtMs: number }) | null = null;

  constructor(ports: SessionPorts, tokens: TokenSource, run: RunJob) {
    this.#ports = ports;
    this.#tokens = tokens;
    this.#run = run;
  }

  hold(picture: CaptureResult, camera: CameraEvidence): void {
    this.#picture = { image: picture.image, metadata: toEvidence(picture, camera, this.#ports.clock.now()) };
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
          await this.#open().confirm(effect.submissionId, this.#held().metadata, signal);
          report({ type: 'confirmed' });
        });
        return true;
      case 'poll':
        this.#run('gateway', effect.epoch, async (signal, report) => {
          report({ type: 'polled', status: await this.#open().status(effect.submissionId, signal) });
        });
        return true;
      case 'drop-picture':
        this.#picture = null;
        this.#target = null;
        return true;
      default:
        return false;
    }
  }

  /** Forgets everything: the session was closed. */
  forget(): void {
    this.#gateway = null;
    this.#picture = null;
    this.#target = null;
  }

  readonly #requestUpload: Job = async (signal, report) => {
    const target = await this.#open().requestUpload(signal);
    if (signal.aborted) return;
    this.#target = { ...target, endsAtMs: this.#ports.clock.monotonicNow() + target.expiresInMs };
    report({ type: 'upload-granted', submissionId: target.submissionId });
  };

  readonly #upload: Job = async (signal, report) => {
    const target = this.#target;
    if (target === null || target.endsAtMs <= this.#ports.clock.monotonicNow()) {
      throw new GatewayError('upload-rejected', 'the upload address has run out', { uploadExpired: true });
    }
    const onProgress = (share: number): void => report({ type: 'upload-progress', share });
    await this.#open().upload(target, this.#held().image, onProgress, signal);
    report({ type: 'uploaded' });
  };

  #open(): LivenessGateway {
    if (this.#gateway === null) throw new BrowserCoreError('internal', 'no token yet');
    return this.#gateway;
  }

  #held(): HeldPicture {
    if (this.#picture === null) throw new BrowserCoreError('internal', 'no picture held');
    return this.#picture;
  }
}
