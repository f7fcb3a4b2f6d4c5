// Prevents: a package that works in this workspace and breaks where it is installed, a public name that appears or
// vanishes by accident, and an entry that cannot be imported on a server. Run in a package's folder, on its build:
// packs it, asks publint and attw about the tarball, imports every entry from the unpacked tarball's exports in a bare
// Node process, and compares the names with the frozen list in `public-names.json`.
//
// Usage: node ../../tooling/check-package.ts [--update]
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

type Names = Readonly<Record<string, readonly string[]>>;

interface Check {
  readonly title: string;
  readonly problems: readonly string[];
}

const BIN = join(import.meta.dirname, '..', 'node_modules', '.bin');
const NAMES_FILE = 'public-names.json';

/** Imports one entry in a process that has no DOM, and says what it exports. */
function namesOf(specifier: string): { names: readonly string[] } | { problem: string } {
  // What is shipped uncompiled is compiled by its user's build; in bare Node its compiler has to be there.
  const compiler = specifier.endsWith('/angular') ? "await import('@angular/compiler');" : '';
  const script = `${compiler} const m = await import(${JSON.stringify(specifier)}); console.log(JSON.stringify(Object.keys(m).sort()))`;
  const child = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
  if (child.status !== 0)
    return {
      problem: `import('${specifier}') fails in Node: ${child.stderr.split('\n').find((line) => /Error/.test(line)) ?? child.stderr}`,
    };
  return { names: JSON.parse(child.stdout.trim().split('\n').at(-1) ?? '[]') as string[] };
}

function checkNames(manifest: { name: string; exports: Record<string, unknown> }, update: boolean): Check[] {
  const now: Record<string, readonly string[]> = {};
  const importProblems: string[] = [];
  for (const [entry, target] of Object.entries(manifest.exports)) {
    if (entry.includes('*') || typeof target === 'string') continue;
    const found = namesOf(manifest.name + entry.slice(1));
    if ('problem' in found) importProblems.push(found.problem);
    else now[entry] = found.names;
  }
  if (update) writeFileSync(NAMES_FILE, `${JSON.stringify(now, null, 2)}\n`);
  const frozen: Names = existsSync(NAMES_FILE) ? (JSON.parse(readFileSync(NAMES_FILE, 'utf8')) as Names) : {};
  const drift: string[] = [];
  for (const entry of new Set([...Object.keys(frozen), ...Object.keys(now)])) {
    const before = new Set(frozen[entry] ?? []);
    const after = new Set(now[entry] ?? []);
    for (const name of before) if (!after.has(name)) drift.push(`${entry}: '${name}' is gone`);
    for (const name of after)
      if (!before.has(name)) drift.push(`${entry}: '${name}' is new (freeze it on purpose: --update)`);
  }
  return [
    { title: 'every entry imports in Node without a DOM', problems: importProblems },
    { title: 'public names are the frozen ones', problems: drift },
  ];
}

async function checkTarball(): Promise<Check[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bonafide-pack-'));
  try {
    const packed = execFileSync('pnpm', ['pack', '--pack-destination', folder], { encoding: 'utf8' });
    const tarball =
      packed
        .trim()
        .split('\n')
        .find((line) => line.endsWith('.tgz')) ?? '';
    const path = tarball.startsWith('/') ? tarball : join(folder, basename(tarball));
    const { messages, pkg } = await publint({
      // A copy: the buffer of a small file is a piece of a larger pool.
      pack: { tarball: new Uint8Array(readFileSync(path)).buffer },
      strict: true,
    });
    const lint = messages.map((message) => formatMessage(message, pkg) ?? message.code);
    const attw = spawnSync(
      join(BIN, 'attw'),
      [
        path,
        '--profile',
        'esm-only',
        '--no-emoji',
        '--no-color',
        '--exclude-entrypoints',
        './custom-elements.json',
        './manifest.json',
        './package.json',
      ],
      { encoding: 'utf8' },
    );
    return [
      { title: 'publint finds nothing', problems: lint },
      { title: 'are the types wrong? no', problems: attw.status === 0 ? [] : [attw.stdout + attw.stderr] },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { name: string; exports: Record<string, unknown> };
const checks = [...checkNames(manifest, process.argv.includes('--update')), ...(await checkTarball())];
for (const { title, problems } of checks) {
  console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${manifest.name}: ${title}`);
  for (const problem of problems) console.log(`     ${problem}`);
}
const failed = checks.filter(({ problems }) => problems.length > 0).length;
const results = process.env['TEST_RESULTS_DIR'];
if (results) {
  writeFileSync(
    join(results, `${basename(process.cwd())}-package.json`),
    JSON.stringify({ passed: checks.length - failed, failed, skipped: 0 }),
  );
}
if (failed > 0) process.exitCode = 1;
