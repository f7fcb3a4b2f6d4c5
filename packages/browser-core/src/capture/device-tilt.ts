/** How far the screen leans from upright, degrees: 0 held before the face, 90 flat on a table, in any rotation. */
export function tiltFromUpright(betaDegrees: number, gammaDegrees: number): number {
  const facingUp = Math.abs(Math.cos((betaDegrees * Math.PI) / 180) * Math.cos((gammaDegrees * Math.PI) / 180));
  return (Math.asin(Math.min(1, facingUp)) * 180) / Math.PI;
}

/**
 * Reads the device's tilt until the signal aborts; null where nothing measures it. iOS tells it only after
 * `DeviceOrientationEvent.requestPermission()`, which needs a gesture and is left to the page.
 */
export function watchDeviceTilt(signal: AbortSignal, target: EventTarget = globalThis): () => number | null {
  let tilt: number | null = null;
  const read = (event: Event): void => {
    const { beta, gamma } = event as DeviceOrientationEvent;
    // Machines without a sensor answer null, some of them zeros; a real sensor never reads exactly zero twice.
    const isMeasured = beta !== null && gamma !== null && (beta !== 0 || gamma !== 0);
    tilt = isMeasured ? tiltFromUpright(beta, gamma) : null;
  };
  target.addEventListener('deviceorientation', read, { signal });
  return () => tilt;
}
