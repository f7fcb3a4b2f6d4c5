// Prevents: an import that points back. The house has one direction,
// contracts ← wire ← { partner-server, browser-core } ← elements ← apps, and the server client and the browser core
// never meet. Also prevents imports of what a package does not declare and of `node:` modules where only Web APIs exist,
// and a document, clock, timer, network or chance in the rooms that decide: there, everything is an argument.
//
// Usage: node tooling/check-boundaries.ts
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

export interface Room {
  /** Rooms of this workspace that its product code may import. */
  readonly may: readonly string[];
  /** Rooms that its tests may import besides. */
  readonly testsMay?: readonly string[];
  /** Whether product code may use `node:` modules. */
  readonly node: boolean;
}

/** Folder of each room → what it may import. */
const ROOMS: Readonly<Record<string, Room>> = {
  'packages/contracts': { may: [], node: false },
  'packages/wire': { may: [], node: false },
  'packages/models': { may: [], node: true },
  'packages/partner-server': { may: ['contracts', 'wire'], testsMay: ['tooling'], node: false },
  'packages/browser-core': { may: ['contracts', 'wire', 'models'], testsMay: ['testkit', 'tooling'], node: false },
  'packages/verifier': { may: ['contracts', 'models', 'browser-core'], testsMay: ['testkit', 'tooling'], node: true },
  'packages/testkit': { may: ['contracts'], testsMay: ['tooling'], node: false },
  'packages/elements': { may: ['contracts', 'browser-core'], testsMay: ['testkit', 'tooling'], node: false },
  'apps/sandbox': {
    may: ['contracts', 'verifier'],
    testsMay: ['browser-core', 'partner-server', 'testkit', 'tooling'],
    node: true,
  },
  'apps/demo': {
    may: ['contracts', 'partner-server', 'browser-core', 'elements', 'sandbox', 'testkit'],
    testsMay: ['tooling'],
    node: true,
  },
  'apps/docs': {
    may: ['contracts', 'browser-core', 'elements', 'testkit'],
    testsMay: ['tooling'],
    node: true,
  },
  ...Object.fromEntries(
    ['angular', 'html', 'next', 'react', 'solid', 'svelte', 'vue'].map((name) => [
      `apps/frameworks/${name}`,
      { may: ['elements'], node: false },
    ]),
  ),
  'apps/frameworks/e2e': { may: [], testsMay: ['demo', 'testkit', 'tooling'], node: true },
  'apps/hosted': {
    may: ['contracts', 'browser-core', 'elements'],
    testsMay: ['sandbox', 'partner-server', 'testkit', 'tooling'],
    node: false,
  },
};

/** Shipped as a bundle alone (`build-assets.ts`), so what it imports is inside and need not be installed by a user. */
const BUNDLED = /^packages\/browser-core\/src\/(?:face\/(?:face-landmarks-detection|worker)|document\/worker)\//;

/** What is for Node alone in a package that is else of Web APIs only: the adapter for its server, and what Playwright's runner loads. */
const NODE_ALLOWED = /^packages\/(?:partner-server\/src\/adapters\/node\.ts$|testkit\/src\/playwright\/)/;

const IMPORT =
  /(?:^|[^.\w])(?:import|export)\s*(?:[\w*{][^'"`;]*?\bfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;

/** Product files that decide and must not reach outside: the same arguments give the same answer, in Node as on a page. */
const PURE = [
  /^packages\/contracts\/src\//,
  /^packages\/browser-core\/src\/(?:quality|liveness|face\/measure|session\/(?:\w+\/)?machine)\//,
  /^packages\/browser-core\/src\/session\/engine\/(?:turn|engine-state)\.ts$/,
  /^packages\/elements\/src\/.*-presenter\.ts$/,
  /^apps\/sandbox\/src\/(?:onekyc\/decide|assure\/(?:missing-for-start|to-process))\.ts$/,
  /^packages\/verifier\/src\/(?:conclude-process|(?:face|document)\/(?:judge|conclude)-[a-z-]+)\.ts$/,
];

// A slash or a hyphen before: part of a file's name (`expected-document.ts`).
const IMPURE =
  /(?<![.\w$'"`/-])(?:(?:document|window|navigator|performance|localStorage|sessionStorage|indexedDB|crypto)\.\w+|Date\.now\(|new Date\(\)|Math\.random\(|(?:globalThis\.)?(?:fetch|setTimeout|setInterval|requestAnimationFrame|queueMicrotask)\()/g;

/** The text without its comments; a line comment must have the line, or a space before it. */
function codeOf(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(?:^|\s)\/\/.*$/gm, '');
}

/** Every module specifier in a source text; comments are not code. */
export function specifiersOf(source: string): string[] {
  return [...codeOf(source).matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? '');
}

/** What a file of a pure room reaches for outside its arguments; empty for every other file. */
export function effectsIn(file: string, source: string): string[] {
  const isProduct = !file.endsWith('.test.ts') && !file.includes('/testing/');
  if (!isProduct || !PURE.some((room) => room.test(file))) return [];
  return [...codeOf(source).matchAll(IMPURE)].map(([found]) => found);
}

/** Why `file` (path from the root, with slashes) may not import `specifier`, or undefined. */
export function objection(
  file: string,
  specifier: string,
  declared: ReadonlySet<string>,
  isDevelopmentOnly: (name: string) => boolean,
): string | undefined {
  const folder = Object.keys(ROOMS).find((name) => file.startsWith(`${name}/`));
  if (folder === undefined) return undefined;
  const room = ROOMS[folder];
  if (room === undefined) return undefined;
  const isProduct = file.startsWith(`${folder}/src/`) && !file.endsWith('.test.ts') && !file.includes('/testing/');
  if (specifier.startsWith('.')) {
    const target = relative('/', resolve('/', dirname(file), specifier))
      .split(sep)
      .join('/');
    if (isProduct && !target.startsWith(`${folder}/src/`)) return 'leaves the package by a relative path';
    return undefined;
  }
  // An import map of the package itself, or an address inside a page that a test serves.
  if (specifier.startsWith('#') || specifier.startsWith('/')) return undefined;
  if (specifier.startsWith('node:')) {
    return isProduct && !room.node && !NODE_ALLOWED.test(file)
      ? 'uses a node: module where only Web APIs exist'
      : undefined;
  }
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  if (name.startsWith('@bonafide/')) {
    const target = name.slice('@bonafide/'.length);
    if (target === folder.split('/')[1]) return undefined;
    const allowed = isProduct ? room.may : [...room.may, ...(room.testsMay ?? [])];
    if (!allowed.includes(target)) return `${folder} may not import ${name}`;
  }
  if (!declared.has(name)) return `${name} is not declared in ${folder}/package.json`;
  if (isProduct && isDevelopmentOnly(name) && !name.endsWith('/wire') && !BUNDLED.test(file)) {
    return `${name} is only a development dependency of ${folder}`;
  }
  return undefined;
}

function main(): void {
  const root = join(import.meta.dirname, '..');
  const objections: string[] = [];
  let count = 0;
  for (const folder of Object.keys(ROOMS)) {
    const manifestPath = join(root, folder, 'package.json');
    if (!existsSync(manifestPath)) continue;
    const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as Record<
      string,
      Record<string, string> | undefined
    >;
    const product = new Set(
      [manifest['dependencies'], manifest['peerDependencies'], manifest['optionalDependencies']].flatMap((group) =>
        Object.keys(group ?? {}),
      ),
    );
    const declared = new Set([...product, ...Object.keys(manifest['devDependencies'] ?? {})]);
    for (const file of globSync('{src,app,test}/**/*.{ts,tsx}', { cwd: join(root, folder) })) {
      const path = `${folder}/${file.split(sep).join('/')}`;
      if (path.includes('/generated/') || path.endsWith('.d.ts')) continue;
      count += 1;
      const source = readFileSync(join(root, path), 'utf8');
      for (const effect of effectsIn(path, source)) objections.push(`${path}: '${effect}' in a room that only decides`);
      for (const specifier of specifiersOf(source)) {
        const why = objection(path, specifier, declared, (name) => !product.has(name));
        if (why !== undefined) objections.push(`${path}: '${specifier}' ${why}`);
      }
    }
  }
  for (const line of objections) console.error(line);
  console.log(`${count} files, ${objections.length} out of bounds`);
  if (objections.length > 0 || count === 0) process.exitCode = 1;
}

if (import.meta.main) main();
