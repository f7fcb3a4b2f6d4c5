/** Lengths in CSS pixels; the video's own size in its pixels. */
export interface StageMeasure {
  readonly stageWidth: number;
  readonly stageHeight: number;
  /** The widest oval that leaves room for hint and buttons. */
  readonly roomWidth: number;
  readonly videoWidth: number;
  readonly videoHeight: number;
}

export interface StageGeometry {
  readonly ovalWidth: number;
  readonly videoWidth: number;
  readonly videoHeight: number;
}

/**
 * Oval width over the video's short side. The quality gate takes faces of 0.27–0.67 short sides, and a face that is
 * framed well fills about four fifths of the oval's width: 0.4–0.56 keeps it well inside both lines.
 * Provenance: derived from the gate's policy; guess within that range.
 */
const WIDEST_OVAL_RATIO = 0.56;
const NARROWEST_OVAL_RATIO = 0.4;

/**
 * Sizes picture and oval so that the picture covers the stage and a face that fills the oval is one that the quality gate
 * takes. Where both cannot be, the picture shrinks until the oval is right.
 */
export function ovalGeometry(measure: StageMeasure): StageGeometry {
  const { stageWidth, stageHeight, roomWidth, videoWidth, videoHeight } = measure;
  if (!(videoWidth > 0 && videoHeight > 0)) {
    return { ovalWidth: roomWidth, videoWidth: stageWidth, videoHeight: stageHeight };
  }
  const shortSide = Math.min(videoWidth, videoHeight);
  const cover = Math.max(stageWidth / videoWidth, stageHeight / videoHeight);
  const ovalWidth = Math.min(roomWidth, WIDEST_OVAL_RATIO * shortSide * cover);
  const scale = Math.min(cover, ovalWidth / (NARROWEST_OVAL_RATIO * shortSide));
  return { ovalWidth, videoWidth: videoWidth * scale, videoHeight: videoHeight * scale };
}
