import { systemClock } from '#wire/clock.js';

import { createOneKycGateway } from '../gateway/create-onekyc-gateway.ts';
import type { LivenessSessionOptions } from './liveness-session-options.ts';
import { openStreamCamera } from './open-stream-camera.ts';
import { createPageEnvironment } from './page-environment.ts';
import type { SessionPorts, SessionStore } from './ports.ts';

/** The real world. Camera, vision, capture and gateway are loaded when they are first needed, so that importing a session stays cheap. */
export function createBrowserPorts(options: LivenessSessionOptions): SessionPorts {
  const { videoSource } = options;
  // One id for each session, as `x-sdk-session-id` asks for.
  let sdkSessionId: string | undefined;
  return {
    checkSupport: async () => (await import('../camera/check-support.ts')).checkSupport(),
    openCamera: async (request) => {
      if (videoSource !== undefined) return openStreamCamera(videoSource, request.signal);
      return (await import('../camera/open-camera.ts')).openCamera(request);
    },
    openVision: async (request) => (await import('../face/open-vision.ts')).openVision(request),
    startCapture: async (request) => {
      const [{ startCapture }, { watchDeviceTilt }, { drawLightSequence }] = await Promise.all([
        import('../capture/capture-loop.ts'),
        import('../capture/device-tilt.ts'),
        import('../liveness/light/light-sequence.ts'),
      ]);
      const { screenLight: light, ...rest } = request;
      const screenLight = light && {
        sequence: await drawLightSequence(light.nonce, light.attempt, () => crypto.getRandomValues(new Uint8Array(4))),
        isWanted: light.isWanted,
      };
      return startCapture({
        ...rest,
        ...(screenLight && { screenLight }),
        deviceTiltDegrees: watchDeviceTilt(request.signal),
      });
    },
    createGateway: (init) => {
      sdkSessionId ??= crypto.randomUUID();
      return createOneKycGateway({ baseUrl: options.baseUrl, ...init, sdkSessionId });
    },
    clock: systemClock,
    environment: createPageEnvironment(),
    store: openSessionStore(),
    random: Math.random,
  };
}

/** Reading `sessionStorage` throws where storage is blocked. */
export function openSessionStore(): SessionStore | null {
  try {
    return globalThis.sessionStorage ?? null;
  } catch {
    return null;
  }
}
