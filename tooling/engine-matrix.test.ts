import { describe, expect, it } from 'vitest';
import {
  toEngineMatrix,
  toEngineResult,
  toEngineTable,
  unexplainedSkips,
  type EngineResult,
  type FinishedSession,
} from './engine-matrix.ts';

const ran = (name: string, change: object = {}) => ({ name, passed: true, skipped: false, ...change });

const SESSION: FinishedSession = {
  id: '1',
  testFile: '/x/keys.test.ts',
  passed: true,
  browser: { name: 'WebKit' },
  testResults: {
    name: '',
    tests: [],
    suites: [
      {
        name: 'with keys',
        tests: [ran('goes on'), ran('presses', { passed: false, skipped: true })],
        suites: [{ name: 'inner', tests: [ran('waits', { passed: false, skipped: true })], suites: [] }],
      },
    ],
  },
};

const result = (engine: string, change: Partial<EngineResult> = {}): EngineResult => ({
  engine,
  file: 'test/a.test.ts',
  passed: 2,
  failed: 0,
  skips: [],
  ...change,
});

describe('the matrix of engines', () => {
  it('takes the reason of the nearest suite that said one', () => {
    const told = (_id: string, titles: readonly string[]) => (titles.includes('inner') ? 'no clock' : undefined);
    expect(toEngineResult(SESSION, 'keys', told)).toEqual({
      engine: 'webkit',
      file: 'keys',
      passed: 1,
      failed: 0,
      skips: [
        { title: 'with keys › presses', reason: null },
        { title: 'with keys › inner › waits', reason: 'no clock' },
      ],
    });
  });

  it('counts a page that was lost as a failure', () => {
    const lost = { ...SESSION, passed: false, testResults: undefined };
    expect(toEngineResult(lost, 'keys', () => undefined)).toMatchObject({ passed: 0, failed: 1, skips: [] });
  });

  it('names a skip that nobody gave a reason for', () => {
    const skips = [
      { title: 'a', reason: null },
      { title: 'b', reason: 'no keys' },
    ];
    expect(unexplainedSkips(toEngineMatrix([result('webkit', { skips })], []))).toEqual([
      'test/a.test.ts in webkit: a',
    ]);
  });

  it('lays files over engines, with what was not run and why', () => {
    const skips = [
      { title: 'a', reason: 'no keys' },
      { title: 'b', reason: 'no keys' },
    ];
    const matrix = toEngineMatrix(
      [
        result('webkit', { failed: 1 }),
        result('webkit', { passed: 1, skips }),
        result('chromium', { file: 'test/b.test.ts', failed: 1 }),
      ],
      [{ engine: 'firefox', reason: 'not found on this machine' }],
    );
    expect(toEngineTable(matrix)).toBe(`|  | chromium | webkit |
| --- | --- | --- |
| test/a.test.ts | not run | 1 passed, 2 skipped |
| test/b.test.ts | 2 passed, **1 failed** | not run |
| **all** | 2 passed, **1 failed** | 1 passed, 2 skipped |

- firefox: not found on this machine
- test/a.test.ts in webkit: no keys (2 skipped)
`);
  });
});
