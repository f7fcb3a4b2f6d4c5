import { describe, expect, it } from 'vitest';
import { syntheticMeasurement } from '../../test/synthetic-measurement.ts';
import { initialCapturePace, nextCapturePace, type CapturePace } from './capture-pace.ts';
import { tiltFromUpright, watchDeviceTilt } from './device-tilt.ts';

function settle(plainMs: number, livenessMs: number): CapturePace {
  let pace = initialCapturePace;
  for (let index = 0; index < 60; index++) {
    const liveness = index % pace.livenessEvery === 0;
    const costMs = liveness ? livenessMs : plainMs;
    pace = nextCapturePace(pace, syntheticMeasurement({ frame: { costMs }, liveness: liveness ? {} : null }));
  }
  return pace;
}

describe('capture pace', () => {
  it('runs at full speed on a fast machine', () => {
    expect(settle(8, 18)).toMatchObject({ intervalMs: 66, livenessEvery: 2 });
  });

  it('measures liveness more seldom where it is dear', () => {
    expect(settle(8, 80).livenessEvery).toBeGreaterThan(2);
    expect(settle(8, 4000).livenessEvery).toBe(6);
  });

  it('leaves half of a core to everything else, and never stands still', () => {
    expect(settle(60, 60).intervalMs).toBeCloseTo(120, 0);
    expect(settle(5000, 5000).intervalMs).toBe(200);
  });
});

describe('device tilt', () => {
  it.each([
    [90, 0, 0],
    [60, 0, 30],
    [0, 0, 90],
    [0, 90, 0],
    [180, 0, 90],
  ])('beta %i, gamma %i leans %i degrees', (beta, gamma, tilt) => {
    expect(tiltFromUpright(beta, gamma)).toBeCloseTo(tilt);
  });

  it('reads events until the abort, and knows nothing where nothing measures', () => {
    const target = new EventTarget();
    const abort = new AbortController();
    const read = watchDeviceTilt(abort.signal, target);
    expect(read()).toBeNull();
    const tell = (beta: number | null): boolean =>
      target.dispatchEvent(Object.assign(new Event('deviceorientation'), { beta, gamma: beta === null ? null : 0 }));
    tell(60);
    expect(read()).toBeCloseTo(30);
    tell(0);
    expect(read()).toBeNull();
    tell(null);
    expect(read()).toBeNull();
    tell(45);
    abort.abort();
    tell(60);
    expect(read()).toBeCloseTo(45);
  });
});
