import { systemClock } from '#wire/clock.js';

import { openStreamCamera } from '../open-stream-camera.ts';
import { createPageEnvironment } from '../page-environment.ts';
import type { DocumentSessionPorts } from './document-ports.ts';
import { torchOf } from './torch.ts';

/** The real world. Camera, worker and capture are loaded when they are first needed, so that importing a session stays cheap. */
export function createDocumentBrowserPorts(videoSource: MediaStream | undefined): DocumentSessionPorts {
  return {
    checkSupport: async () => (await import('../../camera/check-support.ts')).checkSupport(),
    openCamera: async (request) => {
      if (videoSource !== undefined) return openStreamCamera(videoSource, request.signal);
      return (await import('../../camera/open-camera.ts')).openCamera(request);
    },
    openVision: async (options) => (await import('../../document/open-document-vision.ts')).openDocumentVision(options),
    startCapture: async (request) =>
      (await import('../../document/capture/start-document-capture.ts')).startDocumentCapture(request),
    captureFile: async (file, options) =>
      (await import('../../document/capture/capture-document-file.ts')).captureDocumentFile(file, options),
    torchOf,
    clock: systemClock,
    environment: createPageEnvironment(),
  };
}
