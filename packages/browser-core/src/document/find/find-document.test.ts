import { describe, expect, it } from 'vitest';
import { cornerDistance, type Quad } from '../quad.ts';
import {
  hash,
  paintCard,
  plainDesk,
  renderScene,
  seenFrom,
  woodenDesk,
  type Colour,
  type SceneOptions,
} from '../testing/card-scene.ts';
import { findDocument } from './find-document.ts';

const FRAME = { width: 640, height: 360 };
const card = (pose: Parameters<typeof seenFrom>[1]): Quad => seenFrom('id-1', pose, FRAME);
const passport = (pose: Parameters<typeof seenFrom>[1]): Quad => seenFrom('id-3', pose, FRAME);
const scene = (options: SceneOptions) => renderScene({ ...FRAME, ...options });
const errorOf = (found: Quad, truth: Quad): number => cornerDistance(found, truth) / Math.hypot(640, 360);

const finger =
  (cx: number, cy: number) =>
  (x: number, y: number): Colour | null =>
    ((x - cx) / 66) ** 2 + ((y - cy) / 28) ** 2 < 1 ? [206, 150, 122] : null;

const CONDITIONS: Record<string, SceneOptions> = {
  'straight from above': { quad: card({}) },
  'tilted and turned': { quad: card({ pitch: 22, yaw: -14, roll: 6 }) },
  'turned by a third of a right angle': { quad: card({ roll: 33, distance: 2 }) },
  'on its side': { quad: card({ roll: 90, distance: 2.1 }) },
  'light on a light desk': {
    quad: card({ roll: -5, pitch: 8 }),
    desk: plainDesk([204, 206, 204]),
    card: paintCard({ paper: [224, 226, 230], header: [190, 200, 214] }),
  },
  'dark on a dark desk': {
    quad: card({ roll: 4, yaw: 12 }),
    desk: plainDesk([40, 40, 42]),
    card: paintCard({ paper: [74, 68, 76], header: [88, 78, 108], ink: [120, 120, 110] }),
  },
  'on a grained desk': { quad: card({ roll: -8, pitch: 12 }), desk: woodenDesk },
  'far away on a grained desk': { quad: card({ roll: 12, distance: 2.2, x: 0.2 }), desk: woodenDesk },
  'held by two fingers': {
    quad: card({ roll: 3, pitch: 5 }),
    over: (x, y) => finger(127, 213)(x, y) ?? finger(527, 253)(x, y),
  },
  'in the dark': { quad: card({ roll: 3 }), gain: 0.2 },
  'with a noisy sensor': { quad: card({ roll: 3, pitch: 15 }), desk: woodenDesk, noise: 12 },
  'out of focus': { quad: card({ roll: 3, pitch: 15 }), blurPasses: 5 },
  'a side with machine-readable rows': { quad: card({ roll: 2 }), card: paintCard({ mrzRows: 3, portrait: false }) },
  'partly outside of the frame': { quad: card({ roll: 13, distance: 1.1, x: 0.1 }) },
};

describe('findDocument', () => {
  it.each(Object.entries(CONDITIONS))('finds a card %s to 0.15 % of the diagonal', (_, options) => {
    const found = findDocument(scene(options));
    if (found === null) throw new Error('nothing was found');
    expect(errorOf(found.quad, options.quad)).toBeLessThan(0.0015);
    expect(found.format).toBe('id-1');
    expect(found.confidence).toBeGreaterThan(0.45);
  });

  it('tells a passport’s page by its proportions, also when it is tilted', () => {
    const quad = passport({ pitch: 20, yaw: 10, distance: 1.5 });
    const found = findDocument(scene({ quad, card: paintCard({ format: 'id-3', mrzRows: 2 }) }));
    expect(found?.format).toBe('id-3');
  });

  it('takes the lower page of an open passport', () => {
    const page = passport({ pitch: 10, distance: 2.4, y: 0.36 });
    const [topLeft, topRight] = page;
    const upper = passport({ pitch: 10, distance: 2.4, y: 0.36 - 88 / 125 });
    const quad: Quad = [upper[0], upper[1], page[2], page[3]];
    const bottom = paintCard({ format: 'id-3', mrzRows: 2 });
    const found = findDocument(
      scene({
        quad,
        roundness: 0.02,
        card: (u, v) => {
          if (Math.abs(v - 0.5) < 0.006) return [150, 146, 140];
          return v < 0.5 ? [206, 214, 208] : bottom(u, 2 * v - 1);
        },
      }),
      { expected: { documentType: 'passport', country: null } },
    );
    if (found === null) throw new Error('nothing was found');
    expect(Math.abs(found.quad[0].y - topLeft.y)).toBeLessThan(8);
    expect(Math.abs(found.quad[1].y - topRight.y)).toBeLessThan(8);
    expect(Math.abs(found.quad[2].y - page[2].y)).toBeLessThan(2);
  });

  it('starts with the corner from which it is read when it is not upside down', () => {
    const quad = card({ roll: -20, distance: 1.6 });
    const found = findDocument(scene({ quad }));
    expect(found?.quad[0].x).toBeCloseTo(quad[0].x, 0);
    expect(found?.quad[0].y).toBeCloseTo(quad[0].y, 0);
  });

  it('says where along the border something covers the edge', () => {
    const found = findDocument(scene({ quad: card({ roll: 3, pitch: 5 }), over: finger(127, 213) }));
    const broken = found?.edges.map((side) => side.filter((isEdge) => !isEdge).length) ?? [];
    expect(broken[3]).toBeGreaterThan(4);
    expect([broken[0], broken[1], broken[2]]).toEqual([0, 0, 0]);
  });

  it.each<[string, SceneOptions['desk']]>([
    ['an empty desk', plainDesk([120, 118, 112])],
    ['a grained desk', woodenDesk],
    ['stripes', (x) => (Math.floor(x / 40) % 2 === 0 ? [200, 200, 200] : [60, 60, 60])],
    ['noise', (x, y) => [hash(x * 2, y * 2) * 255, 128, 128]],
  ])('finds nothing that is sure on %s', (_, desk = plainDesk([0, 0, 0])) => {
    const found = findDocument(scene({ quad: card({ x: 9 }), desk }));
    expect(found?.confidence ?? 0).toBeLessThan(0.45);
  });
});
