import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { measureCalibration } from './calibration.ts';

const scored = (isLive: boolean, scores: readonly number[]) => scores.map((score) => ({ isLive, attack: '', score }));
const near = (actual: number | null | undefined, wanted: number): void =>
  assert.ok(Math.abs((actual ?? NaN) - wanted) < 1e-9, `${actual} is not ${wanted}`);

void describe('calibration', () => {
  void it('certain and right, certain and wrong, and always one half are what they must be', () => {
    const right = measureCalibration([...scored(true, [1, 1]), ...scored(false, [0])]);
    assert.deepEqual(right, { brier: 0, error: 0, bands: [0, null, 1] });
    const wrong = measureCalibration([...scored(true, [0]), ...scored(false, [1])]);
    assert.deepEqual(wrong, { brier: 1, error: 1, bands: [1, null, 0] });
    const half = measureCalibration([...scored(true, [0.5]), ...scored(false, [0.5, 0.5])]);
    assert.deepEqual(half, { brier: 0.25, error: 0, bands: [null, 0.5, null] });
  });

  void it('a score of 0.8 that is true four times in five has no error', () => {
    const calibration = measureCalibration([
      ...scored(true, [0.8, 0.8, 0.8, 0.8, 0.2]),
      ...scored(false, [0.2, 0.2, 0.2, 0.2, 0.8]),
    ]);
    near(calibration?.error, 0);
    near(calibration?.brier, 0.16);
    near(calibration?.bands[2], 0.8);
  });

  void it('a class does not count for more because there is more of it', () => {
    const few = measureCalibration([...scored(true, [0.9, 0.4]), ...scored(false, [0.6, 0.1])]);
    const many = measureCalibration([...scored(true, [0.9, 0.4]), ...scored(false, [0.6, 0.1, 0.6, 0.1, 0.6, 0.1])]);
    near(many?.brier, few?.brier ?? NaN);
    near(many?.error, few?.error ?? NaN);
  });

  void it('one class alone has none, and what is no probability is refused', () => {
    assert.equal(measureCalibration(scored(true, [1])), null);
    assert.throws(() => measureCalibration([...scored(true, [3]), ...scored(false, [0])]), RangeError);
  });
});
