/** Both servers that serve tests and gallery have the workspace as their root. */
const PICTURE_URL = '/packages/testkit/assets/astronaut.png';

/** A still picture as a camera would show it: `size` square pixels around the face, in a 4:3 or 3:4 frame. */
export async function openPictureStream({ width = 640, height = 480 } = {}): Promise<MediaStream> {
  const image = new Image();
  image.src = PICTURE_URL;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2D canvas');
  // The face of the picture is 105 px wide around (225, 122); it is to fill 0.4 of the short side, in the middle.
  const scale = (Math.min(width, height) * 0.4) / 105;
  const draw = (): void =>
    context.drawImage(
      image,
      width / 2 - 225 * scale,
      height / 2 - 122 * scale,
      image.width * scale,
      image.height * scale,
    );
  // Where the picture does not reach, its own colours do.
  context.drawImage(image, 0, 0, width, height);
  draw();
  // A canvas gives a frame when it is drawn on.
  setInterval(draw, 100);
  return canvas.captureStream(15);
}
