// What the camera test's page runs: the real camera, vision and capture from the sources. What is given back is plain data.
import { isBrowserCoreError } from '../../src/browser-core-error.ts';
import { checkSupport } from '../../src/camera/check-support.ts';
import { openCamera } from '../../src/camera/open-camera.ts';
import { startCapture } from '../../src/capture/capture-loop.ts';
import { openVision } from '../../src/face/open-vision.ts';
import { liveTracks, tracks } from './live-tracks.ts';

const codeOf = (error: unknown): string => (isBrowserCoreError(error) ? error.code : String(error));

async function capture(mode: 'auto' | 'manual', withoutProcessor: boolean) {
  if (withoutProcessor) delete (globalThis as { MediaStreamTrackProcessor?: unknown }).MediaStreamTrackProcessor;
  const { signal } = new AbortController();
  const guidance: string[] = [];
  const times: number[] = [];
  const camera = await openCamera({ signal });
  const vision = await openVision({ assetsUrl: '/assets/', signal, loadTimeoutMs: 60_000 });
  try {
    const run = startCapture({
      camera,
      vision,
      auto: mode === 'auto',
      signal,
      onProgress: (gate) => guidance.push(gate.guidance),
      onMeasurement: ({ timestampMs }) => {
        times.push(timestampMs);
        if (mode === 'manual' && times.length === 4) run.shoot();
      },
    });
    const { image, ...rest } = await run.result;
    const bytes = await image.arrayBuffer();
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const decoded = await createImageBitmap(image);
    const openAfterCapture = liveTracks();
    camera.close();
    return {
      ...rest,
      type: image.type,
      decoded: { width: decoded.width, height: decoded.height },
      ownDigest: Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join(''),
      guidance,
      times,
      now: performance.now(),
      settings: camera.settings,
      audioTracks: camera.stream.getAudioTracks().length,
      openAfterCapture,
      openAfterClose: liveTracks(),
    };
  } finally {
    camera.close();
    vision.close();
  }
}

async function open(abortAtOnce: boolean) {
  const abort = new AbortController();
  const opening = openCamera({ signal: abort.signal });
  if (abortAtOnce) abort.abort(new Error('unmounted'));
  const outcome = await opening.then(
    ({ description }) => description.kind,
    (error: unknown) => codeOf(error),
  );
  // The browser's stream may come after the rejection.
  await new Promise((resolve) => setTimeout(resolve, 500));
  return { outcome, live: liveTracks(), given: tracks.length };
}

async function endWithStream() {
  const { signal } = new AbortController();
  const camera = await openCamera({ signal });
  const vision = await openVision({ assetsUrl: '/assets/', signal, loadTimeoutMs: 60_000 });
  const heard: string[] = [];
  camera.onInterruption((interruption) => heard.push(interruption));
  const run = startCapture({
    camera,
    vision,
    auto: false,
    signal,
    onMeasurement: ({ index }) => {
      if (index === 2) for (const track of camera.stream.getTracks()) track.stop();
    },
  });
  const code = await run.result.then(
    () => 'a picture',
    (error: unknown) => codeOf(error),
  );
  vision.close();
  return { code, live: liveTracks() };
}

const cameraPage = { capture, open, endWithStream, checkSupport };
export type CameraPage = typeof cameraPage;
Object.assign(globalThis, { cameraPage });
