import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findTool } from '../scripts/ensure-tools.mjs';
import { checkContractChange, declaredBump, mayBreak } from './check-contract-change.ts';

/** A specification whose one answer has these properties. */
const spec = (...properties: string[]): string => `openapi: 3.1.0
info: { title: Tiny, version: 1.0.0 }
paths:
  /thing:
    get:
      operationId: getThing
      responses:
        '200':
          description: A thing.
          content:
            application/json:
              schema:
                type: object
                required: [${properties.join(', ')}]
                properties:
${properties.map((name) => `                  ${name}: { type: string }`).join('\n')}
`;

const hasGit = findTool('git') !== undefined;
if (!hasGit) console.log('git was not found: the guard is not tried on repositories.');

let root: string;
const write = (path: string, text: string): void => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};
const git = (...args: string[]): void => {
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...identity, ...args], { cwd: root, stdio: 'ignore' });
};
const changeset = (bump: string, name = '@bonafide/contracts'): void => {
  write('.changeset/some-change.md', `---\n'${name}': ${bump}\n---\n\nWords.\n`);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bonafide-guard-'));
  write('packages/contracts/package.json', JSON.stringify({ version: '1.4.0' }));
  write('specs/tiny.yaml', spec('name', 'size'));
  if (!hasGit) return;
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'first');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe.skipIf(!hasGit)('checkContractChange', () => {
  it('passes and says why when nothing has been released', () => {
    const { passes, lines } = checkContractChange(root);
    expect(passes).toBe(true);
    expect(lines.join()).toMatch(/nothing to compare with/);
  });

  it('passes when nothing changed, and when a property was added', () => {
    git('tag', '@bonafide/contracts@1.4.0');
    expect(checkContractChange(root).passes).toBe(true);
    write('specs/tiny.yaml', spec('name', 'size', 'colour'));
    expect(checkContractChange(root).passes).toBe(true);
  });

  it('fails when a property is gone, and names it', () => {
    git('tag', '@bonafide/contracts@1.4.0');
    write('specs/tiny.yaml', spec('name'));
    const { passes, lines } = checkContractChange(root);
    expect(passes).toBe(false);
    expect(lines.join('\n')).toContain('size');
    expect(lines.at(-1)).toMatch(/major changeset/);
  });

  it('fails when a specification is gone', () => {
    git('tag', '@bonafide/contracts@1.4.0');
    rmSync(join(root, 'specs/tiny.yaml'));
    expect(checkContractChange(root).passes).toBe(false);
  });

  it('lets a removed property pass with a major changeset, and not with a smaller one or another package', () => {
    git('tag', '@bonafide/contracts@1.4.0');
    write('specs/tiny.yaml', spec('name'));
    changeset('minor');
    expect(checkContractChange(root).passes).toBe(false);
    changeset('major', '@bonafide/elements');
    expect(checkContractChange(root).passes).toBe(false);
    changeset('major');
    expect(checkContractChange(root).passes).toBe(true);
  });

  it('takes a minor changeset while the version is 0.x', () => {
    git('tag', '@bonafide/contracts@0.4.0');
    write('packages/contracts/package.json', JSON.stringify({ version: '0.4.0' }));
    write('specs/tiny.yaml', spec('name'));
    changeset('patch');
    expect(checkContractChange(root).passes).toBe(false);
    changeset('minor');
    expect(checkContractChange(root).passes).toBe(true);
  });

  it('compares with origin/main when there is no tag', () => {
    git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    write('specs/tiny.yaml', spec('name'));
    expect(checkContractChange(root).passes).toBe(false);
  });
});

describe('declaredBump', () => {
  it('takes the greatest, in any quoting', () => {
    write('.changeset/a.md', '---\n"@bonafide/contracts": patch\n---\n');
    write('.changeset/b.md', "---\n'@bonafide/elements': major\n'@bonafide/contracts': minor\n---\n");
    expect(declaredBump(join(root, '.changeset'))).toBe('minor');
    expect(declaredBump(join(root, '.changeset'), '@bonafide/wire')).toBeUndefined();
  });
});

describe('mayBreak', () => {
  it.each([
    ['1.0.0', 'major', true],
    ['1.0.0', 'minor', false],
    ['0.3.0', 'minor', true],
    ['0.3.0', 'patch', false],
    ['0.3.0', undefined, false],
  ] as const)('%s with %s: %s', (version, bump, expected) => {
    expect(mayBreak(version, bump)).toBe(expected);
  });
});
