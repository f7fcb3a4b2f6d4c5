#!/usr/bin/env node
// Copies the files that a page loads lazily (workers, wasm, weights) into a folder of the application, checks every
// one against the manifest, and removes what an earlier version left there.
//
// Usage: bonafide-assets <folder>          copy, then check
//        bonafide-assets --check <folder>  only check, for continuous integration
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('../dist/assets/', import.meta.url));
/** What earlier versions may have left: only names of ours are ever removed. */
const OWN = /^((?:vision|document)-[\w-]+\.js|tfjs-backend-wasm[\w-]*\.wasm)$/;

function fail(message) {
  console.error(`bonafide-assets: ${message}`);
  process.exit(1);
}

function problemsOf(folder, files) {
  return files.flatMap(({ name, bytes, sha256 }) => {
    const path = join(folder, name);
    if (!existsSync(path)) return [`${name} is missing`];
    const content = readFileSync(path);
    if (content.length !== bytes) return [`${name} has ${content.length} bytes instead of ${bytes}`];
    return createHash('sha256').update(content).digest('hex') === sha256 ? [] : [`${name} has other bytes`];
  });
}

const options = process.argv.slice(2).filter((argument) => argument.startsWith('-'));
const folders = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const isCheck = options.includes('--check');
if (folders.length !== 1 || options.some((option) => option !== '--check')) {
  fail('name one folder that your application serves, for example:\n  npx bonafide-assets public/bonafide');
}
if (!existsSync(join(SOURCE, 'manifest.json'))) fail(`this package is not built: there is no ${SOURCE}manifest.json`);

const target = resolve(folders[0]);
if (target === resolve(SOURCE)) fail('the folder is the package itself');
const { files, version } = JSON.parse(readFileSync(join(SOURCE, 'manifest.json'), 'utf8'));
const names = [...files.map(({ name }) => name), 'manifest.json'];

if (!isCheck) {
  try {
    mkdirSync(target, { recursive: true });
    for (const name of names) copyFileSync(join(SOURCE, name), join(target, name));
    for (const name of readdirSync(target)) if (OWN.test(name) && !names.includes(name)) rmSync(join(target, name));
  } catch (error) {
    fail(error.message);
  }
}

const problems = problemsOf(target, files);
if (!existsSync(join(target, 'manifest.json'))) problems.push('manifest.json is missing');
else if (!readFileSync(join(target, 'manifest.json')).equals(readFileSync(join(SOURCE, 'manifest.json')))) {
  problems.push('manifest.json is of another version');
}
if (problems.length > 0)
  fail(`${target} is not right:\n  ${problems.join('\n  ')}\nRun bonafide-assets ${folders[0]} again.`);
console.log(`${target}: ${names.length} files of version ${version}, all as the manifest says`);
