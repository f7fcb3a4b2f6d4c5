import { createPictureStream, type SceneView } from '@bonafide/testkit';

/** Both servers that serve tests and gallery have the workspace as their root. */
const PICTURE_URL = '/packages/testkit/assets/astronaut.png';
/** The face in it: centre and width, in pixels. */
const FACE = { x: 225, y: 122, width: 105 };
/** How much of the frame's short side the face is to fill: what the quality gate likes. */
const FACE_SHARE = 0.4;

/** A picture with a face, and how to hold it before a camera. */
export interface FacePicture {
  readonly picture: HTMLImageElement;
  readonly view: SceneView;
}

/** The face in the middle of a frame of this size. */
export async function loadFacePicture({ width = 640, height = 480 } = {}): Promise<FacePicture> {
  const picture = new Image();
  picture.src = PICTURE_URL;
  await picture.decode();
  const scale = (Math.min(width, height) * FACE_SHARE) / FACE.width;
  return {
    picture,
    view: {
      focus: { x: FACE.x / picture.width, y: FACE.y / picture.height, span: width / scale / picture.width },
      motion: { sway: 0, turnDegrees: 0, breathe: 0 },
    },
  };
}

/** A still picture as a camera would show it, for as long as the page lives. */
export async function openPictureStream({ width = 640, height = 480 } = {}): Promise<MediaStream> {
  const { picture, view } = await loadFacePicture({ width, height });
  return createPictureStream(picture, {
    ...view,
    width,
    height,
    framesPerSecond: 10,
    signal: new AbortController().signal,
  });
}
