// How a capture is bound: several frames in one file, chained and signed for one submission. The page makes it, a gateway
// checks it with `verifyCapture` of `@bonafide/verifier`.
export { BINDING_FORMAT, BINDING_TYPE, chainOf } from './capture-statement.ts';
export type { BoundFrame, CaptureStatement } from './capture-statement.ts';
export { joinPictures, splitPictures } from './multi-picture.ts';
export { bindFrames, createPageKey, signCapture } from './sign-capture.ts';
export type { BoundFile, CaptureToBind, FrameToBind } from './sign-capture.ts';
