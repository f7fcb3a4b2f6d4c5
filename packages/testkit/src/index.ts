export { createPictureStream } from './picture-stream.ts';
export type { PictureStreamOptions } from './picture-stream.ts';
export { createSceneStream } from './scenes/scene-stream.ts';
export type {
  DrawablePicture,
  PictureMotion,
  SceneStream,
  SceneStreamOptions,
  SceneView,
} from './scenes/scene-stream.ts';
export { createFrameStream } from './streams/frame-stream.ts';
export type { DrawFrame, FrameMoment, FrameStreamOptions } from './streams/frame-stream.ts';
export { createVideoStream } from './streams/video-stream.ts';
