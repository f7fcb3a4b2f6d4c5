import type { Camera } from '../../camera/camera.ts';

/** A camera's light. */
export interface Torch {
  /** Rejects when the camera does not obey. */
  set(on: boolean): Promise<void>;
}

/** The light of an open camera; null where it has none, or the browser does not say. Chromium on Android says. */
export function torchOf({ stream }: Camera): Torch | null {
  const [track] = stream.getVideoTracks();
  if (track === undefined) return null;
  // Firefox has no getCapabilities; the types of the DOM do not know the torch.
  const capabilities: object = (track as Partial<MediaStreamTrack>).getCapabilities?.() ?? {};
  if (!('torch' in capabilities && capabilities.torch === true)) return null;
  return { set: (on) => track.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] }) };
}
