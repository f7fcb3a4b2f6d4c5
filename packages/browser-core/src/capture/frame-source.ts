import type { AnalysableFrame } from '../face/vision.ts';

export interface TimedFrame {
  /** Whoever takes it closes it. */
  readonly frame: AnalysableFrame;
  /** When it was captured, on the page's monotonic clock, milliseconds. */
  readonly timestampMs: number;
}

/**
 * Frames on demand: whoever is busy misses the frames that come meanwhile, so nothing queues. `close` frees what is held
 * and ends a pending `next` with null; the tracks stay their owner's.
 */
export interface FrameSource {
  /** The next new frame; null when the stream has ended or the source was closed. One call at a time. */
  next(): Promise<TimedFrame | null>;
  close(): void;
}

interface TrackProcessor {
  readonly readable: ReadableStream<VideoFrame>;
}
type TrackProcessorConstructor = new (init: { track: MediaStreamTrack; maxBufferSize: number }) => TrackProcessor;

/** The best source that this browser has: `MediaStreamTrackProcessor` (Chromium), else a hidden video element. */
export function openFrameSource(stream: MediaStream): FrameSource {
  const [track] = stream.getVideoTracks();
  if (track === undefined) throw new TypeError('The stream has no video track.');
  const Processor = (globalThis as { MediaStreamTrackProcessor?: TrackProcessorConstructor }).MediaStreamTrackProcessor;
  return Processor === undefined
    ? openVideoSource(stream, track)
    : openTrackSource(new Processor({ track, maxBufferSize: 1 }));
}

function openTrackSource(processor: TrackProcessor): FrameSource {
  const reader = processor.readable.getReader();
  let offsetMs: number | null = null;
  return {
    async next() {
      const { value } = await reader.read();
      if (value === undefined) return null;
      // Frames carry the camera's clock; the first one ties it to the page's.
      const cameraMs = value.timestamp / 1000;
      offsetMs ??= performance.now() - cameraMs;
      return { frame: value, timestampMs: cameraMs + offsetMs };
    },
    close() {
      reader.cancel().catch(ignoreFailure);
    },
  };
}

function openVideoSource(stream: MediaStream, track: MediaStreamTrack): FrameSource {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  // Blocked autoplay shows as frames that never come; the journey's own deadline ends it.
  video.play().catch(ignoreFailure);
  const closing = new AbortController();
  const { signal } = closing;
  const end = (): void => closing.abort();
  track.addEventListener('ended', end, { signal });
  return {
    async next() {
      const timestampMs = await nextPresentation(video, signal);
      if (timestampMs === null) return null;
      const frame = await createImageBitmap(video);
      if (!signal.aborted) return { frame, timestampMs };
      frame.close();
      return null;
    },
    close() {
      end();
      video.srcObject = null;
    },
  };
}

/** When the next frame that differs from the one before is shown; null at the end. */
function nextPresentation(video: HTMLVideoElement, signal: AbortSignal): Promise<number | null> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve(null);
      return;
    }
    const shownBefore = video.currentTime;
    const byFrame = typeof (video as Partial<HTMLVideoElement>).requestVideoFrameCallback === 'function';
    let handle = 0;
    const stop = (): void => {
      if (byFrame) video.cancelVideoFrameCallback(handle);
      else cancelAnimationFrame(handle);
      resolve(null);
    };
    const arrive = (timestampMs: number): void => {
      signal.removeEventListener('abort', stop);
      resolve(timestampMs);
    };
    // The first callback may come before the element can be drawn.
    const drawable = (): boolean => video.readyState >= video.HAVE_CURRENT_DATA;
    const byCallback = (nowMs: number, { captureTime }: VideoFrameCallbackMetadata): void => {
      if (drawable()) arrive(captureTime ?? nowMs);
      else handle = video.requestVideoFrameCallback(byCallback);
    };
    const byPolling = (nowMs: number): void => {
      if (drawable() && video.currentTime !== shownBefore) arrive(nowMs);
      else handle = requestAnimationFrame(byPolling);
    };
    signal.addEventListener('abort', stop);
    handle = byFrame ? video.requestVideoFrameCallback(byCallback) : requestAnimationFrame(byPolling);
  });
}

function ignoreFailure(): void {
  // Nothing waits for the outcome of a cancel or of an autoplay.
}
