import type { ErrorCode } from '@bonafide/contracts/codes';

import { BrowserCoreError } from '../../browser-core-error.ts';
import type { Camera, CameraInterruption, SupportReport } from '../../camera/camera.ts';
import { GatewayError } from '../../gateway/gateway-error.ts';
import type { SessionEnvironment, SessionStore } from '../ports.ts';

export const SUPPORTED: SupportReport = {
  supported: true,
  blockers: [],
  warnings: [],
  tests: {
    'secure-context': true,
    'media-devices': true,
    'permissions-policy': true,
    'camera-present': true,
    worker: true,
    webassembly: true,
    'webassembly-simd': true,
    'webassembly-csp': true,
    webgl: true,
    'in-app-browser': true,
  },
  permission: 'prompt',
};

export interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: unknown) => void;
}

/** Settles once; rejects with the signal's reason when that aborts first. */
export function deferred<T>(signal: AbortSignal): Deferred<T> {
  let resolve: (value: T) => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<T>((...settlers) => ([resolve, reject] = settlers));
  promise.catch(() => {});
  signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  if (signal.aborted) reject(signal.reason);
  return { promise, resolve, reject };
}

export type Answer<T> = T | Error | 'never';

export function answer<T>(value: Answer<T>, signal: AbortSignal): Promise<T> {
  const { promise, resolve, reject } = deferred<T>(signal);
  if (value instanceof Error) reject(value);
  else if (value !== 'never') resolve(value);
  return promise;
}

export function codedError(code: ErrorCode): Error {
  return new BrowserCoreError(code, code);
}

export function gatewayError(code: ErrorCode, more: { retryAfterMs?: number; uploadExpired?: boolean } = {}): Error {
  return new GatewayError(code, code, more);
}

/** Counts how often it is closed; the signal closes it too, as the real one's does. */
export class FakeCamera implements Camera {
  readonly stream = { id: 'stream' } as MediaStream;
  readonly description;
  readonly settings = { width: 640, height: 480, frameRate: 30 };
  open = true;
  readonly #listeners = new Set<(interruption: CameraInterruption) => void>();

  constructor(deviceId: string, signal: AbortSignal) {
    this.description = { deviceId, label: 'Front camera of Ada', facing: 'user', kind: 'ordinary' } as const;
    signal.addEventListener('abort', () => this.close(), { once: true });
    if (signal.aborted) this.close();
  }

  list = () => Promise.resolve([this.description]);
  switchTo = () => Promise.reject(new Error('not used'));

  onInterruption(listener: (interruption: CameraInterruption) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  interrupt(interruption: CameraInterruption): void {
    for (const listener of this.#listeners) listener(interruption);
  }

  close(): void {
    this.open = false;
  }
}

export class FakeCapture<Request extends { readonly signal: AbortSignal }, Picture> {
  readonly outcome: Deferred<Picture>;
  readonly request: Request;
  paused = false;
  shots = 0;

  constructor(request: Request) {
    this.request = request;
    this.outcome = deferred(request.signal);
  }

  get result(): Promise<Picture> {
    return this.outcome.promise;
  }
  shoot(): void {
    this.shots += 1;
  }
  pause(): void {
    this.paused = true;
  }
  resume(): void {
    this.paused = false;
  }
}

type PageChange = 'hidden' | 'visible' | 'offline' | 'online' | 'leaving';

/** A page that is hidden, offline or left when a test says so. */
export class FakePage implements SessionEnvironment {
  hidden = false;
  offline = false;
  wantsStillScreen = false;
  #tell: ((change: PageChange) => void) | null = null;

  watch(listener: (change: PageChange) => void, signal: AbortSignal): void {
    this.#tell = listener;
    signal.addEventListener('abort', () => (this.#tell = null), { once: true });
  }

  change(change: PageChange): void {
    if (change === 'hidden' || change === 'visible') this.hidden = change === 'hidden';
    if (change === 'offline' || change === 'online') this.offline = change === 'offline';
    this.#tell?.(change);
  }
}

export function fakeStore(storage: Map<string, string>): SessionStore {
  return {
    getItem: (key) => storage.get(key) ?? null,
    setItem: (key, value) => void storage.set(key, value),
    removeItem: (key) => void storage.delete(key),
  };
}
