// What the module of a capture SDK costs a page, minified and gzipped: ours with all that it depends on, each peer's as it is
// published and without what it depends on. The peers are fetched as tarballs and read; nothing of them is installed or run.
//
// Usage: node run.mjs
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipped, sizeOf } from '../../tooling/measure-sizes.ts';

const ELEMENTS = resolve(import.meta.dirname, '../../packages/elements');
const OURS = {
  '<selfie-liveness>': 'dist/define/selfie-liveness.js',
  '<document-capture>': 'dist/define/document-capture.js',
  '<id-verification>': 'dist/define/id-verification.js',
};
const PEERS = [
  '@smileid/web-components@11.4.0',
  '@aws-amplify/ui-react-liveness@3.6.8',
  '@transmitsecurity/platform-web-sdk@2.1.1',
  '@regulaforensics/vp-frontend-face-components@8.3.2310',
  '@regulaforensics/vp-frontend-document-components@9.8.3074',
  '@microblink/blinkid@7.4.3',
  '@jumio/websdk@0.3.19',
  '@vladmandic/human@3.3.6',
  '@getyoti/react-face-capture@2.7.0',
  '@incodetech/welcome@1.51.0',
];
/** Files that a page fetches beside its script. */
const DATA = /\.(wasm|data|bin|tflite|task|onnx|dat)$/;

const kB = (bytes) => (bytes / 1000).toFixed(1);

/** The file that an `import` of the package gives a browser. */
function moduleOf(folder) {
  const { exports, module, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const pick = (target) =>
    typeof target === 'string'
      ? target
      : target && (pick(target.browser) ?? pick(target.import) ?? pick(target.default));
  return join(folder, pick(exports?.['.']) ?? module ?? main);
}

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile());
}

function fetched(name, folder) {
  const out = execFileSync('npm', ['pack', '--silent', name], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const target = mkdtempSync(join(folder, 'peer-'));
  execFileSync('tar', ['-xzf', join(folder, out.trim().split('\n').at(-1)), '-C', target]);
  return join(target, readdirSync(target)[0]);
}

const rows = [];
for (const [title, file] of Object.entries(OURS))
  rows.push([title, await sizeOf(join(ELEMENTS, file), ELEMENTS), 'all included', '']);
const folder = mkdtempSync(join(tmpdir(), 'bonafide-sizes-'));
try {
  for (const name of PEERS) {
    const unpacked = fetched(name, folder);
    const { dependencies = {}, peerDependencies = {} } = createRequire(import.meta.url)(join(unpacked, 'package.json'));
    const needs = Object.keys({ ...dependencies, ...peerDependencies }).length;
    const data = filesUnder(unpacked)
      .filter((path) => DATA.test(path))
      .map((path) => gzipped(readFileSync(path)));
    const size = await sizeOf(moduleOf(unpacked), unpacked, true).catch((error) => {
      console.error(`${name}: ${error.message.split('\n')[0]}`);
      return gzipped(readFileSync(moduleOf(unpacked)));
    });
    rows.push([
      name,
      size,
      needs === 0 ? 'all included' : `without ${needs} packages`,
      data.length === 0 ? '' : kB(data.reduce((a, b) => a + b)),
    ]);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const own = rows[0][1];
console.log(
  '| SDK | module, kB gzip | counted | times ours for a selfie | wasm and data in the package, kB gzip |\n|---|---:|---|---:|---:|',
);
for (const [title, size, counted, data] of rows)
  console.log(`| \`${title}\` | ${kB(size)} | ${counted} | ${(size / own).toFixed(2)} | ${data} |`);
