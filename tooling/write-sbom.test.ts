import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishedPackages, writeSbom, type Bom } from './write-sbom.ts';

/** What may come into an adopter's page or server with a package. The last is libvips, below `sharp`, on servers alone. */
const TERMS = [
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '(MIT OR CC0-1.0)',
  '0BSD',
  'LGPL-3.0-or-later',
];
const COPYLEFT_AT = '@bonafide/verifier';

const folder = mkdtempSync(join(tmpdir(), 'bonafide-sbom-test-'));
const boms = new Map<string, Bom>();

beforeAll(() => {
  for (const path of writeSbom(folder)) {
    const bom = JSON.parse(readFileSync(path, 'utf8')) as Bom;
    boms.set(`${bom.metadata.component.group}/${bom.metadata.component.name}`, bom);
  }
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const termsOf = (name: string): string[] =>
  (boms.get(name)?.components ?? []).map(
    ({ licenses = [] }) => licenses.map(({ license, expression }) => license?.id ?? expression).join(' ') || 'none',
  );

describe('the bills of materials', () => {
  it('are one for each published package', () => {
    expect([...boms.keys()].toSorted()).toEqual(publishedPackages());
  });

  it.each(publishedPackages())('of %s names the terms of all that comes with it, and they are known ones', (name) => {
    const allowed = name === COPYLEFT_AT ? TERMS : TERMS.slice(0, -1);
    expect(termsOf(name).filter((terms) => !allowed.includes(terms))).toEqual([]);
  });

  it('name every model file with its hash', () => {
    const manifest = readFileSync(join(import.meta.dirname, '../packages/models/assets/manifest.json'), 'utf8');
    const { files } = JSON.parse(manifest) as { files: readonly { name: string; sha256: string }[] };
    const named = (boms.get('@bonafide/models')?.components ?? []).map(({ name, hashes }) => [
      name,
      hashes?.[0]?.content,
    ]);
    expect(named).toEqual(files.map(({ name, sha256 }) => [name, sha256]));
  });
});
