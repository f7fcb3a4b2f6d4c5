/**
 * Landmarks of a made-up head, or of a flat picture of it, seen by a pinhole camera: 468 points over half an ellipsoid
 * with a nose, turned and moved, plus jitter. Deterministic. Enough for geometry, never for texture.
 */
export function syntheticLandmarks(turn: {
  readonly yawDegrees: number;
  readonly pitchDegrees?: number;
  readonly flat: boolean;
  readonly jitterPixels?: number;
  readonly seed?: number;
}): Float32Array {
  const width = 200;
  const distance = 600;
  const landmarks = new Float32Array(1404);
  const yaw = (turn.yawDegrees * Math.PI) / 180;
  const pitch = ((turn.pitchDegrees ?? 0) * Math.PI) / 180;
  let seed = (turn.seed ?? 1) * 2_654_435_761;
  const random = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 0x1_0000_0000 - 0.5;
  };
  for (let i = 0; i < 468; i++) {
    // A sunflower over the disc: even cover, the same for every call.
    const radius = Math.sqrt((i + 0.5) / 468);
    const angle = i * 2.399_963;
    const x = radius * Math.cos(angle);
    const y = 1.25 * radius * Math.sin(angle);
    const nose = 0.35 * Math.exp(-(x * x + y * y) / 0.03);
    const z = turn.flat ? 0 : -(Math.sqrt(Math.max(0, 1 - radius * radius)) * 0.7 + nose);
    const [px, py, pz] = [(x * width) / 2, (y * width) / 2, (z * width) / 2];
    const [tx, tz] = [px * Math.cos(yaw) + pz * Math.sin(yaw), pz * Math.cos(yaw) - px * Math.sin(yaw)];
    const [ty, depth] = [py * Math.cos(pitch) - tz * Math.sin(pitch), tz * Math.cos(pitch) + py * Math.sin(pitch)];
    const scale = distance / (distance + depth);
    const jitter = turn.jitterPixels ?? 0;
    landmarks.set([320 + tx * scale + random() * jitter, 240 + ty * scale + random() * jitter, depth], 3 * i);
  }
  return landmarks;
}
