import type { CapturePorts, StartCaptureOptions } from '../src/capture/capture-loop.ts';
import type { FrameSource } from '../src/capture/frame-source.ts';
import type { FrameMeasurement } from '../src/face/frame-measurement.ts';
import type { AnalysableFrame, Vision } from '../src/face/vision.ts';
import { fakeStream, FakeTrack } from './fake-media-devices.ts';
import { syntheticMeasurement, type MeasurementChanges } from './synthetic-measurement.ts';

/** Counts what is open, so that a test can ask whether all was closed. */
export class Held {
  open = 0;

  hold<T extends object>(extra: T): T & { close(): void } {
    this.open++;
    let closed = false;
    const close = (): void => {
      if (!closed) this.open--;
      closed = true;
    };
    return { ...extra, close };
  }
}

export interface ScriptedCapture {
  readonly options: StartCaptureOptions;
  readonly ports: CapturePorts;
  readonly held: Held;
  readonly abort: AbortController;
  readonly analysed: FrameMeasurement[];
  readonly livenessFrames: number[];
  readonly track: FakeTrack;
}

/** A capture whose every frame is written down: `script(i)` is what frame `i` shows; null ends the stream. */
export function scriptCapture(
  script: (index: number) => MeasurementChanges | null,
  changes: Partial<StartCaptureOptions> = {},
  portChanges: Partial<CapturePorts> = {},
): ScriptedCapture {
  const held = new Held();
  const abort = new AbortController();
  const analysed: FrameMeasurement[] = [];
  const livenessFrames: number[] = [];
  const track = new FakeTrack('Front Camera', { width: 640, height: 480 });
  let index = 0;
  let nowMs = 0;
  let inFlight = 0;

  const openFrameSource = (): FrameSource => {
    const source = held.hold({
      next: () => {
        const shown = script(index);
        if (shown === null) return Promise.resolve(null);
        return Promise.resolve({
          frame: held.hold({ number: index++ }) as unknown as AnalysableFrame,
          timestampMs: nowMs,
        });
      },
    });
    return source;
  };
  const vision: Vision = {
    backend: 'cpu',
    async analyse(frame, timestampMs, { liveness = false } = {}) {
      if (++inFlight > 1) throw new Error('Two frames in flight.');
      await Promise.resolve();
      inFlight--;
      frame.close();
      const { number } = frame as unknown as { number: number };
      if (liveness) livenessFrames.push(number);
      const shown = script(number) ?? {};
      const measurement = syntheticMeasurement({
        ...shown,
        frame: { costMs: liveness ? 20 : 8, ...shown.frame, index: number, timestampMs },
        image: { fingerprint: `f${number}` },
        liveness: liveness ? {} : null,
      });
      analysed.push(measurement);
      return measurement;
    },
    reset: () => {},
    close: () => {},
  };
  return {
    held,
    abort,
    analysed,
    livenessFrames,
    track,
    options: {
      camera: {
        stream: fakeStream(track),
        description: { deviceId: 'a', label: 'Front Camera', facing: 'user', kind: 'ordinary' },
        settings: { width: 640, height: 480 },
      },
      vision,
      auto: true,
      signal: abort.signal,
      ...changes,
    },
    ports: {
      openFrameSource,
      copyFrame: (frame) => {
        const { number } = frame as unknown as { number: number };
        return Promise.resolve(held.hold({ number, width: 640, height: 480 }));
      },
      shrinkFrame: (frame) => {
        const { number } = frame as unknown as { number: number };
        return Promise.resolve(held.hold({ number, width: 480, height: 360 }));
      },
      encodePicture: (bitmap) =>
        Promise.resolve({
          image: new Blob([String((bitmap as unknown as { number: number }).number)], { type: 'image/jpeg' }),
          width: 640,
          height: 480,
        }),
      digestOf: (blob) => blob.text().then((text) => text.padStart(64, '0')),
      clock: {
        monotonicNow: () => nowMs,
        setTimer: (run, delayMs) => {
          let cancelled = false;
          setImmediate(() => {
            if (cancelled) return;
            nowMs += delayMs;
            run();
          });
          return { cancel: () => (cancelled = true) };
        },
      },
      ...portChanges,
    },
  };
}
