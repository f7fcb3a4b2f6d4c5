import type { SupportReport } from '../camera/camera.ts';
import type { CaptureResult } from '../capture/capture-result.ts';
import type { Timer } from '#wire/clock.js';
import type {
  CaptureSummary,
  LivenessSessionOptions,
  SessionEventMap,
  TelemetryRecord,
} from './liveness-session-options.ts';
import type { SessionEffect } from './machine/session-effect.ts';
import type { Circumstance, Command, Outcome, SessionEvent } from './machine/session-event.ts';
import { initialState } from './machine/session-state.ts';
import type { SessionSettings, SessionState, TimerName } from './machine/session-state.ts';
import { transition } from './machine/transition.ts';
import type { SessionPorts } from './ports.ts';
import { ResumeStore } from './resume-store.ts';
import { SessionDelivery } from './session-delivery.ts';
import { SessionDevices } from './session-devices.ts';
import { WorkLanes } from './session-work.ts';
import type { SessionSnapshot } from './snapshot.ts';
import { supportBlockers } from './support-blockers.ts';
import { toSnapshot } from './to-snapshot.ts';
import { toTelemetry } from './to-telemetry.ts';
import { TokenSource } from './token-source.ts';

/** Where the runner's news goes. */
export interface SessionSink {
  snapshot(snapshot: SessionSnapshot): void;
  event<K extends keyof SessionEventMap>(type: K, detail: SessionEventMap[K]): void;
}

/**
 * Carries the machine's effects out and its events in. Events are taken one after the other; snapshots go out when all
 * that was queued has been worked off.
 */
export class SessionRunner {
  readonly #ports: SessionPorts;
  readonly #options: LivenessSessionOptions;
  readonly #sink: SessionSink;
  readonly #tokens: TokenSource;
  readonly #lanes: WorkLanes;
  readonly #devices: SessionDevices;
  readonly #delivery: SessionDelivery;
  readonly #resume: ResumeStore;
  readonly #timers = new Map<TimerName, Timer>();
  readonly #queue: SessionEvent[] = [];
  readonly #life = new AbortController();
  readonly #createdAtMs: number;
  #watching = false;
  #working = false;
  #state: SessionState;
  #snapshot: SessionSnapshot;

  constructor(options: LivenessSessionOptions, settings: SessionSettings, ports: SessionPorts, sink: SessionSink) {
    this.#options = options;
    this.#ports = ports;
    this.#sink = sink;
    this.#createdAtMs = ports.clock.monotonicNow();
    this.#tokens = new TokenSource(options.session, options.sessionProvider);
    this.#resume = new ResumeStore(
      options.resumeKey === null ? null : ports.store,
      options.resumeKey ?? 'bonafide.liveness',
    );
    this.#lanes = new WorkLanes(
      (outcome) => this.dispatch(outcome),
      (code, cause) => this.#sink.event('failure', { code, cause }),
    );
    this.#devices = new SessionDevices(ports, options, this.#lanes, {
      onMeasurement: (measurement) => sink.event('measurement', measurement),
      onPicture: (picture, camera) => {
        this.#delivery.hold(picture, camera);
        sink.event('capture', this.#summarise(picture));
      },
      onMedia: () => this.#publish(),
    });
    this.#delivery = new SessionDelivery(ports, this.#tokens, this.#lanes.run);
    this.#state = { ...initialState(settings), cameraId: options.cameraId ?? null };
    this.#snapshot = toSnapshot(this.#state, this.#devices, null);
  }

  get snapshot(): SessionSnapshot {
    return this.#snapshot;
  }

  get closed(): boolean {
    return this.#life.signal.aborted;
  }

  start(): void {
    this.#watch();
    const resume = this.#resume.read(this.#ports.clock.now());
    this.dispatch({ type: 'start', resume, correlationId: this.#tokens.firstCorrelationId });
  }

  close(): void {
    if (this.closed) return;
    this.dispatch({ type: 'close' });
    this.#life.abort();
    this.#delivery.forget();
  }

  dispatch(event: Command | Circumstance | Outcome): void {
    if (this.closed) return;
    this.#queue.push({ ...event, atMs: this.#ports.clock.monotonicNow() });
    if (this.#working) return;
    this.#working = true;
    try {
      for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) this.#take(next);
    } finally {
      this.#working = false;
    }
    this.#publish();
  }

  #take(event: SessionEvent): void {
    const before = this.#state;
    const [state, effects] = transition(before, event);
    this.#state = state;
    for (const effect of effects) this.#perform(effect);
    for (const record of toTelemetry(before, state, event.atMs - this.#createdAtMs)) this.#tell(record);
  }

  #perform(effect: SessionEffect): void {
    if (this.#devices.perform(effect) || this.#delivery.perform(effect)) return;
    switch (effect.type) {
      case 'check-support':
        return this.#checkSupport(effect.epoch);
      case 'abandon':
        return this.#lanes.abandon(effect.lane);
      case 'set-timer':
        return this.#setTimer(effect);
      case 'clear-timer':
        this.#timers.get(effect.timer)?.cancel();
        this.#timers.delete(effect.timer);
        return;
      case 'save-resume':
        return this.#resume.save(effect.point, this.#ports.clock.now());
      case 'clear-resume':
        return this.#resume.clear();
      default:
    }
  }

  #checkSupport(epoch: number): void {
    this.#lanes.run('support', epoch, async (signal, report) => {
      const support: SupportReport = await this.#ports.checkSupport({ signal });
      if (signal.aborted) return;
      this.#sink.event('support', support);
      const blockers = supportBlockers(support, this.#options.videoSource !== undefined);
      report({ type: 'support-checked', blockers });
    });
  }

  #setTimer({ timer, epoch, delayMs, jitterMs }: Extract<SessionEffect, { type: 'set-timer' }>): void {
    this.#timers.get(timer)?.cancel();
    const ring = (): void => {
      this.#timers.delete(timer);
      this.dispatch({ type: 'timer', timer, epoch });
    };
    const jitter = jitterMs > 0 ? this.#ports.random() * jitterMs : 0;
    this.#timers.set(timer, this.#ports.clock.setTimer(ring, delayMs + jitter));
  }

  /** Watches the page from the first start on, so that a session that is never started leaves no listener. */
  #watch(): void {
    if (this.#watching || this.closed) return;
    this.#watching = true;
    const { environment } = this.#ports;
    environment.watch((change) => this.dispatch({ type: change }), this.#life.signal);
    this.dispatch({ type: environment.hidden ? 'hidden' : 'visible' });
    this.dispatch({ type: environment.offline ? 'offline' : 'online' });
  }

  #publish(): void {
    if (this.#working) return;
    const snapshot = toSnapshot(this.#state, this.#devices, this.#snapshot);
    if (snapshot === this.#snapshot) return;
    this.#snapshot = snapshot;
    this.#sink.snapshot(snapshot);
  }

  #summarise({ image, ...summary }: CaptureResult): CaptureSummary {
    return this.#options.exposeMedia === true ? { ...summary, image } : summary;
  }

  #tell(record: TelemetryRecord): void {
    this.#sink.event('telemetry', record);
  }
}
