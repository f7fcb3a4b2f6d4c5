// Measures presentation-attack detection, ours beside its peers, on a folder of pictures and videos with a manifest.csv.
//
// Usage: node run.ts <folder> [--models <folder with the MiniFASNet ONNX files>] [--human] [--out report.md]
//                    [--page report.html] [--scores scores.csv] [--fps 10] [--seconds 3]
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createFaceDetector } from '../../packages/browser-core/src/face/face-detector.ts';
import { createFaceMesher } from '../../packages/browser-core/src/face/face-mesh.ts';
import { createFaceTracker } from '../../packages/browser-core/src/face/face-tracker.ts';
import { createFrameAnalyser } from '../../packages/browser-core/src/face/frame-analyser.ts';
import { openNetworks } from '../../packages/browser-core/src/face/networks.ts';
import { createNodeAssets } from '../../packages/browser-core/src/face/testing/node-assets.ts';
import { openPadModel } from '../../packages/browser-core/src/liveness/model/pad-model.ts';
import { measureCalibration } from './calibration.ts';
import type { Scored } from './error-rates.ts';
import { measureErrorRates } from './error-rates.ts';
import type { Peer } from './minifasnet.ts';
import { openHuman } from './human.ts';
import { openMiniFasNet } from './minifasnet.ts';
import { readPresentationList } from './presentation-list.ts';
import { readFrames } from './read-frames.ts';
import { type MissingRow, presentReport } from './report.ts';
import { presentPage, setOf } from './report-page.ts';
import { isProbability, OURS, scorePresentation, type ScoredPresentation } from './score-presentation.ts';

const PEERS = [
  { name: 'MiniFASNetV2', file: 'minifas_v2_27.onnx', scale: 2.7 },
  { name: 'MiniFASNetV1SE', file: 'minifas_v1se_40.onnx', scale: 4 },
] as const;
/** Face height in pixels and mean luma of the face: where a slice ends and the next begins (halves of what cameras give). */
const SMALL_FACE_PIXELS = 150;
const DARK_FACE_LUMA = 100;
/** Individual typology angles: "light" and lighter, "intermediate" and "tan", "brown" and "dark". */
const LIGHT_SKIN_DEGREES = 41;
const BROWN_SKIN_DEGREES = 10;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    models: { type: 'string' },
    out: { type: 'string' },
    page: { type: 'string' },
    human: { type: 'boolean', default: false },
    scores: { type: 'string' },
    fps: { type: 'string', default: '10' },
    seconds: { type: 'string', default: '3' },
  },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('which folder?');
const sampling = { rate: positive('--fps', values.fps), seconds: positive('--seconds', values.seconds) };

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

const human = values.human ? await openHuman() : null;

const list = readPresentationList(folder);
const scored: ScoredPresentation[] = [];
/** Non-responses, and what could not be opened at all. */
const missing = new Map<string, MissingRow>();
for (const [index, item] of list.entries()) {
  const count = missing.get(setOf(item)) ?? {
    source: setOf(item),
    live: 0,
    attack: 0,
    liveAll: 0,
    attackAll: 0,
    unreadable: 0,
  };
  missing.set(setOf(item), count);
  count[item.isLive ? 'liveAll' : 'attackAll'] += 1;
  try {
    const frames = await readFrames(item, sampling);
    const one = await scorePresentation(item, frames, { analyser, crops: model?.crops ?? [], peers, human });
    if (one === null) count[item.isLive ? 'live' : 'attack'] += 1;
    else scored.push(one);
  } catch (error) {
    count.unreadable += 1;
    console.error(`${item.path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (index % 100 === 99) console.error(`${index + 1} of ${list.length}`);
}

const scoresOf = (rows: readonly ScoredPresentation[], system: string): readonly Scored[] =>
  rows.flatMap(({ isLive, attack, scores }): Scored[] => {
    const score = scores.get(system);
    return score === undefined ? [] : [{ isLive, attack, score }];
  });
const ratesOf = (rows: readonly ScoredPresentation[], system: string): ReturnType<typeof measureErrorRates> =>
  measureErrorRates(scoresOf(rows, system));
const sets = [...new Set(scored.map(setOf))].sort();
const of = (set: string): readonly ScoredPresentation[] => scored.filter((item) => setOf(item) === set);
const systemsOf = (items: readonly ScoredPresentation[]): readonly string[] => [
  ...new Set(items.flatMap(({ scores }) => [...scores.keys()])),
];
const rows = sets.flatMap((source) =>
  systemsOf(of(source)).map((system) => ({
    source,
    system,
    rates: ratesOf(of(source), system),
    calibration: isProbability(system) ? measureCalibration(scoresOf(of(source), system)) : null,
  })),
);
const SLICES: readonly (readonly [string, (item: ScoredPresentation) => boolean])[] = [
  [`face under ${SMALL_FACE_PIXELS} px high`, ({ faceHeight }) => faceHeight < SMALL_FACE_PIXELS],
  [`face of ${SMALL_FACE_PIXELS} px and more`, ({ faceHeight }) => faceHeight >= SMALL_FACE_PIXELS],
  [`face luma under ${DARK_FACE_LUMA}`, ({ luminance }) => luminance < DARK_FACE_LUMA],
  [`face luma of ${DARK_FACE_LUMA} and more`, ({ luminance }) => luminance >= DARK_FACE_LUMA],
  [`skin ${LIGHT_SKIN_DEGREES}° and more`, isSkin(LIGHT_SKIN_DEGREES, Infinity)],
  [`skin ${BROWN_SKIN_DEGREES}° to ${LIGHT_SKIN_DEGREES}°`, isSkin(BROWN_SKIN_DEGREES, LIGHT_SKIN_DEGREES)],
  [`skin under ${BROWN_SKIN_DEGREES}°`, isSkin(-Infinity, BROWN_SKIN_DEGREES)],
];
const slices = sets.flatMap((source) => {
  const system = of(source).some(({ kind }) => kind === 'video') ? `${OURS}, session` : OURS;
  const whole = ratesOf(of(source), system);
  return SLICES.map(([slice, isIn]) => ({ source, slice, rates: ratesOf(of(source).filter(isIn), system), whole }));
});
const report = presentReport(rows, slices, [...missing.values()], sampling);
if (values.out === undefined) console.log(report);
else writeFileSync(values.out, report);
if (values.page !== undefined) writeFileSync(values.page, await presentPage(rows, scored, sampling));
if (values.scores !== undefined) {
  const systems = systemsOf(scored);
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const lines = scored.map((item) =>
    [
      quoted(setOf(item)),
      item.isLive ? 'live' : 'attack',
      quoted(item.attack),
      item.faceHeight.toFixed(1),
      item.luminance.toFixed(1),
      item.typologyAngle?.toFixed(1) ?? '',
      ...systems.map((system) => item.scores.get(system) ?? ''),
    ].join(','),
  );
  const header = ['source', 'label', 'attack', 'face_height', 'luminance', 'typology_angle', ...systems.map(quoted)];
  writeFileSync(values.scores, `${[header.join(','), ...lines].join('\n')}\n`);
}
model?.dispose();
networks.dispose();
await human?.close();

function isSkin(from: number, to: number): (item: ScoredPresentation) => boolean {
  return ({ typologyAngle }) => typologyAngle !== null && typologyAngle >= from && typologyAngle < to;
}

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0 && Number.isFinite(value))) throw new Error(`${name} must be a number over 0`);
  return value;
}
