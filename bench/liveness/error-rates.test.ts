import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { areaUnderCurve, equalErrorRate, measureErrorRates } from './error-rates.ts';

void describe('error rates', () => {
  void it('separated, reversed and tied scores have the areas that they must have', () => {
    assert.equal(areaUnderCurve([3, 4], [1, 2]), 1);
    assert.equal(areaUnderCurve([1, 2], [3, 4]), 0);
    assert.equal(areaUnderCurve([1, 1], [1, 1, 1]), 0.5);
    assert.equal(areaUnderCurve([1, 3], [2]), 0.5);
  });

  void it('the equal error rate is 0 when separated and counts both errors', () => {
    assert.equal(equalErrorRate([3, 4], [1, 2]), 0);
    assert.equal(equalErrorRate([1, 3, 4, 5], [0, 0, 0, 2]), 0.25);
  });

  void it('APCER is by attack type, the worst first, and BPCER follows from the worst type', () => {
    const live = [0.9, 0.8, 0.7, 0.2].map((score) => ({ isLive: true, attack: '', score }));
    const prints = [0.1, 0.1].map((score) => ({ isLive: false, attack: 'print', score }));
    const replays = [0.6, 0.75].map((score) => ({ isLive: false, attack: 'replay', score }));
    const rates = measureErrorRates([...live, ...prints, ...replays]);
    assert.deepEqual(rates?.apcer, [
      { attack: 'replay', n: 2, rate: 1 },
      { attack: 'print', n: 2, rate: 0 },
    ]);
    assert.equal(rates?.bpcer, 0.25);
    assert.equal(rates?.bpcerAtApcer5, 0.5);
  });

  void it('one class alone has no rates', () => {
    assert.equal(measureErrorRates([{ isLive: true, attack: '', score: 1 }]), null);
  });
});
