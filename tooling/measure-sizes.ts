// What a visitor downloads: the minified, gzipped bytes of entries, with everything that they import at once.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

export const ROOT = join(import.meta.dirname, '..');

/** Packages whose code runs in a page; each entry is measured as an application's bundler would make it. */
const PAGE_PACKAGES = ['contracts', 'browser-core', 'elements'] as const;
const ASSETS = join(ROOT, 'packages/browser-core/dist/assets');

interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, string | { readonly default: string }>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** Bytes after gzip −9. */
export type Sizes = Readonly<Record<string, number>>;

export const gzipped = (bytes: Uint8Array): number => gzipSync(bytes, { level: 9 }).length;

/**
 * Bytes of a module and of all that it imports statically; what it imports later is in files of its own and not counted.
 *
 * @param entry Specifier that resolves from `folder`, or a file's path.
 * @param isAlone Leaves out what it depends on.
 * @param given What a page has anyway, such as its framework.
 */
export async function sizeOf(
  entry: string,
  folder: string,
  isAlone = false,
  given: readonly string[] = [],
): Promise<number> {
  const { outputFiles, metafile } = await build({
    entryPoints: [{ in: entry, out: 'entry' }],
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    platform: 'browser',
    target: 'es2022',
    outdir: 'out',
    write: false,
    metafile: true,
    absWorkingDir: folder,
    logLevel: 'error',
    loader: { '.css': 'empty', '.wasm': 'empty', '.svg': 'dataurl', '.png': 'dataurl' },
    external: [...given],
    ...(isAlone ? { packages: 'external' } : {}),
  });
  const files = new Map(outputFiles.map(({ path, contents }) => [path, contents]));
  const counted = new Set<string>();
  const count = (path: string): void => {
    if (counted.has(path)) return;
    counted.add(path);
    for (const { path: next, kind } of metafile.outputs[path]?.imports ?? [])
      if (kind === 'import-statement') count(next);
  };
  count('out/entry.js');
  return [...counted].reduce((sum, path) => {
    const bytes = files.get(join(folder, path));
    // What was left out is imported too, and lies in no file.
    if (bytes === undefined && metafile.outputs[path] !== undefined) throw new Error(`${path} was not written`);
    return sum + (bytes === undefined ? 0 : gzipped(bytes));
  }, 0);
}

/** Every entry of the packages that run in a page. */
export async function measureEntries(): Promise<Sizes> {
  const sizes: Record<string, number> = {};
  for (const name of PAGE_PACKAGES) {
    const folder = join(ROOT, 'packages', name);
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
    for (const [entry, target] of Object.entries(manifest.exports)) {
      if (typeof target === 'string' || entry.includes('*')) continue;
      const peers = Object.keys(manifest.peerDependencies ?? {});
      sizes[manifest.name + entry.slice(1)] = await sizeOf(manifest.name + entry.slice(1), folder, false, peers);
    }
  }
  return sizes;
}

/** Every file that a page fetches while it works, by its name without the part that is made of its contents. */
export function measureAssets(): Sizes {
  const sizes: Record<string, number> = {};
  for (const file of readdirSync(ASSETS).toSorted()) {
    const name = file.startsWith('vision-chunk-') ? 'vision-chunks' : file.replace(/-[0-9A-Z]{8}(?=\.js$)/, '');
    sizes[name] = (sizes[name] ?? 0) + gzipped(readFileSync(join(ASSETS, file)));
  }
  return sizes;
}

/** What a first visit downloads: an entry, and the assets that its work takes in a browser with WebAssembly SIMD. */
const VISION = ['manifest.json', 'vision-worker.js', 'vision-chunks', 'vision-wasm-backend.js'] as const;
const WASM = ['tfjs-backend-wasm-simd.wasm'] as const;
const FACE = ['face-detector', 'face-mesh', 'presentation-attack'].flatMap((name) => [`${name}.json`, `${name}.bin`]);
const READER = ['document-reader-mrz', 'document-reader-text'].flatMap((name) => [`${name}.json`, `${name}.bin`]);
const DOCUMENT = ['document-worker.js', 'vision-reader.js', 'zxing-reader.wasm', ...READER] as const;

export const FIRST_VISITS = {
  'a selfie': { entry: '@bonafide/elements/define/selfie-liveness', assets: [...VISION, ...WASM, ...FACE] },
  'a document and a selfie': {
    entry: '@bonafide/elements/define/id-verification',
    assets: [...VISION, ...WASM, ...FACE, ...DOCUMENT],
  },
} as const;

export function measureFirstVisits(entries: Sizes, assets: Sizes): Sizes {
  return Object.fromEntries(
    Object.entries(FIRST_VISITS).map(([title, { entry, assets: names }]) => {
      const parts = [entries[entry], ...names.map((name) => assets[name])];
      if (parts.includes(undefined))
        throw new Error(`${title} names what is not built: ${[entry, ...names].join(', ')}`);
      return [title, parts.reduce<number>((sum, part) => sum + (part ?? 0), 0)];
    }),
  );
}
