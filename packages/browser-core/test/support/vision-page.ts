// What the test page runs: openVision from the sources, with pictures as frames. Everything given back is plain data.
import { isBrowserCoreError } from '../../src/browser-core-error.ts';
import type { AssetProgress, Vision, VisionBackend, VisionDetector } from '../../src/face/vision.ts';
import { openVision } from '../../src/face/open-vision.ts';

export interface Outcome {
  readonly backend: VisionBackend | null;
  readonly code: string | null;
  readonly message: string;
  readonly progress: readonly AssetProgress[];
}

let vision: Vision | undefined;
let controller = new AbortController();

async function open(
  assetsUrl: string,
  backend: VisionBackend | 'auto',
  loadTimeoutMs: number,
  detector?: VisionDetector,
): Promise<Outcome> {
  const progress: AssetProgress[] = [];
  controller = new AbortController();
  try {
    vision = await openVision({
      assetsUrl,
      backend,
      loadTimeoutMs,
      ...(detector === undefined ? {} : { detector }),
      signal: controller.signal,
      onProgress: (step) => progress.push(step),
    });
    return { backend: vision.backend, code: null, message: '', progress };
  } catch (error) {
    return {
      backend: null,
      code: isBrowserCoreError(error) ? error.code : 'not ours',
      message: `${String(error)} ${error instanceof Error ? String(error.cause) : ''}`,
      progress,
    };
  }
}

async function analyse(picture: string, as: 'bitmap' | 'video-frame', liveness = false) {
  const bitmap = await createImageBitmap(await (await fetch(picture)).blob());
  const frame = as === 'bitmap' ? bitmap : new VideoFrame(bitmap, { timestamp: 0 });
  const measurement = await vision?.analyse(frame, 12, { liveness });
  const isClosed = as === 'bitmap' ? (frame as ImageBitmap).width === 0 : (frame as VideoFrame).format === null;
  if (measurement === undefined) throw new Error('vision is not open');
  const { face, ...rest } = measurement;
  return { ...rest, isClosed, face: face && { ...face, landmarks: Array.from(face.landmarks) } };
}

async function analyseManyAtOnce(picture: string, count: number): Promise<number[]> {
  const blob = await (await fetch(picture)).blob();
  const bitmaps = await Promise.all(Array.from({ length: count }, () => createImageBitmap(blob)));
  const opened = vision;
  if (opened === undefined) throw new Error('vision is not open');
  const results = await Promise.all(bitmaps.map((bitmap, i) => opened.analyse(bitmap, i)));
  return results.map(({ index }) => index);
}

/** Closes, or aborts, while a frame is being analysed; gives the reason that its caller sees. */
async function endDuringAnalysis(picture: string, how: 'close' | 'abort'): Promise<string> {
  const bitmap = await createImageBitmap(await (await fetch(picture)).blob());
  const pending = vision?.analyse(bitmap, 0);
  // The queue hands the frame over in a later microtask.
  await new Promise((resolve) => setTimeout(resolve));
  if (how === 'close') vision?.close();
  else controller.abort(new Error('the page went away'));
  try {
    await pending;
    return 'analysed';
  } catch (error) {
    return isBrowserCoreError(error) ? error.code : String(error);
  }
}

/** The code with which an analysis fails. */
async function failureOf(picture: string): Promise<string> {
  try {
    await analyse(picture, 'bitmap');
    return 'analysed';
  } catch (error) {
    return isBrowserCoreError(error) ? `${error.code}, retryable: ${error.retryable}` : String(error);
  }
}

const page = { open, analyse, failureOf, analyseManyAtOnce, endDuringAnalysis, close: () => vision?.close() };
export type VisionPage = typeof page;
Object.assign(globalThis, { visionPage: page, violations: [] as string[] });
document.addEventListener('securitypolicyviolation', (event) => {
  (globalThis as unknown as { violations: string[] }).violations.push(`${event.violatedDirective} ${event.blockedURI}`);
});
