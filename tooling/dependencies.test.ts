// Prevents: a dependency that nobody has given a reason for, and a reason for one that is gone.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const GROUPS = ['dependencies', 'peerDependencies', 'optionalDependencies', 'devDependencies'];
const MANIFESTS = globSync(['package.json', 'tooling/package.json', '{packages,apps,apps/frameworks}/*/package.json'], {
  cwd: ROOT,
});

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Name and version range of each dependency that is not of this workspace. */
function declaredIn(path: string): [name: string, range: string][] {
  const manifest = JSON.parse(read(path)) as Record<string, Record<string, string> | undefined>;
  return GROUPS.flatMap((group) => Object.entries(manifest[group] ?? {})).filter(
    ([name]) => !name.startsWith('@bonafide/'),
  );
}

/** Names in the column before the reasons, which is the last but one of every table. */
function namesInPage(): string[] {
  return read('DEPENDENCIES.md')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').at(-3) ?? '')
    .flatMap((cell) => cell.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== 'dependency' && name !== 'none');
}

describe('DEPENDENCIES.md', () => {
  it.each(MANIFESTS)('gives a reason for each dependency of %s', (path) => {
    const names = declaredIn(path).map(([name]) => name);
    expect(names.filter((name) => !namesInPage().includes(name))).toEqual([]);
  });

  it('gives no reason for what nothing depends on', () => {
    const declared = new Set(MANIFESTS.flatMap(declaredIn).map(([name]) => name));
    expect(namesInPage().filter((name) => !declared.has(name))).toEqual([]);
  });
});

/** A peer is its user's: which version is theirs to say, from one on. */
const OPTIONAL_PEERS: ReadonlySet<string> = new Set([
  '@playwright/test >=1.65.0',
  '@angular/core >=22.0.0',
  'preact >=11.0.0',
  'react >=19.0.0',
  'solid-js >=1.9.0',
  'svelte >=5.0.0',
  'vue >=3.5.0',
]);

describe('versions', () => {
  it.each(MANIFESTS)('are exact in %s', (path) => {
    const open = declaredIn(path).filter(([, range]) => !/^(?:catalog:|(?:npm:\S+@)?\d+\.\d+\.\d+$)/.test(range));
    expect(open.filter((entry) => !OPTIONAL_PEERS.has(entry.join(' ')))).toEqual([]);
  });

  it('are exact in the catalog', () => {
    const catalog = /\ncatalog:\n((?: {2}.*\n)+)/.exec(read('pnpm-workspace.yaml'))?.[1] ?? '';
    const ranges = [...catalog.matchAll(/: (\S+)$/gm)].map(([, range]) => range ?? '');
    expect(ranges.length).toBeGreaterThan(5);
    expect(ranges.filter((range) => !/^\d+\.\d+\.\d+$/.test(range))).toEqual([]);
  });
});
