// Measures presentation-attack detection, ours beside its peers, on a folder of pictures with a manifest.csv.
//
// Usage: node run.ts <folder> [--models <folder with the MiniFASNet ONNX files>] [--out report.md] [--scores scores.csv]
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { createFaceDetector } from '../../packages/browser-core/src/face/face-detector.ts';
import { createFaceMesher } from '../../packages/browser-core/src/face/face-mesh.ts';
import { createFaceTracker } from '../../packages/browser-core/src/face/face-tracker.ts';
import { createFrameAnalyser } from '../../packages/browser-core/src/face/frame-analyser.ts';
import { openNetworks } from '../../packages/browser-core/src/face/networks.ts';
import { createRgbaSampler } from '../../packages/browser-core/src/face/rgba-sampler.ts';
import { createNodeAssets } from '../../packages/browser-core/src/face/testing/node-assets.ts';
import { openPadModel } from '../../packages/browser-core/src/liveness/model/pad-model.ts';
import type { Scored } from './error-rates.ts';
import { measureErrorRates } from './error-rates.ts';
import type { Peer } from './minifasnet.ts';
import { openMiniFasNet } from './minifasnet.ts';
import { readPictureList } from './picture-list.ts';
import { presentReport } from './report.ts';

const PEERS = [
  { name: 'MiniFASNetV2', file: 'minifas_v2_27.onnx', scale: 2.7 },
  { name: 'MiniFASNetV1SE', file: 'minifas_v1se_40.onnx', scale: 4 },
] as const;
const OURS = 'ours';
/** Face height in pixels and mean luma of the face: where a slice ends and the next begins (halves of what cameras give). */
const SMALL_FACE_PIXELS = 150;
const DARK_FACE_LUMA = 100;

interface Measured {
  readonly source: string;
  readonly isLive: boolean;
  readonly attack: string;
  readonly faceHeight: number;
  readonly luminance: number;
  readonly scores: ReadonlyMap<string, number>;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { models: { type: 'string' }, out: { type: 'string' }, scores: { type: 'string' } },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('which folder?');

const assets = await createNodeAssets();
const networks = await openNetworks(assets);
const model = await openPadModel(assets);
const analyser = createFrameAnalyser({
  tracker: createFaceTracker(createFaceDetector(networks.detector), createFaceMesher(networks.mesh)),
  scoreLiveness: model?.score,
});
const peers = new Map<string, Peer>();
for (const { name, file, scale } of values.models === undefined ? [] : PEERS)
  peers.set(name, await openMiniFasNet(join(values.models ?? '', file), scale));

const measured: Measured[] = [];
const missing = new Map<string, { live: number; attack: number }>();
const pictures = readPictureList(folder);
for (const [index, { path, source, isLive, attack }] of pictures.entries()) {
  const { data, info } = await sharp(path).rotate().ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const frame = createRgbaSampler({ data, width: info.width, height: info.height });
  analyser.reset();
  const { face, liveness } = await analyser.analyse(frame, 0, { liveness: true });
  if (face === null || liveness === null) {
    const count = missing.get(source) ?? { live: 0, attack: 0 };
    count[isLive ? 'live' : 'attack'] += 1;
    missing.set(source, count);
    continue;
  }
  const scores = new Map<string, number>();
  if (liveness.modelScore !== null) scores.set(OURS, liveness.modelScore);
  for (const [i, score] of liveness.modelScores.entries()) scores.set(`${OURS}, crop ${model?.cropScales[i]}`, score);
  for (const [name, score] of peers) scores.set(name, await score(frame, face.box));
  const peerScores = PEERS.flatMap(({ name }) => scores.get(name) ?? []);
  if (peerScores.length === PEERS.length)
    scores.set('both MiniFASNets, mean', peerScores.reduce((sum, score) => sum + score, 0) / PEERS.length);
  scores.set('moiré', -liveness.moireEnergy);
  scores.set('specular', -liveness.specularShare);
  scores.set('high frequency', liveness.highFrequencyRatio);
  scores.set('border', -liveness.borderStrength);
  scores.set('chroma', liveness.chromaDeviation0to255);
  const { box, luminanceMean0to255 } = face;
  measured.push({ source, isLive, attack, faceHeight: box.height, luminance: luminanceMean0to255, scores });
  if (index % 100 === 99) console.error(`${index + 1} of ${pictures.length}`);
}

const ratesOf = (rows: readonly Measured[], system: string): ReturnType<typeof measureErrorRates> =>
  measureErrorRates(
    rows.flatMap(({ isLive, attack, scores }): Scored[] => {
      const score = scores.get(system);
      return score === undefined ? [] : [{ isLive, attack, score }];
    }),
  );
const sources = [...new Set(measured.map(({ source }) => source))].sort();
const systems = [...new Set(measured.flatMap(({ scores }) => [...scores.keys()]))];
const of = (source: string): readonly Measured[] => measured.filter((row) => row.source === source);
const rows = sources.flatMap((source) =>
  systems.map((system) => ({ source, system, rates: ratesOf(of(source), system) })),
);
const SLICES: readonly (readonly [string, (row: Measured) => boolean])[] = [
  [`face under ${SMALL_FACE_PIXELS} px high`, ({ faceHeight }) => faceHeight < SMALL_FACE_PIXELS],
  [`face of ${SMALL_FACE_PIXELS} px and more`, ({ faceHeight }) => faceHeight >= SMALL_FACE_PIXELS],
  [`face luma under ${DARK_FACE_LUMA}`, ({ luminance }) => luminance < DARK_FACE_LUMA],
  [`face luma of ${DARK_FACE_LUMA} and more`, ({ luminance }) => luminance >= DARK_FACE_LUMA],
];
const slices = sources.flatMap((source) =>
  SLICES.map(([slice, isIn]) => ({ source, slice, rates: ratesOf(of(source).filter(isIn), OURS) })),
);
const report = presentReport(rows, slices, missing);
if (values.out === undefined) console.log(report);
else writeFileSync(values.out, report);
if (values.scores !== undefined) {
  const lines = measured.map(({ source, isLive, attack, faceHeight, luminance, scores }) =>
    [
      source,
      isLive ? 'live' : 'attack',
      `"${attack}"`,
      faceHeight.toFixed(1),
      luminance.toFixed(1),
      ...systems.map((system) => scores.get(system) ?? ''),
    ].join(','),
  );
  const header = ['source', 'label', 'attack', 'face_height', 'luminance', ...systems.map((system) => `"${system}"`)];
  writeFileSync(values.scores, `${[header.join(','), ...lines].join('\n')}\n`);
}
model?.dispose();
networks.dispose();
