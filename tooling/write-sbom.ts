// Prevents: an adopter who has to find out by hand what comes into their page with a package, and a model file that no bill
// of materials names. Writes a CycloneDX 1.6 file for each published package: its production dependencies as the lockfile
// has them, and in that of the models each file with its hash, its licence and where it comes from.
//
// Usage: node write-sbom.ts <folder>
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const MODELS = '@bonafide/models';

interface License {
  readonly license?: { readonly id: string };
  readonly expression?: string;
}

export interface Component {
  readonly type: string;
  readonly name: string;
  readonly version?: string;
  readonly group?: string;
  readonly licenses?: readonly License[];
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly description?: string;
}

export interface Bom {
  readonly metadata: { readonly component: Component };
  readonly components?: readonly Component[];
}

interface ModelFile {
  readonly name: string;
  readonly sha256: string;
  readonly licence: string;
  readonly source: string;
}

/** Names of the packages that are published. */
export function publishedPackages(): readonly string[] {
  return globSync('packages/*/package.json', { cwd: ROOT })
    .map((path) => JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as { name: string; private?: boolean })
    .filter((manifest) => manifest.private !== true)
    .map(({ name }) => name)
    .toSorted();
}

function modelComponents(version: string): readonly Component[] {
  const text = readFileSync(join(ROOT, 'packages/models/assets/manifest.json'), 'utf8');
  const { files } = JSON.parse(text) as { readonly files: readonly ModelFile[] };
  return files.map(({ name, sha256, licence, source }) => ({
    type: 'machine-learning-model',
    name,
    version,
    description: source,
    licenses: [{ license: { id: licence } }],
    hashes: [{ alg: 'SHA-256', content: sha256 }],
  }));
}

const nameOf = ({ group, name }: Component): string => (group === undefined ? name : `${group}/${name}`);

/** Writes `<package>.cdx.json` for each published package, and gives the paths. Needs pnpm on the path and an install. */
export function writeSbom(folder: string): readonly string[] {
  const scratch = mkdtempSync(join(tmpdir(), 'bonafide-sbom-'));
  try {
    const names = publishedPackages();
    const format = ['--sbom-format', 'cyclonedx', '--sbom-spec-version', '1.6', '--split', '--prod'];
    const filters = names.flatMap((name) => ['--filter', name]);
    const { status, stderr, error } = spawnSync(
      'pnpm',
      ['sbom', ...format, ...filters, '--out', join(scratch, '%s.cdx.json')],
      { cwd: ROOT, encoding: 'utf8' },
    );
    if (error !== undefined || status !== 0) throw new Error(`pnpm sbom: ${error?.message ?? stderr}`);
    mkdirSync(folder, { recursive: true });
    return readdirSync(scratch)
      .toSorted()
      .map((file) => {
        const bom = JSON.parse(readFileSync(join(scratch, file), 'utf8')) as Bom;
        const { component } = bom.metadata;
        const own = nameOf(component) === MODELS ? modelComponents(component.version ?? '') : [];
        const path = join(folder, basename(file));
        const components = [...(bom.components ?? []), ...own];
        writeFileSync(path, `${JSON.stringify({ ...bom, components }, null, 2)}\n`);
        return path;
      });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) throw new Error('usage: node write-sbom.ts <folder>');
  for (const path of writeSbom(resolve(folder))) console.log(path);
}
