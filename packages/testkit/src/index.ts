export { createPictureStream } from './picture-stream.ts';
export type { PictureMotion, PictureStreamOptions } from './picture-stream.ts';
