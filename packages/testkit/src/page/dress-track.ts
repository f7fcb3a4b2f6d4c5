export const DEVICE_ID = 'bonafide-test-camera';

export interface TrackDress {
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
  readonly facing: 'user' | 'environment';
  readonly isMuted: () => boolean;
}

/** Makes a canvas's track say of itself what a camera's would. */
export function dressTrack(track: MediaStreamTrack, dress: TrackDress): void {
  const { width, height, framesPerSecond, facing, isMuted } = dress;
  const settings: MediaTrackSettings = {
    deviceId: DEVICE_ID,
    groupId: DEVICE_ID,
    width,
    height,
    frameRate: framesPerSecond,
    aspectRatio: width / height,
    facingMode: facing,
  };
  Object.defineProperties(track, {
    label: { value: 'Test camera' },
    muted: { get: isMuted },
    getSettings: { value: () => settings },
    // It is what it is: whatever is asked of it is done already.
    applyConstraints: { value: () => Promise.resolve() },
    addEventListener: { value: (...asked: unknown[]) => listen(track, asked) },
  });
}

/**
 * Firefox tells the listeners of a track of what the browser says, and of nothing that a page dispatches, unless that is asked for: by
 * a fourth argument that no other browser knows.
 */
function listen(track: MediaStreamTrack, [type, listener, options]: readonly unknown[]): void {
  const ofBrowser = Reflect.get(EventTarget.prototype, 'addEventListener') as (...asked: unknown[]) => void;
  ofBrowser.call(track, type, listener, options, true);
}
