import type { FaceMeasurement, FrameMeasurement } from '../face/frame-measurement.ts';

type Frame = Pick<FrameMeasurement, 'width' | 'height'>;
type Face = Pick<FaceMeasurement, 'box'>;

/** Face width over the frame's short side. */
export function faceWidthRatio(frame: Frame, face: Face): number {
  return face.box.width / Math.min(frame.width, frame.height);
}

/** Centre of the face box in short sides from a target given in frame widths and heights; x grows to the picture's right. */
export function offCentre(
  frame: Frame,
  face: Face,
  target: { readonly x: number; readonly y: number },
): { readonly x: number; readonly y: number } {
  const short = Math.min(frame.width, frame.height);
  return {
    x: (face.box.x + face.box.width / 2 - target.x * frame.width) / short,
    y: (face.box.y + face.box.height / 2 - target.y * frame.height) / short,
  };
}

/** Share of the face box that lies outside the frame, 0–1. */
export function outsideShare(frame: Frame, face: Face): number {
  const { x, y, width, height } = face.box;
  const area = width * height;
  if (!(area > 0)) return 1;
  const seenWidth = Math.max(0, Math.min(frame.width, x + width) - Math.max(0, x));
  const seenHeight = Math.max(0, Math.min(frame.height, y + height) - Math.max(0, y));
  return Math.min(1, Math.max(0, 1 - (seenWidth * seenHeight) / area));
}
