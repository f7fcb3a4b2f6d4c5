import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EdgeVM } from '@edge-runtime/vm';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findTool } from '../../../scripts/ensure-tools.mjs';

const CHECKS = 15;
const TOOLING = createRequire(join(import.meta.dirname, '..', '..', '..', 'tooling', 'package.json'));

/** Path of another Node, from the optional dependencies of `tooling`; undefined, with a reason, where there is none. */
function findNode(major: 22 | 26): string | undefined {
  const name = `node${major}-${process.platform}-${process.arch}`;
  try {
    const path = join(TOOLING.resolve(`${name}/package.json`), '..', 'bin', 'node');
    if (!existsSync(path)) throw new Error(`${path} is missing`);
    // A machine without it prints the loader's complaint instead of a version.
    if (major === 26 && process.platform === 'linux' && !findTool('libatomic')) {
      console.warn('skipped: Node 26 needs libatomic1, which this machine lacks');
      return undefined;
    }
    return path;
  } catch (error) {
    console.warn(`skipped: no Node ${major} for ${process.platform} ${process.arch} (${String(error)})`);
    return undefined;
  }
}

const RUNTIMES = [
  ['Node 22', findNode(22), /^v22\./],
  ['Node 24', Number(process.versions.node.split('.')[0]) === 24 ? process.execPath : undefined, /^v24\./],
  ['Node 26', findNode(26), /^v26\./],
] as const;

describe('the core runs on Web APIs alone', () => {
  let folder = '';
  let code = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'bonafide-runtimes-'));
    const result = await build({
      entryPoints: [join(import.meta.dirname, 'runtime-suite.ts')],
      bundle: true,
      write: false,
      // No platform: an import of a `node:` module is an error here.
      platform: 'neutral',
      mainFields: ['module', 'main'],
      format: 'iife',
      globalName: 'suite',
      target: 'es2023',
    });
    code = result.outputFiles[0]?.text ?? '';
    writeFileSync(
      join(folder, 'suite.mjs'),
      `${code}\nconsole.log(process.version, (await suite.runSuite()).length);\n`,
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('no node: module is in the bundle', () => {
    expect(code).toContain('runSuite');
    expect(code).not.toMatch(/\brequire\(|["']node:/);
  });

  for (const [name, path, version] of RUNTIMES) {
    it.skipIf(path === undefined)(name, () => {
      const { stdout, stderr, status } = spawnSync(path ?? '', [join(folder, 'suite.mjs')], { encoding: 'utf8' });
      expect(status, stderr).toBe(0);
      expect(stdout).toMatch(version);
      expect(stdout.trim()).toMatch(new RegExp(` ${CHECKS}$`));
    });
  }

  it('a worker-like runtime without node: modules', async () => {
    const vm = new EdgeVM();
    expect(vm.evaluate('typeof process + typeof require + typeof Buffer')).toBe('undefinedundefinedundefined');
    vm.evaluate(code.replace('var suite', 'globalThis.suite'));
    const names = await (vm.evaluate('suite.runSuite()') as Promise<readonly string[]>);
    expect(names).toHaveLength(CHECKS);
  });
});
