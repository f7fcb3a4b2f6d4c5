import type { FrameMeasurement } from '../face/frame-measurement.ts';

/** Luma outside of which a sensor or its encoder cuts off, and the logarithm of a change says nothing. */
const USABLE = { from: 12, to: 243 };
/** Frames farther apart than this may have a turn or a step between them. Guess. */
const MOST_GAP_MS = 700;
/** Mean of both sums of steps, natural logarithm, before they are compared: a third of a stop. Guess. */
const CHANGED = 0.23;

/**
 * Whether light changed on the face as it did around it, 0–1: a camera that adapts its exposure, and a lamp in the room, change both by one
 * factor. A film that adapted when it was taken changes on a display and not around it. Null as long as little changed.
 */
export function exposureAgreement(frames: readonly FrameMeasurement[]): number | null {
  const seen = frames.flatMap(({ face, image, timestampMs }) => {
    if (face === null) return [];
    const [inside, outside] = [face.luminanceMean0to255, image.backgroundLuminanceMean0to255];
    return isUsable(inside) && isUsable(outside)
      ? [{ timestampMs, inside: Math.log(inside), outside: Math.log(outside) }]
      : [];
  });
  let [apart, changed] = [0, 0];
  for (const [i, now] of seen.entries()) {
    const before = seen[i - 1];
    if (before === undefined || now.timestampMs - before.timestampMs > MOST_GAP_MS) continue;
    const [inside, outside] = [now.inside - before.inside, now.outside - before.outside];
    apart += Math.abs(inside - outside);
    changed += Math.abs(inside) + Math.abs(outside);
  }
  return changed / 2 < CHANGED ? null : Math.max(0, 1 - apart / changed);
}

function isUsable(luma: number): boolean {
  return luma >= USABLE.from && luma <= USABLE.to;
}
