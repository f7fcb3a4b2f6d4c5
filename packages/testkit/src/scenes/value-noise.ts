/** Smooth noise in the plane, 0–1, a new bump about every unit; the same for the same seed. */
export function valueNoise(seed: number): (x: number, y: number) => number {
  const corner = (x: number, y: number) => {
    let mixed = Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ Math.imul(seed + 1, 0x9e3779b1);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
  return (x, y) => {
    const left = Math.floor(x);
    const top = Math.floor(y);
    const fx = ease(x - left);
    const fy = ease(y - top);
    const upper = corner(left, top) * (1 - fx) + corner(left + 1, top) * fx;
    const lower = corner(left, top + 1) * (1 - fx) + corner(left + 1, top + 1) * fx;
    return upper * (1 - fy) + lower * fy;
  };
}

function ease(share: number): number {
  return share * share * (3 - 2 * share);
}
