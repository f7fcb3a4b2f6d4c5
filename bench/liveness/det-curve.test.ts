import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { detCurve, probit } from './det-curve.ts';

void describe('the DET curve', () => {
  void it('goes from refusing nobody to refusing all, and touches the corner when separated', () => {
    assert.deepEqual(detCurve([3, 4], [1, 2]), [
      { apcer: 1, bpcer: 0 },
      { apcer: 0.5, bpcer: 0 },
      { apcer: 0, bpcer: 0 },
      { apcer: 0, bpcer: 0.5 },
      { apcer: 0, bpcer: 1 },
    ]);
  });

  void it('moves along both axes at once where scores are the same', () => {
    assert.deepEqual(detCurve([1], [1]), [
      { apcer: 1, bpcer: 0 },
      { apcer: 0, bpcer: 1 },
    ]);
  });

  void it('is drawn by normal deviates', () => {
    const known: readonly (readonly [number, number])[] = [
      [0.5, 0],
      [0.841344746, 1],
      [0.022750132, -2],
      [0.001349898, -3],
    ];
    for (const [share, deviate] of known) assert.ok(Math.abs(probit(share) - deviate) < 1e-6, `${share}`);
    assert.equal(probit(0), -Infinity);
    assert.equal(probit(1), Infinity);
  });
});
