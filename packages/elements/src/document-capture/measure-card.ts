import { DOCUMENT_SIZES_MM, type DocumentFormat } from '@bonafide/browser-core/identity';
import { cardGeometry } from './card-geometry.ts';

/** The frame is drawn in tenths of a millimetre. */
const UNITS_PER_MM = 10;

/** Sizes video and frame to each other, through custom properties of the stage. */
export function measureCard(stage: HTMLElement, video: HTMLVideoElement): void {
  const room = stage.querySelector<HTMLElement>('.card-room');
  if (room === null) return;
  const format = stage.dataset['format'] as DocumentFormat;
  const { cardWidth, cardHeight, videoWidth, videoHeight } = cardGeometry({
    stageWidth: stage.clientWidth,
    stageHeight: stage.clientHeight,
    roomWidth: room.clientWidth,
    roomHeight: room.clientHeight,
    format,
    videoWidth: video.videoWidth,
    videoHeight: video.videoHeight,
  });
  stage.style.setProperty('--_card-width', `${cardWidth}px`);
  stage.style.setProperty('--_card-height', `${cardHeight}px`);
  // Lines are as wide on the screen whatever the size of the frame.
  stage.style.setProperty('--_units-per-px', `${(DOCUMENT_SIZES_MM[format].width * UNITS_PER_MM) / cardWidth}`);
  stage.style.setProperty('--_video-width', `${videoWidth}px`);
  stage.style.setProperty('--_video-height', `${videoHeight}px`);
}
