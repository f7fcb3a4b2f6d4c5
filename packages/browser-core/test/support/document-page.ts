// What the test page runs: document vision, capture and files from the sources, on specimens. What is given back is plain data.
import { photographSpecimen, UTOPIAN, type SceneOptions, type SpecimenKind } from '@bonafide/testkit/specimens';
import { isBrowserCoreError } from '../../src/browser-core-error.ts';
import { captureDocumentFile } from '../../src/document/capture/capture-document-file.ts';
import type { FileLimits } from '../../src/document/capture/document-capture-options.ts';
import type { DocumentCaptureResult } from '../../src/document/capture/document-capture-result.ts';
import { startDocumentCapture } from '../../src/document/capture/start-document-capture.ts';
import type { DocumentVision } from '../../src/document/document-vision.ts';
import type { DocumentType } from '../../src/document/expected-document.ts';
import type { DocumentSide } from '../../src/document/document-format.ts';
import { openDocumentVision } from '../../src/document/open-document-vision.ts';
import type { AssetProgress } from '../../src/face/vision.ts';

let vision: DocumentVision | undefined;
let controller = new AbortController();

type Kind = Exclude<SpecimenKind, 'ktp'>;
const expectedOf = (documentType: DocumentType | null) =>
  documentType === null ? null : { documentType, country: null };

async function open(loadTimeoutMs = 60_000, assetsUrl = '/assets') {
  const progress: AssetProgress[] = [];
  controller = new AbortController();
  try {
    const onProgress = (step: AssetProgress): number => progress.push(step);
    vision = await openDocumentVision({ assetsUrl, loadTimeoutMs, signal: controller.signal, onProgress });
    return { backend: vision.backend, code: null, progress };
  } catch (error) {
    return { backend: null, code: codeOf(error), progress };
  }
}

const codeOf = (error: unknown): string => (isBrowserCoreError(error) ? error.code : String(error));

function opened(): DocumentVision {
  if (vision === undefined) throw new Error('vision is not open');
  return vision;
}

async function analyse(kind: Kind, scene: SceneOptions, side: DocumentSide, documentType: DocumentType | null) {
  const frame = await createImageBitmap(await photographSpecimen({ kind, holder: UTOPIAN }, scene));
  const measurement = await opened().analyse(frame, 12, { side, expected: expectedOf(documentType) });
  return { ...measurement, isClosed: frame.width === 0 };
}

/** Closes, or aborts, while a frame is being analysed; gives the reason that its caller sees. */
async function endDuringAnalysis(how: 'close' | 'abort'): Promise<string> {
  const frame = await createImageBitmap(await photographSpecimen({ kind: 'passport', holder: UTOPIAN }));
  const pending = opened().analyse(frame, 0, { side: 'front' });
  // The queue hands the frame over in a later microtask.
  await new Promise((resolve) => setTimeout(resolve));
  if (how === 'close') opened().close();
  else controller.abort(new Error('the page went away'));
  return pending.then(() => 'analysed', codeOf);
}

async function pictureFile(kind: Kind, scene: SceneOptions, type = 'image/jpeg'): Promise<Blob> {
  const canvas = await photographSpecimen({ kind, holder: UTOPIAN }, scene);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no file')) : resolve(blob)), type, 0.9),
  );
}

async function captureFile(file: Blob, side: DocumentSide, documentType: DocumentType | null, limits: FileLimits = {}) {
  const expected = expectedOf(documentType);
  try {
    const result = await captureDocumentFile(file, {
      vision: opened(),
      side,
      expected,
      limits,
      signal: controller.signal,
    });
    return { code: null, result: await plain(result) };
  } catch (error) {
    return { code: codeOf(error), result: null };
  }
}

async function plain({ image, frame, ...rest }: DocumentCaptureResult) {
  const [cut, whole] = await Promise.all([createImageBitmap(image), createImageBitmap(frame)]);
  return {
    ...rest,
    types: [image.type, frame.type],
    decoded: [cut.width, cut.height, whole.width, whole.height],
  };
}

async function captureSpecimenFile(
  kind: Kind,
  scene: SceneOptions,
  side: DocumentSide,
  documentType: DocumentType | null,
  limits?: FileLimits,
) {
  return captureFile(await pictureFile(kind, scene), side, documentType, limits);
}

/** A JPEG whose EXIF says that the camera was held on its side. */
async function captureTurnedFile() {
  const upright = await photographSpecimen({ kind: 'id-card-front', holder: UTOPIAN }, { width: 960, height: 640 });
  const turned = document.createElement('canvas');
  turned.width = upright.height;
  turned.height = upright.width;
  const context = turned.getContext('2d');
  context?.translate(0, turned.height);
  context?.rotate(-Math.PI / 2);
  context?.drawImage(upright, 0, 0);
  const jpeg = await new Promise<Blob | null>((resolve) => turned.toBlob(resolve, 'image/jpeg', 0.92));
  const bytes = new Uint8Array(await (jpeg as Blob).arrayBuffer());
  // Orientation 6: to be turned clockwise by a quarter.
  const exif = [0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3];
  const rest = [0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
  const file = new Blob([bytes.subarray(0, 2), new Uint8Array([...exif, ...rest]), bytes.subarray(2)]);
  return captureFile(file, 'front', 'identityCard');
}

/** A picture of so many pixels in hardly any bytes. */
async function captureFlat(width: number, height: number) {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.fillRect(0, 0, width, height);
  return captureFile(await canvas.convertToBlob({ type: 'image/png' }), 'front', null);
}

/** A passport on a desk in a JPEG of so many pixels, as the largest cameras write it. */
async function captureLarge(width: number, height: number) {
  const shown = await photographSpecimen(
    { kind: 'passport', holder: UTOPIAN },
    { width: Math.round(width / 4), height: Math.round(height / 4), noise0to255: 0 },
  );
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(shown, 0, 0, width, height);
  const file = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
  return { ...(await captureFile(file, 'front', 'passport')), megapixels: (width * height) / 1e6 };
}

const captureBytes = (bytes: readonly number[]) => captureFile(new Blob([new Uint8Array(bytes)]), 'front', null);

async function captureTruncated() {
  const file = await pictureFile('passport', {});
  return captureFile(file.slice(0, file.size * 0.7), 'front', null);
}

/** A stream of one scene, moved by a pixel now and then as hands do. */
async function captureStream(how: 'auto' | 'shoot', scene: SceneOptions) {
  const shown = await photographSpecimen({ kind: 'id-card-back', holder: UTOPIAN }, scene);
  const canvas = document.createElement('canvas');
  canvas.width = shown.width;
  canvas.height = shown.height;
  const context = canvas.getContext('2d');
  let tick = 0;
  const timer = setInterval(() => context?.drawImage(shown, 0, (tick += 1) % 2), 60);
  const stream = canvas.captureStream(15);
  const guidance = new Set<string>();
  try {
    const run = startDocumentCapture({
      camera: { stream },
      vision: opened(),
      side: 'back',
      expected: { documentType: 'identityCard', country: null },
      auto: how === 'auto',
      // Frames come slowly on a busy machine.
      policy: { stableFrames: 2, stableMs: 100 },
      signal: controller.signal,
      onProgress: (gate) => guidance.add(gate.guidance),
    });
    if (how === 'shoot') run.shoot();
    return { ...(await plain(await run.result)), guidance: [...guidance] };
  } finally {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
  }
}

const documentPage = {
  open,
  analyse,
  endDuringAnalysis,
  captureSpecimenFile,
  captureTurnedFile,
  captureFlat,
  captureLarge,
  captureBytes,
  captureTruncated,
  captureStream,
};
export type DocumentPage = typeof documentPage;
Object.assign(globalThis, { documentPage, violations: [] as string[] });
document.addEventListener('securitypolicyviolation', (event) => {
  (globalThis as unknown as { violations: string[] }).violations.push(`${event.violatedDirective} ${event.blockedURI}`);
});
