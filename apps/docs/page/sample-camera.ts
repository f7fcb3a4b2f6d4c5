import { createPictureStream, createSceneStream } from '@bonafide/testkit';
import type { DrawablePicture, SceneView } from '@bonafide/testkit';
import sampleFaceUrl from '@bonafide/testkit/assets/astronaut.png?url';
import { ASTRONAUT_FOCUS, photographSpecimen, UTOPIAN } from '@bonafide/testkit/specimens';

/** Where the sample face is looked at, so that it fills the oval. */
const FACE_VIEW: SceneView = { focus: { x: 0.43, y: 0.27, span: 0.62 } };
const FRAME = { width: 1280, height: 720 };

/** A sample face in place of a camera. */
export async function openSampleFace(signal: AbortSignal): Promise<MediaStream> {
  return createPictureStream(await loadFace(), { signal, ...FACE_VIEW });
}

/** A camera that shows a specimen document, its back, or the face beside it. */
export interface SampleDocument {
  readonly stream: MediaStream;
  show(step: string | null): Promise<void>;
}

export async function openSampleDocument(signal: AbortSignal): Promise<SampleDocument> {
  const face = await loadFace();
  const portrait = { url: toDataUrl(face), focus: ASTRONAUT_FOCUS };
  const photograph = (kind: 'id-card-front' | 'id-card-back'): Promise<DrawablePicture> =>
    photographSpecimen(
      kind === 'id-card-front' ? { kind, holder: UTOPIAN, portrait } : { kind, holder: UTOPIAN },
      FRAME,
    );
  const front = await photograph('id-card-front');
  const camera = createSceneStream(front, { ...FRAME, signal });
  return {
    stream: camera.stream,
    async show(step) {
      if (step === 'selfie') camera.show(face, FACE_VIEW);
      else if (step === 'back') camera.show(await photograph('id-card-back'));
      else camera.show(front);
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
function toDataUrl(picture: HTMLImageElement): string {
  const canvas = document.createElement('canvas');
  canvas.width = picture.naturalWidth;
  canvas.height = picture.naturalHeight;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  return canvas.toDataURL('image/jpeg', 0.9);
}
