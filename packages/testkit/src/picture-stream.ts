import { createSceneStream, type DrawablePicture, type SceneStreamOptions } from './scenes/scene-stream.ts';

/** How the picture is framed and moved, and when it ends. */
export type PictureStreamOptions = SceneStreamOptions;

/**
 * A video stream of a picture that is moved a little, as a hand would: something to put in place of a camera where there
 * is none. It is a picture and not a person, and liveness evidence is expected to say so.
 */
export function createPictureStream(picture: DrawablePicture, options: PictureStreamOptions): MediaStream {
  return createSceneStream(picture, options).stream;
}
