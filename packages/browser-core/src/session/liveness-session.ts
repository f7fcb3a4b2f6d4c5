import { createBrowserPorts } from './browser-ports.ts';
import type { LivenessSessionOptions, SessionEventMap, TelemetryRecord } from './liveness-session-options.ts';
import type { SessionSettings } from './machine/session-state.ts';
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
  start(): void;
  acceptConsent(): void;
  declineConsent(): void;
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
  const subscribers = new Set<(snapshot: SessionSnapshot) => void>();
  const listeners = new Map<keyof SessionEventMap, Set<(detail: never) => void>>();
  const runner = new SessionRunner(options, settings, ports, {
    snapshot: (snapshot) => {
      for (const subscriber of subscribers) callSafely(() => subscriber(snapshot));
    },
    event: (type, detail) => {
      const { onTelemetry } = options;
      if (type === 'telemetry' && onTelemetry) callSafely(() => onTelemetry(detail as TelemetryRecord));
      for (const listener of listeners.get(type) ?? []) callSafely(() => listener(detail as never));
    },
  });

  return {
    get snapshot() {
      return runner.snapshot;
    },
    subscribe(listener) {
      // A wrapper of its own, so that subscribing twice is two subscriptions.
      const own = (snapshot: SessionSnapshot): void => listener(snapshot);
      subscribers.add(own);
      return () => void subscribers.delete(own);
    },
    on(type, listener) {
      const own = (detail: never): void => listener(detail);
      const known = listeners.get(type) ?? new Set();
      listeners.set(type, known.add(own));
      return () => void known.delete(own);
    },
    start: () => runner.start(),
    acceptConsent: () => runner.dispatch({ type: 'accept-consent' }),
    declineConsent: () => runner.dispatch({ type: 'decline-consent' }),
    retry: () => runner.dispatch({ type: 'retry' }),
    capture: () => runner.dispatch({ type: 'shoot' }),
    cancel: (reason = 'user') => runner.dispatch({ type: 'cancel', reason }),
    reset: () => runner.dispatch({ type: 'reset' }),
    switchCamera: (cameraId) => runner.dispatch({ type: 'switch-camera', cameraId }),
    close: () => {
      runner.close();
      subscribers.clear();
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
    manualAfterMs: amount(options.manualAfterMs, 15_000, 'manualAfterMs'),
    maxAttempts: Math.max(1, Math.floor(amount(options.maxAttempts, 3, 'maxAttempts'))),
    timeoutMs: amount(options.timeoutMs, 60_000, 'timeoutMs'),
    canRenewToken: sessionProvider !== undefined,
  };
}

/** Relative ones are the page's. */
function isHttpAddress(address: string): boolean {
  const page = 'https://page.invalid/';
  return URL.canParse(address, page) && /^https?:$/.test(new URL(address, page).protocol);
}

function amount(value: number | undefined, fallback: number, name: string): number {
  if (value === undefined) return fallback;
  if (!Number.isFinite(value) || value < 0) throw new TypeError(`${name} must be a number, 0 or more`);
  return value;
}

/** A listener that throws is the host's mistake: it is reported as an uncaught error and stops nothing here. */
function callSafely(call: () => void): void {
  try {
    call();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
