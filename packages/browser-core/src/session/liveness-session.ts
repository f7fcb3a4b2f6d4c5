import { createBrowserPorts } from './browser-ports.ts';
import { isHttpAddress } from '../gateway/is-http-address.ts';
import { callSafely, Listeners } from './engine/listeners.ts';
import { readAmount } from './engine/read-amount.ts';
import type { LivenessSessionOptions, SessionEventMap, TelemetryRecord } from './liveness-session-options.ts';
import type { SessionSettings } from './machine/session-state.ts';
import type { SessionPace } from './pace.ts';
import type { SessionPorts } from './ports.ts';
import { SessionRunner } from './run-session.ts';
import type { SessionSnapshot } from './snapshot.ts';
import { isSessionInit } from './token-source.ts';

/** A liveness journey. Calls that make no sense in the present phase do nothing. */
export interface LivenessSession {
  readonly snapshot: SessionSnapshot;
  /** Called after each change of the snapshot, not at once. Returns the way to stop. */
  subscribe(listener: (snapshot: SessionSnapshot) => void): () => void;
  on<K extends keyof SessionEventMap>(type: K, listener: (detail: SessionEventMap[K]) => void): () => void;
  /** `isTrusted`: that of the event behind the call, where there is one; leave it out where the page itself starts. */
  start(isTrusted?: boolean): void;
  /** As with `start`. */
  acceptConsent(isTrusted?: boolean): void;
  declineConsent(): void;
  /** Goes on without the screen light, before or while it glows. */
  skipScreenLight(): void;
  /** For a person who needs more time, or cannot hold still. May be called in any phase, and lasts. */
  setPace(pace: SessionPace): void;
  /** From `failed` or `error`, when `failure.retryable`. */
  retry(): void;
  /** The manual shutter, while `manualCapture`. */
  capture(): void;
  /** Ends the journey; `help` says that the person asked for help instead. */
  cancel(reason?: 'user' | 'help'): void;
  /** Back to `idle` from any phase. */
  reset(): void;
  switchCamera(deviceId: string): void;
  /** Releases everything for good. Safe to call twice. */
  close(): void;
}

/**
 * Makes a liveness journey over the real camera, model and gateway, or over the `ports` given. Touches neither DOM,
 * camera nor network before `start`. Throws `TypeError` at once on options that cannot work.
 */
export function createLivenessSession(options: LivenessSessionOptions): LivenessSession {
  const settings = readSettings(options);
  const ports: SessionPorts = { ...createBrowserPorts(options), ...options.ports };
  const listeners = new Listeners<SessionSnapshot, SessionEventMap>();
  const runner = new SessionRunner(options, settings, ports, {
    snapshot: (snapshot) => listeners.show(snapshot),
    event: (type, detail) => {
      const { onTelemetry } = options;
      if (type === 'telemetry' && onTelemetry) callSafely(() => onTelemetry(detail as TelemetryRecord));
      listeners.tell(type, detail);
    },
  });

  return {
    get snapshot() {
      return runner.snapshot;
    },
    subscribe: listeners.subscribe,
    on: listeners.on,
    start: (isTrusted) => runner.start(isTrusted ?? null),
    acceptConsent: (isTrusted) => runner.dispatch({ type: 'accept-consent', isTrusted: isTrusted ?? null }),
    declineConsent: () => runner.dispatch({ type: 'decline-consent' }),
    skipScreenLight: () => runner.dispatch({ type: 'skip-light' }),
    setPace: (pace) => runner.dispatch({ type: 'set-pace', pace }),
    retry: () => runner.dispatch({ type: 'retry' }),
    capture: () => runner.dispatch({ type: 'shoot' }),
    cancel: (reason = 'user') => runner.dispatch({ type: 'cancel', reason }),
    reset: () => runner.dispatch({ type: 'reset' }),
    switchCamera: (cameraId) => runner.dispatch({ type: 'switch-camera', cameraId }),
    close: () => {
      runner.close();
      listeners.clear();
    },
  };
}

function readSettings(options: LivenessSessionOptions): SessionSettings {
  const { session, sessionProvider, baseUrl, assetsUrl } = options;
  if (typeof baseUrl !== 'string' || baseUrl === '') throw new TypeError('baseUrl is missing');
  // Found out here, and not when a person has given their picture and it cannot be sent.
  if (!isHttpAddress(baseUrl)) throw new TypeError('baseUrl must be an address of http or https');
  if (typeof assetsUrl !== 'string' || assetsUrl === '') throw new TypeError('assetsUrl is missing');
  if (session === undefined && sessionProvider === undefined) {
    throw new TypeError('either session or sessionProvider is needed');
  }
  if (session !== undefined && !isSessionInit(session)) {
    throw new TypeError('session must be { token, correlationId }, both texts in printable ASCII');
  }
  return {
    consent: options.consent ?? 'required',
    capture: options.capture ?? 'auto-then-manual',
    manualAfterMs: readAmount(options.manualAfterMs, 15_000, 'manualAfterMs'),
    maxAttempts: Math.max(1, Math.floor(readAmount(options.maxAttempts, 3, 'maxAttempts'))),
    timeoutMs: readAmount(options.timeoutMs, 60_000, 'timeoutMs'),
    canRenewToken: sessionProvider !== undefined,
    screenLight: (options.screenLight ?? false) !== false,
  };
}
