import { ovalGeometry } from './oval-geometry.ts';

/** Sizes video and oval to each other, through custom properties of the stage. */
export function measureOval(stage: HTMLElement, video: HTMLVideoElement): void {
  const room = stage.querySelector<HTMLElement>('.oval-room');
  if (room === null) return;
  const { ovalWidth, videoWidth, videoHeight } = ovalGeometry({
    stageWidth: stage.clientWidth,
    stageHeight: stage.clientHeight,
    roomWidth: room.clientWidth,
    videoWidth: video.videoWidth,
    videoHeight: video.videoHeight,
  });
  stage.style.setProperty('--_oval-width', `${ovalWidth}px`);
  stage.style.setProperty('--_video-width', `${videoWidth}px`);
  stage.style.setProperty('--_video-height', `${videoHeight}px`);
}
