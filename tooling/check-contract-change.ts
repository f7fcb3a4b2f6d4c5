// Prevents: a breaking change of a gateway's contract that reaches users as a small release. Compares `specs/*.yaml` with
// what was last released (the newest tag of @bonafide/contracts, or else where this branch left origin/main) by
// `redocly diff`, and fails on a breaking change unless a changeset declares @bonafide/contracts major, or minor while
// its version is 0.x.
//
// Usage: node tooling/check-contract-change.ts
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const PACKAGE = '@bonafide/contracts';
const ROOT = join(import.meta.dirname, '..');
const REDOCLY = join(ROOT, 'packages', 'contracts', 'node_modules', '@redocly', 'cli', 'bin', 'cli.js');

type Bump = 'major' | 'minor' | 'patch';

interface DiffReport {
  readonly changes: readonly {
    readonly verdicts: readonly { readonly impact: string; readonly message: string }[];
    readonly path: string;
  }[];
}

/** The greatest bump of `packageName` that the changesets of a folder declare, or undefined. */
export function declaredBump(changesetFolder: string, packageName: string = PACKAGE): Bump | undefined {
  const declared = new Set<string>();
  for (const file of globSync('*.md', { cwd: changesetFolder })) {
    const front = /^---\r?\n([\s\S]*?)\r?\n---/.exec(readFileSync(join(changesetFolder, file), 'utf8'))?.[1] ?? '';
    for (const [, name, bump] of front.matchAll(/^\s*['"]?([^'":\s]+)['"]?\s*:\s*['"]?(major|minor|patch)\b/gm)) {
      if (name === packageName && bump !== undefined) declared.add(bump);
    }
  }
  return (['major', 'minor', 'patch'] as const).find((bump) => declared.has(bump));
}

/** Whether a release of this size may break its users: major always, minor while the version is 0.x. */
export function mayBreak(version: string, bump: Bump | undefined): boolean {
  return bump === 'major' || (bump === 'minor' && version.startsWith('0.'));
}

/** What breaks between two folders of specifications; a file that is gone breaks everything in it. */
function breakingChanges(before: string, after: string): string[] {
  const found: string[] = [];
  for (const file of globSync('*.yaml', { cwd: before }).sort()) {
    if (!existsSync(join(after, file))) {
      found.push(`${file}: the file is gone`);
      continue;
    }
    const child = spawnSync(
      process.execPath,
      [REDOCLY, 'diff', join(before, file), join(after, file), '--format', 'json', '--fail-on', 'none'],
      {
        encoding: 'utf8',
        env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    if (child.status !== 0) throw new Error(`redocly diff could not compare ${file}: ${child.stderr}`);
    const report = JSON.parse(child.stdout) as DiffReport;
    for (const { verdicts, path } of report.changes) {
      for (const { impact, message } of verdicts) {
        if (impact === 'major') found.push(`${file}: ${message} (${path})`);
      }
    }
  }
  return found;
}

const git = (root: string, ...args: string[]): string | undefined => {
  const child = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  return child.status === 0 ? child.stdout.trim() : undefined;
};

/** The commit to compare with, and why that one; undefined when there is none. */
function baseline(root: string): { readonly commit: string; readonly why: string } | undefined {
  const tag = git(root, 'describe', '--tags', '--abbrev=0', '--match', `${PACKAGE}@*`);
  if (tag !== undefined) return { commit: tag, why: `the last release, ${tag}` };
  const commit = git(root, 'merge-base', 'HEAD', 'origin/main');
  return commit === undefined ? undefined : { commit, why: 'where this branch left origin/main' };
}

/** Writes `specs/*.yaml` of a commit into a folder, and says how many there were. */
function writeSpecsOf(root: string, commit: string, folder: string): number {
  const names = (git(root, 'ls-tree', '--name-only', commit, 'specs/') ?? '')
    .split('\n')
    .filter((name) => name.endsWith('.yaml'));
  mkdirSync(folder, { recursive: true });
  for (const name of names) {
    writeFileSync(
      join(folder, basename(name)),
      execFileSync('git', ['show', `${commit}:${name}`], { cwd: root, maxBuffer: 64 * 1024 * 1024 }),
    );
  }
  return names.length;
}

/** The answer for one checkout: what to print, and whether it may go on. */
export function checkContractChange(root: string): { readonly passes: boolean; readonly lines: readonly string[] } {
  const base = baseline(root);
  if (base === undefined) {
    return {
      passes: true,
      lines: ['contracts: no release tag and no origin/main, so there is nothing to compare with'],
    };
  }
  const before = mkdtempSync(join(tmpdir(), 'bonafide-specs-'));
  try {
    if (writeSpecsOf(root, base.commit, before) === 0) {
      return { passes: true, lines: [`contracts: ${base.why} holds no specification, so nothing can break`] };
    }
    const breaking = breakingChanges(before, join(root, 'specs'));
    if (breaking.length === 0) return { passes: true, lines: [`contracts: nothing breaks since ${base.why}`] };
    const manifest = join(root, 'packages', 'contracts', 'package.json');
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
    const bump = declaredBump(join(root, '.changeset'));
    const passes = mayBreak(version, bump);
    return {
      passes,
      lines: [
        ...breaking,
        passes
          ? `contracts: breaks since ${base.why}, as a ${bump} changeset declares`
          : `contracts: breaks since ${base.why}; declare it with a ${version.startsWith('0.') ? 'minor' : 'major'} changeset of ${PACKAGE} (npx changeset)`,
      ],
    };
  } finally {
    rmSync(before, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const { passes, lines } = checkContractChange(ROOT);
  for (const line of lines) (passes ? console.log : console.error)(line);
  if (!passes) process.exitCode = 1;
}
