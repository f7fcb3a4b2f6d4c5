import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAGE_SCENARIO_NAMES } from '@bonafide/testkit/gateway';
import { expect, it } from 'vitest';

const README = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8');

it('the first test of the README is one that runs, word for word, and short', () => {
  const shown = /^```ts\n(.*?)^```$/ms.exec(README)?.[1];
  expect(shown).toBe(readFileSync(join(import.meta.dirname, 'e2e', 'first-test.e2e.ts'), 'utf8'));
  expect(shown?.split('\n').filter((line) => line !== '')).toHaveLength(10);
});

it('the README has every scenario that a page can tell apart', () => {
  const named = [...README.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell = '']) => [...cell.matchAll(/`([\w-]+)`/g)]);
  const names = new Set(named.map(([, name]) => name));
  expect(PAGE_SCENARIO_NAMES.filter((name) => !names.has(name))).toEqual([]);
});
