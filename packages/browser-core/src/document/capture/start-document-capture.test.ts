import { describe, expect, it } from 'vitest';
import { fakeStream, FakeTrack } from '../../../test/fake-media-devices.ts';
import { Held } from '../../../test/scripted-capture.ts';
import type { AnalysableFrame } from '../../face/vision.ts';
import type { DocumentVision } from '../document-vision.ts';
import { turnQuad } from '../quad.ts';
import { EMPTY_READING, type DocumentReading } from '../reading/document-reading.ts';
import { documentMeasurement, type MeasurementChanges } from '../testing/synthetic-document.ts';
import type { StartDocumentCaptureOptions } from './document-capture-options.ts';
import { startDocumentCapture, type DocumentCapturePorts } from './start-document-capture.ts';

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
type Numbered = { readonly number: number };

/** A capture whose every frame is written down: null ends the stream. */
function script(
  frames: (index: number) => MeasurementChanges | null,
  changes: Partial<StartDocumentCaptureOptions> = {},
  readingOf: (number: number) => DocumentReading = () => EMPTY_READING,
) {
  const held = new Held();
  const abort = new AbortController();
  const analysed: number[] = [];
  const read: number[] = [];
  let index = 0;
  let nowMs = 0;
  const vision: DocumentVision = {
    backend: 'cpu',
    async analyse(frame, timestampMs) {
      await Promise.resolve();
      frame.close();
      const { number } = frame as unknown as Numbered;
      analysed.push(number);
      return documentMeasurement({ timestampMs, costMs: 10, ...frames(number) });
    },
    async read(frame, { quad }) {
      await Promise.resolve();
      frame.close();
      const { number } = frame as unknown as Numbered;
      read.push(number);
      const image = { data: new Uint8ClampedArray(4 * 6), width: 3, height: 2 };
      return { image, quad: turnQuad(quad, 2), reading: readingOf(number) };
    },
    reset: () => {},
    close: () => {},
  };
  const ports: DocumentCapturePorts = {
    openFrameSource: () =>
      held.hold({
        next: () => {
          if (frames(index) === null) return Promise.resolve(null);
          const frame = held.hold({ number: index++ }) as unknown as AnalysableFrame;
          return Promise.resolve({ frame, timestampMs: nowMs });
        },
      }),
    copyFrame: (frame) =>
      Promise.resolve(held.hold({ number: (frame as unknown as Numbered).number, width: 2560, height: 1440 })),
    encodePicture: (bitmap, longestSide) =>
      Promise.resolve({
        image: new Blob([String((bitmap as unknown as Numbered).number)]),
        width: longestSide,
        height: (longestSide * 9) / 16,
      }),
    encodePixels: ({ width, height }) => Promise.resolve({ image: new Blob(['cut']), width, height }),
    digestOf: (blob) => blob.text(),
    clock: {
      monotonicNow: () => nowMs,
      setTimer: (run, delayMs) => {
        const timer = setImmediate(() => {
          nowMs += delayMs;
          run();
        });
        return { cancel: () => clearImmediate(timer) };
      },
    },
  };
  const options: StartDocumentCaptureOptions = {
    camera: { stream: fakeStream(new FakeTrack('Back Camera', { width: 2560, height: 1440 })) },
    vision,
    side: 'front',
    auto: true,
    signal: abort.signal,
    ...changes,
  };
  return { held, abort, analysed, read, options, ports };
}

const mrzOf = (valid: boolean): DocumentReading => ({ ...EMPTY_READING, mrz: { valid } }) as unknown as DocumentReading;

describe('startDocumentCapture', () => {
  it('takes the best picture of the stable window by itself, read and digested', async () => {
    const { options, ports, held, read } = script((index) => {
      if (index < 4) return { document: { glareRatio: 0.1 } };
      return { document: { sharpness: index === 9 ? 0.45 : 0.3 } };
    });
    const guidance = new Set<string>();
    const run = startDocumentCapture({ ...options, onProgress: (gate) => guidance.add(gate.guidance) }, ports);
    const result = await run.result;
    expect([...guidance]).toEqual(['glare', 'ready']);
    expect(read).toEqual([9]);
    expect(result).toMatchObject({
      origin: 'auto',
      digest: 'cut',
      frameDigest: '9',
      width: 3,
      height: 2,
      problems: [],
    });
    expect(result).toMatchObject({ frameWidth: 1920, frameHeight: 1080, quality: { sharpness: 0.45 } });
    expect(held.open).toBe(0);
  });

  it('gives the corners as they were read, in the pixels of the frame that it gives', async () => {
    const { options, ports } = script(() => ({}));
    const { quad } = await startDocumentCapture(options, ports).result;
    // Read the other way up; and the frame was shrunk to three quarters.
    expect(quad[0]).toEqual({ x: 1080 * 0.75, y: 705 * 0.75 });
  });

  it('reads the second picture where the first leaves its rows open', async () => {
    const rows = { document: { features: { portrait: true, mrz: true, barcode: false } } };
    const readings = [mrzOf(false), mrzOf(true)];
    const { options, ports, held, read } = script(
      () => rows,
      {},
      () => readings.shift() ?? EMPTY_READING,
    );
    const result = await startDocumentCapture(options, ports).result;
    expect(result.reading.mrz?.valid).toBe(true);
    expect(read).toHaveLength(2);
    expect(held.open).toBe(0);
  });

  it('never takes a picture by itself in manual mode; by the shutter one with its problems', async () => {
    const { options, ports, held, analysed } = script(() => ({ document: { glareRatio: 0.1 } }), { auto: false });
    const run = startDocumentCapture(options, ports);
    while (analysed.length < 30) await turn();
    run.shoot();
    expect(await run.result).toMatchObject({
      origin: 'manual',
      problems: ['glare'],
      frameDigest: String(analysed.length - 1),
    });
    expect(held.open).toBe(0);
  });

  it('takes what the guide surrounds when the shutter waits in vain for an outline', async () => {
    const { options, ports, analysed } = script(() => ({ document: null }), { auto: false });
    const run = startDocumentCapture(options, ports);
    run.shoot();
    const { problems, quality, format } = await run.result;
    expect(analysed.length).toBeGreaterThan(5);
    expect({ problems, format, confidence: quality.confidence }).toEqual({
      problems: ['no-document'],
      format: 'id-1',
      confidence: 0,
    });
  });

  it('drops what it gathered in a pause, analyses nothing meanwhile, and goes on', async () => {
    const { options, ports, analysed, held } = script(() => ({}), { auto: false });
    const run = startDocumentCapture(options, ports);
    while (analysed.length < 5) await turn();
    run.pause();
    await turn();
    const paused = analysed.length;
    await turn();
    expect(analysed.length).toBe(paused);
    run.resume();
    run.shoot();
    await run.result;
    expect(held.open).toBe(0);
  });

  it('ends with camera-lost when the stream ends', async () => {
    const { options, ports, held } = script((index) => (index < 3 ? {} : null));
    await expect(startDocumentCapture(options, ports).result).rejects.toMatchObject({ code: 'camera-lost' });
    expect(held.open).toBe(0);
  });

  it.each([0, 1, 4, 9])('frees everything when it is aborted after %i frames', async (count) => {
    const { options, ports, held, abort, analysed } = script(() => ({ motionRatio: 0.2 }));
    const run = startDocumentCapture(options, ports);
    while (analysed.length < count) await turn();
    const reason = new Error('gone');
    abort.abort(reason);
    await expect(run.result).rejects.toBe(reason);
    await turn();
    expect(held.open).toBe(0);
  });

  it('passes on what reading throws, and frees everything', async () => {
    const broken = script(() => ({}));
    const failure = new Error('context lost');
    const vision = {
      ...broken.options.vision,
      read: (frame: AnalysableFrame) => {
        frame.close();
        return Promise.reject(failure);
      },
    };
    await expect(startDocumentCapture({ ...broken.options, vision }, broken.ports).result).rejects.toBe(failure);
    expect(broken.held.open).toBe(0);
  });

  it('refuses impossible thresholds at once', () => {
    const { options, ports } = script(() => ({}));
    expect(() => startDocumentCapture({ ...options, policy: { stableFrames: -1 } }, ports)).toThrow(TypeError);
  });
});
