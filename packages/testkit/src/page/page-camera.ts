// Runs in the page, before its own scripts: a camera that a test holds in its hand, in the place of the browser's.
import type { PageCamera } from './camera-in-page.ts';
import { createPageCamera } from './create-page-camera.ts';

declare global {
  var bonafideCamera: PageCamera | undefined;
  /** Of the test's side: resolves once it has said here what the camera is to show. */
  var bonafideCameraIsAskedFor: (() => Promise<void>) | undefined;
}

function openCamera(): PageCamera {
  /** The test's side is asked once, and says by itself what changes after that. */
  let ready: Promise<void> | undefined;
  const camera = createPageCamera(() => (ready ??= Promise.resolve(globalThis.bonafideCameraIsAskedFor?.())));
  return {
    ...camera,
    showPicture: (base64, view) => camera.showPicture(toBlob(base64), view),
    showVideo: (base64, type) => camera.showVideo(toBlob(base64, type)),
  };
}

/** Not by an address: a strict policy forbids those of data. */
function toBlob(base64: string, type = ''): Blob {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new Blob([bytes], { type });
}

// A frame that is written anew runs this again, and keeps its camera.
if (typeof navigator.mediaDevices === 'object') globalThis.bonafideCamera ??= openCamera();
