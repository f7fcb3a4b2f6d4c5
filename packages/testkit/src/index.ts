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
