// Prevents: a workflow that runs whatever somebody else's tag points at today, or that may do more than it needs to.
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const WORKFLOWS = globSync('.github/workflows/*.yml', { cwd: ROOT });
const linesOf = (path: string): string[] => readFileSync(join(ROOT, path), 'utf8').split('\n');

describe.each(WORKFLOWS)('%s', (path) => {
  it('names each action by a commit and says which release that is', () => {
    const uses = linesOf(path).filter((line) => /\buses:/.test(line));
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((line) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  it('may read, and may write where a job says what for', () => {
    const lines = linesOf(path);
    expect(lines.slice(lines.indexOf('permissions:')).slice(0, 2)).toEqual(['permissions:', '  contents: read']);
    const writes = lines.filter((line) => /^\s+[\w-]+: write\b/.test(line)).map((line) => line.trim().split(':')[0]);
    expect(writes).toEqual(basename(path) === 'release.yml' ? ['contents', 'id-token'] : []);
  });

  it('has a deadline', () => {
    expect(linesOf(path).some((line) => /timeout-minutes: \d+/.test(line))).toBe(true);
  });
});

it('keeps what a check wrote, also where it failed: results, and screens with what axe says of them', () => {
  const text = readFileSync(join(ROOT, '.github/workflows/check.yml'), 'utf8');
  const kept = [...text.matchAll(/- uses: actions\/upload-artifact@.*\n((?:\s{8,}.*\n)+)/g)].map(
    ([, options = '']) => options,
  );
  expect(kept.map((options) => [/path: (\S+)/.exec(options)?.[1], /if: always\(\)/.test(options)])).toEqual([
    ['.results/', true],
    ['.cache/screens/', true],
  ]);
  // What is uploaded is where the commands write.
  const commands = readFileSync(join(ROOT, 'scripts/run.mjs'), 'utf8');
  expect(commands).toContain("join(root, '.results')");
  expect(commands).toContain("'.cache/screens'");
});
