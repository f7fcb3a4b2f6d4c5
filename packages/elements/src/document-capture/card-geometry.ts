import { aspectOf, guideOutline, type DocumentFormat } from '@bonafide/browser-core/identity';

/** Lengths in CSS pixels; the video's own size in its pixels. */
export interface CardMeasure {
  readonly stageWidth: number;
  readonly stageHeight: number;
  /** The largest frame that leaves room for hint and buttons. */
  readonly roomWidth: number;
  readonly roomHeight: number;
  readonly format: DocumentFormat;
  readonly videoWidth: number;
  readonly videoHeight: number;
}

/** Lengths in CSS pixels; frame and picture have the same middle. */
export interface CardGeometry {
  readonly cardWidth: number;
  readonly cardHeight: number;
  readonly videoWidth: number;
  readonly videoHeight: number;
}

/**
 * Sizes the frame to its room, and the picture so that the frame surrounds in it what the guide surrounds: a document
 * that fills the frame is one that the gate takes, whatever the shapes of element and camera. Where the picture is then
 * larger than the stage it is cut, and where it is smaller it ends inside.
 */
export function cardGeometry(measure: CardMeasure): CardGeometry {
  const { stageWidth, stageHeight, roomWidth, roomHeight, format, videoWidth, videoHeight } = measure;
  const cardWidth = Math.min(roomWidth, roomHeight * aspectOf(format));
  const card = { cardWidth, cardHeight: cardWidth / aspectOf(format) };
  if (!(videoWidth > 0 && videoHeight > 0)) return { ...card, videoWidth: stageWidth, videoHeight: stageHeight };
  const [left, right] = guideOutline({ width: videoWidth, height: videoHeight }, format);
  const scale = cardWidth / (right.x - left.x);
  return { ...card, videoWidth: videoWidth * scale, videoHeight: videoHeight * scale };
}
