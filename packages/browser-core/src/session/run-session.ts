import type { SupportReport } from '../camera/camera.ts';
import type { CaptureResult } from '../capture/capture-result.ts';
import { Engine } from './engine/engine.ts';
import type { StoredRecord } from './engine/stored-record.ts';
import type { CaptureSummary, LivenessSessionOptions, SessionEventMap } from './liveness-session-options.ts';
import type { SessionEffect } from './machine/session-effect.ts';
import type { ResumePoint, SessionHappening } from './machine/session-event.ts';
import { initialState, wantsLight } from './machine/session-state.ts';
import type { Lane, SessionSettings, SessionState, TimerName } from './machine/session-state.ts';
import { transition } from './machine/transition.ts';
import type { SessionPorts } from './ports.ts';
import { createResumeStore } from './resume-store.ts';
import { SessionDelivery } from './session-delivery.ts';
import { createSessionDevices } from './session-devices.ts';
import type { SessionDevices } from './session-devices.ts';
import type { SessionSnapshot } from './snapshot.ts';
import { supportJob } from './support-job.ts';
import { toCameraEvidence } from './to-evidence.ts';
import { toSnapshot } from './to-snapshot.ts';
import { toTelemetry } from './to-telemetry.ts';
import { TokenSource } from './token-source.ts';

class LivenessEngine extends Engine<SessionState, SessionEffect, SessionHappening, SessionSnapshot, Lane, TimerName> {}

/** Where the runner's news goes. */
export interface SessionSink {
  snapshot(snapshot: SessionSnapshot): void;
  event<K extends keyof SessionEventMap>(type: K, detail: SessionEventMap[K]): void;
}

/** Carries the machine's effects out over devices, delivery and storage. */
export class SessionRunner {
  readonly #ports: SessionPorts;
  readonly #options: LivenessSessionOptions;
  readonly #sink: SessionSink;
  readonly #tokens: TokenSource;
  readonly #engine: LivenessEngine;
  readonly #devices: SessionDevices;
  readonly #delivery: SessionDelivery;
  readonly #resume: StoredRecord<ResumePoint>;

  constructor(options: LivenessSessionOptions, settings: SessionSettings, ports: SessionPorts, sink: SessionSink) {
    this.#options = options;
    this.#ports = ports;
    this.#sink = sink;
    this.#tokens = new TokenSource(options.session, options.sessionProvider);
    this.#resume = createResumeStore(
      options.resumeKey === null ? null : ports.store,
      options.resumeKey ?? 'bonafide.liveness',
    );
    this.#engine = new LivenessEngine(ports, {
      initial: { ...initialState(settings), cameraId: options.cameraId ?? null },
      transition,
      perform: (effect) => this.#perform(effect),
      // The first snapshot is made before the devices are there.
      toSnapshot: (state, previous) => toSnapshot(state, previous === null ? NO_MEDIA : this.#devices, previous),
      onSnapshot: (snapshot) => sink.snapshot(snapshot),
      onTurn: (before, after, sinceCreatedMs) => {
        for (const record of toTelemetry(before, after, sinceCreatedMs)) sink.event('telemetry', record);
      },
      onFailure: (code, cause) => sink.event('failure', { code, cause }),
    });
    const { lanes } = this.#engine;
    this.#devices = createSessionDevices(ports, options, lanes, {
      onMeasurement: (measurement) => sink.event('measurement', measurement),
      onPicture: (picture, camera) => {
        this.#delivery.hold(picture, toCameraEvidence(camera));
        sink.event('capture', this.#summarise(picture));
      },
      journey: () => {
        const { state } = this.#engine;
        return { isInputTrusted: state.isInputTrusted, attempt: state.attempt, wantsLight: wantsLight(state) };
      },
      onMedia: () => this.#engine.publish(),
    });
    this.#delivery = new SessionDelivery(ports, this.#tokens, lanes.run);
  }

  get snapshot(): SessionSnapshot {
    return this.#engine.snapshot;
  }

  start(isTrusted: boolean | null): void {
    this.#engine.watch();
    const resume = this.#resume.read(this.#ports.clock.now());
    const stillScreen = this.#ports.environment.wantsStillScreen ?? false;
    this.dispatch({ type: 'start', resume, correlationId: this.#tokens.firstCorrelationId, isTrusted, stillScreen });
  }

  close(): void {
    this.#engine.close({ type: 'close' });
    this.#delivery.forget();
  }

  dispatch(event: SessionHappening): void {
    this.#engine.dispatch(event);
  }

  #perform(effect: SessionEffect): void {
    if (this.#devices.perform(effect) || this.#delivery.perform(effect)) return;
    switch (effect.type) {
      case 'check-support':
        return this.#checkSupport(effect.epoch);
      case 'save-resume':
        return this.#resume.save(effect.point, this.#ports.clock.now());
      case 'clear-resume':
        return this.#resume.clear();
      default:
    }
  }

  #checkSupport(epoch: number): void {
    const tell = (support: SupportReport): void => this.#sink.event('support', support);
    const job = supportJob(this.#ports.checkSupport, this.#options.videoSource !== undefined, tell);
    this.#engine.lanes.run('support', epoch, job);
  }

  #summarise({ image, frames, ...summary }: CaptureResult): CaptureSummary {
    return this.#options.exposeMedia === true ? { ...summary, image, frames } : summary;
  }
}

const NO_MEDIA = { stream: null, cameras: [] } as const;
