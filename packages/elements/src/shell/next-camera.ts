import type { KnownCameras } from './present-parts.ts';

/** The camera after the present one in the list, and the first after the last; undefined where there is none. */
export function nextCamera({ cameras, cameraId }: KnownCameras): string | undefined {
  const present = cameras.findIndex(({ deviceId }) => deviceId === cameraId);
  return cameras[(present + 1) % cameras.length]?.deviceId;
}
