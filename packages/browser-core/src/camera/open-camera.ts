import { BrowserCoreError, isBrowserCoreError } from '../browser-core-error.ts';
import { isWorthAnotherTry, toCameraError } from './camera-error.ts';
import { browserCameraPorts, type CameraPorts, type MediaDevicesPort } from './camera-ports.ts';
import type { Camera, CameraDescription, CameraInterruption, CameraOptions } from './camera.ts';
import { describeCamera, rankCameras } from './rank-cameras.ts';
import { requestStream, stopStream } from './request-stream.ts';

/** 720p: enough for a face of 300 px at arm's length, and what every webcam can do at 30 frames a second. */
const WISHED_SIZE = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } } as const;
const PERMISSION_TIMEOUT_MS = 60_000;

/** Labels that say that a camera will not do as a first choice, when there is another. */
const UNWANTED: ReadonlySet<CameraDescription['kind']> = new Set(['virtual', 'infrared', 'ultra-wide']);

/**
 * Opens a camera, by id or by facing (default `user`). The wish is let go step by step where a camera cannot meet it; a
 * virtual, infrared or ultra-wide camera gives way to a better one unless it was asked for by id.
 *
 * Rejects with the signal's reason, or a `BrowserCoreError`: `insecure-context`, `unsupported-browser`,
 * `permissions-policy-blocked`, `permission-denied`, `permission-dismissed`, `no-camera`, `camera-in-use`,
 * `camera-overconstrained`, `internal`. On every one of these paths no stream stays open.
 */
export async function openCamera(options: CameraOptions, ports: CameraPorts = browserCameraPorts()): Promise<Camera> {
  const { signal } = options;
  signal.throwIfAborted();
  const { mediaDevices } = ports;
  if (mediaDevices === undefined) {
    throw ports.secure
      ? new BrowserCoreError('unsupported-browser', 'This browser gives pages no camera.')
      : new BrowserCoreError('insecure-context', 'Browsers give a camera to pages on HTTPS or localhost only.');
  }
  try {
    const stream = await openBest(options, ports, mediaDevices);
    // Between the arrival and here a turn of the loop has passed, in which the signal may have ended.
    if (signal.aborted) stopStream(stream);
    signal.throwIfAborted();
    return new OpenCamera(stream, options, ports, mediaDevices);
  } catch (error) {
    signal.throwIfAborted();
    throw isBrowserCoreError(error) ? error : await toCameraError(error, ports);
  }
}

type Attempt = (constraints: MediaTrackConstraints | true) => Promise<MediaStream>;

async function openBest(
  options: CameraOptions,
  ports: CameraPorts,
  mediaDevices: MediaDevicesPort,
): Promise<MediaStream> {
  const { signal, permissionTimeoutMs: timeoutMs = PERMISSION_TIMEOUT_MS, facing = 'user' } = options;
  const attempt: Attempt = (constraints) =>
    requestStream({
      mediaDevices,
      constraints,
      signal,
      timeoutMs,
      after: (delayMs, callback) => ports.after(delayMs, callback),
    });
  const rememberedId = options.deviceId === undefined ? ports.recall() : null;
  const stream = await descend(attempt, ladder(facing, options.deviceId ?? rememberedId));
  if (options.deviceId !== undefined) return stream;

  // Labels are known only now that permission is there.
  try {
    const opened = describeTrack(stream);
    if (opened === null || !UNWANTED.has(opened.kind)) return stream;
    const [best] = rankCameras(await listCameras(mediaDevices), { facing, rememberedId });
    signal.throwIfAborted();
    if (best === undefined || best.deviceId === opened.deviceId || UNWANTED.has(best.kind)) return stream;
    stopStream(stream);
    return await descend(attempt, [exactly(best.deviceId), exactly(opened.deviceId), { facingMode: facing }]);
  } catch (error) {
    stopStream(stream);
    throw error;
  }
}

function ladder(facing: 'user' | 'environment', deviceId: string | null): readonly (MediaTrackConstraints | true)[] {
  const byFacing = [
    { facingMode: { ideal: facing }, ...WISHED_SIZE },
    { facingMode: { ideal: facing } },
    true,
  ] as const;
  return deviceId === null ? byFacing : [exactly(deviceId), { deviceId: { exact: deviceId } }, ...byFacing];
}

function exactly(deviceId: string): MediaTrackConstraints {
  return { deviceId: { exact: deviceId }, ...WISHED_SIZE };
}

async function descend(attempt: Attempt, rungs: readonly (MediaTrackConstraints | true)[]): Promise<MediaStream> {
  let failure: unknown;
  for (const rung of rungs) {
    try {
      return await attempt(rung);
    } catch (error) {
      if (!isWorthAnotherTry(error)) throw error;
      failure = error;
    }
  }
  throw failure;
}

async function listCameras(mediaDevices: MediaDevicesPort): Promise<readonly CameraDescription[]> {
  const devices = await mediaDevices.enumerateDevices();
  return devices
    .filter(({ kind }) => kind === 'videoinput')
    .map(({ deviceId, label }) => describeCamera({ deviceId, label }));
}

function describeTrack(stream: MediaStream): CameraDescription | null {
  const [track] = stream.getVideoTracks();
  if (track === undefined) return null;
  const { deviceId = '', facingMode } = track.getSettings();
  return describeCamera({ deviceId, label: track.label, facingMode });
}

class OpenCamera implements Camera {
  readonly stream: MediaStream;
  readonly description: CameraDescription;
  readonly #track: MediaStreamTrack;
  readonly #options: CameraOptions;
  readonly #ports: CameraPorts;
  readonly #mediaDevices: MediaDevicesPort;
  readonly #listeners = new Set<(interruption: CameraInterruption) => void>();
  /** Ends all that listens for this camera. */
  readonly #closing = new AbortController();

  constructor(stream: MediaStream, options: CameraOptions, ports: CameraPorts, mediaDevices: MediaDevicesPort) {
    const [track] = stream.getVideoTracks();
    const description = describeTrack(stream);
    if (track === undefined || description === null) {
      stopStream(stream);
      throw new BrowserCoreError('no-camera', 'The browser gave a stream without a picture.');
    }
    this.stream = stream;
    this.description = description;
    this.#track = track;
    this.#options = options;
    this.#ports = ports;
    this.#mediaDevices = mediaDevices;
    const { signal } = this.#closing;
    track.addEventListener('mute', () => this.#tell('muted'), { signal });
    track.addEventListener('unmute', () => this.#tell('unmuted'), { signal });
    track.addEventListener('ended', () => this.#tell('ended'), { signal });
    options.signal.addEventListener('abort', () => this.close(), { signal });
  }

  get settings(): Readonly<MediaTrackSettings> {
    return this.#track.getSettings();
  }

  async list(): Promise<readonly CameraDescription[]> {
    const { facing = 'user' } = this.#options;
    return rankCameras(await listCameras(this.#mediaDevices), { facing, rememberedId: this.#ports.recall() });
  }

  async switchTo(deviceId: string): Promise<Camera> {
    this.close();
    const camera = await openCamera({ ...this.#options, deviceId }, this.#ports);
    this.#ports.remember(camera.description.deviceId);
    return camera;
  }

  onInterruption(listener: (interruption: CameraInterruption) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#closing.abort();
    this.#listeners.clear();
    stopStream(this.stream);
  }

  #tell(interruption: CameraInterruption): void {
    for (const listener of this.#listeners) listener(interruption);
  }
}
