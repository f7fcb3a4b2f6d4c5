/** Draws a picture over the whole frame, cut where its shape is another. */
export function drawCovering(
  context: CanvasRenderingContext2D,
  picture: CanvasImageSource,
  pictureWidth: number,
  pictureHeight: number,
  width: number,
  height: number,
): void {
  const scale = Math.max(width / pictureWidth, height / pictureHeight);
  const [drawnWidth, drawnHeight] = [pictureWidth * scale, pictureHeight * scale];
  context.drawImage(picture, (width - drawnWidth) / 2, (height - drawnHeight) / 2, drawnWidth, drawnHeight);
}
