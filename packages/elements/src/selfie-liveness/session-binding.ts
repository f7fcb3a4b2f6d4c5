import type {
  LivenessSession,
  LivenessSessionOptions,
  SessionEventMap,
  SessionSnapshot,
} from '@bonafide/browser-core/session';

export type SessionFactory = (options: LivenessSessionOptions) => LivenessSession;

export interface SessionListeners {
  readonly onSnapshot: (now: SessionSnapshot, before: SessionSnapshot) => void;
  readonly onCapture: (capture: SessionEventMap['capture']) => void;
  readonly onMeasurement: (measurement: SessionEventMap['measurement']) => void;
  readonly onTelemetry: (record: SessionEventMap['telemetry']) => void;
}

export const IDLE_SNAPSHOT: SessionSnapshot = {
  phase: 'idle',
  attempt: 0,
  attemptsLeft: null,
  guidance: null,
  progress: null,
  manualCapture: false,
  offline: false,
  hidden: false,
  cameras: [],
  cameraId: null,
  stream: null,
  failure: null,
  result: null,
};

/** Holds the one session of an element and lets go of it whole: nothing arrives after `close`. */
export class SessionBinding {
  #session: LivenessSession | null = null;
  #stops: readonly (() => void)[] = [];
  #snapshot = IDLE_SNAPSHOT;
  readonly #listeners: SessionListeners;

  constructor(listeners: SessionListeners) {
    this.#listeners = listeners;
  }

  get session(): LivenessSession | null {
    return this.#session;
  }

  /** The last snapshot; it outlives its session, so that a result can be read afterwards. */
  get snapshot(): SessionSnapshot {
    return this.#snapshot;
  }

  open(create: SessionFactory, options: LivenessSessionOptions): LivenessSession {
    this.close();
    const session = create(options);
    const { onCapture, onMeasurement, onTelemetry } = this.#listeners;
    this.#session = session;
    this.#take(session.snapshot);
    this.#stops = [
      session.subscribe((snapshot) => this.#take(snapshot)),
      session.on('capture', onCapture),
      session.on('measurement', onMeasurement),
      session.on('telemetry', onTelemetry),
    ];
    return session;
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#session?.close();
    this.#session = null;
  }

  /** Forgets what a closed session last said. */
  forget(): void {
    this.close();
    this.#snapshot = IDLE_SNAPSHOT;
  }

  #take(now: SessionSnapshot): void {
    const before = this.#snapshot;
    if (now === before) return;
    this.#snapshot = now;
    this.#listeners.onSnapshot(now, before);
  }
}
