import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const COMMAND = fileURLToPath(new URL('../bin/bonafide-assets.js', import.meta.url));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bonafide-assets-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (...options: string[]) => spawnSync(process.execPath, [COMMAND, ...options], { encoding: 'utf8' });

describe('bonafide-assets', () => {
  it('copies the folder, leaves other files alone, and removes what an earlier version left', () => {
    writeFileSync(join(folder, 'logo.svg'), '<svg/>');
    writeFileSync(join(folder, 'vision-chunk-OLD.js'), '');
    expect(run(folder).status).toBe(0);
    const names = readdirSync(folder);
    expect(names).toEqual(expect.arrayContaining(['manifest.json', 'vision-worker.js', 'face-mesh.bin', 'logo.svg']));
    expect(names).not.toContain('vision-chunk-OLD.js');
    expect(run('--check', folder).status).toBe(0);
  });

  it('names every file that is missing or differs', () => {
    run(folder);
    rmSync(join(folder, 'face-mesh.bin'));
    appendFileSync(join(folder, 'vision-worker.js'), '\n');
    const { status, stderr } = run('--check', folder);
    expect(status).toBe(1);
    expect(stderr).toMatch(/face-mesh\.bin is missing/);
    expect(stderr).toMatch(/vision-worker\.js has \d+ bytes instead of \d+/);
  });

  it.each([[[]], [['a', 'b']], [['--force', 'a']]])('says how it is used when given %j', (options) => {
    const { status, stderr } = run(...options);
    expect(status).toBe(1);
    expect(stderr).toMatch(/npx bonafide-assets/);
  });
});
