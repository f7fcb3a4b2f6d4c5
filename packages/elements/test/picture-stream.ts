import { createPictureStream } from '@bonafide/testkit';

/** Both servers that serve tests and gallery have the workspace as their root. */
const PICTURE_URL = '/packages/testkit/assets/astronaut.png';
/** The face in it: centre and width, in pixels. */
const FACE = { x: 225, y: 122, width: 105 };
/** How much of the frame's short side the face is to fill: what the quality gate likes. */
const FACE_SHARE = 0.4;

/** A still picture as a camera would show it: the face in the middle of the frame, for as long as the page lives. */
export async function openPictureStream({ width = 640, height = 480 } = {}): Promise<MediaStream> {
  const picture = new Image();
  picture.src = PICTURE_URL;
  await picture.decode();
  const scale = (Math.min(width, height) * FACE_SHARE) / FACE.width;
  return createPictureStream(picture, {
    width,
    height,
    framesPerSecond: 10,
    focus: { x: FACE.x / picture.width, y: FACE.y / picture.height, span: width / scale / picture.width },
    motion: { sway: 0, turnDegrees: 0, breathe: 0 },
    signal: new AbortController().signal,
  });
}
