import { createPictureStream, createSceneStream } from '@bonafide/testkit';
import type { DrawablePicture, SceneView } from '@bonafide/testkit';
import sampleFaceUrl from '@bonafide/testkit/assets/astronaut.png?url';
import { ASTRONAUT_FOCUS, INDONESIAN, photographSpecimen, UTOPIAN, UTOPIAN_EXPIRED } from '@bonafide/testkit/specimens';
import type { SceneOptions, Specimen } from '@bonafide/testkit/specimens';

/** Where the sample face is looked at, so that it fills the oval. */
const FACE_VIEW: SceneView = { focus: { x: 0.43, y: 0.27, span: 0.62 } };
const FRAME = { width: 1280, height: 720 };

/** What the sample camera can be shown, for the page's list. */
export const SAMPLES = {
  good: 'A valid document',
  expired: 'An expired document',
  photocopy: 'A photocopy',
  screen: 'A document on a screen',
} as const;

/** A sample face instead of a camera: a picture that is moved. */
export async function openSampleFace(signal: AbortSignal): Promise<MediaStream> {
  return createPictureStream(await loadFace(), { signal, ...FACE_VIEW });
}

/** A camera before which a specimen document lies, then its back, then the face beside it. */
export interface SampleDocument {
  readonly stream: MediaStream;
  /** Lays another kind of document down. */
  choose(documentType: string): Promise<void>;
  /** Follows the steps of the check. */
  show(step: string | null): Promise<void>;
}

export async function openSampleDocument(
  sample: string,
  firstKind: string,
  signal: AbortSignal,
): Promise<SampleDocument> {
  const face = await loadFace();
  const portrait = { url: await toDataUrl(), focus: ASTRONAUT_FOCUS };
  const holder = sample === 'expired' ? UTOPIAN_EXPIRED : UTOPIAN;
  const options: SceneOptions =
    sample === 'photocopy' ? { medium: 'photocopy' } : sample === 'screen' ? { medium: 'screen' } : {};
  const camera = createSceneStream(await photographSpecimen(null, FRAME), { ...FRAME, signal });
  let kind = firstKind;
  const photograph = (specimen: Specimen): Promise<DrawablePicture> =>
    photographSpecimen(specimen, { ...FRAME, ...options });
  const drawFront = (): Specimen => {
    if (kind === 'passport') return { kind: 'passport', holder, portrait };
    if (kind === 'driversLicense') return { kind: 'driving-licence-front', holder, portrait };
    if (kind !== 'ktp') return { kind: 'id-card-front', holder, portrait };
    const ended = sample === 'expired' ? { validUntil: '2016-05-07' } : {};
    return { kind: 'ktp', holder: { ...INDONESIAN, ...ended }, portrait };
  };
  const sides: Readonly<Record<string, () => Promise<DrawablePicture>>> = {
    front: () => photograph(drawFront()),
    back: () => photograph({ kind: kind === 'driversLicense' ? 'driving-licence-back' : 'id-card-back', holder }),
  };
  return {
    stream: camera.stream,
    async choose(documentType) {
      kind = documentType;
      await Promise.resolve();
    },
    async show(step) {
      if (step === 'selfie') camera.show(face, FACE_VIEW);
      const draw = step === null ? undefined : sides[step];
      if (draw !== undefined) camera.show(await draw());
    },
  };
}

async function loadFace(): Promise<HTMLImageElement> {
  const picture = new Image();
  picture.src = sampleFaceUrl;
  await picture.decode();
  return picture;
}

/** A picture inside an SVG must be inside it. */
async function toDataUrl(): Promise<string> {
  const blob = await (await fetch(sampleFaceUrl)).blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result as string));
    reader.addEventListener('error', () => reject(new Error('The sample picture could not be read.')));
    reader.readAsDataURL(blob);
  });
}
