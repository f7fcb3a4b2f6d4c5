// What it costs to find a document in a frame of 1280×720, and how often and how exactly it is found: ours beside its peers,
// interleaved frame by frame, in Node and in headless Chromium. Needs the workspace installed, browser-core and testkit built.
//
// Usage: node run.mjs [--rounds 3] [--write]
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { inChromium } from './in-chromium.mjs';
import { inNode } from './in-node.mjs';
import { CONDITIONS, scenes } from './scenes.mjs';

const at = process.argv.indexOf('--rounds');
const ROUNDS = at < 0 ? 3 : Number(process.argv[at + 1]);
/** Nearer than this, mean over the corners and over the diagonal, is found. */
const FOUND_WITHIN = 0.01;
const WARM_UP = 12;

const quantile = (values, share) => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
};

const shown = [];
for await (const scene of scenes()) shown.push(scene);
console.error(`${shown.length} scenes`);
const results = await inNode(shown, ROUNDS, WARM_UP);
const { onPage, inWorker } = await inChromium(shown, ROUNDS, WARM_UP);

const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const spread = (times) => [quantile(times, 0.5).toFixed(1), quantile(times, 0.95).toFixed(1)];
/** Scene by scene, so that a busy machine lengthens both. */
const reference = results[1].ofScene;
const cost = results.map(({ name, cpuMs, ofScene }, i) => [
  name,
  ...[cpuMs, onPage[i]].flatMap(spread),
  cpuMs.length,
  quantile(
    ofScene.map((ms, scene) => ms / reference[scene]),
    0.5,
  ).toFixed(2),
]);
const worker = [
  ['finding and measuring', ...spread(inWorker.inside), inWorker.inside.length],
  ['from the frame handed over to the answer', ...spread(inWorker.answered), inWorker.answered.length],
];
const total = Object.keys(CONDITIONS).length;
const isFound = (error) => error < FOUND_WITHIN;
const accuracy = results.map(({ name, errors, falseFinds }) => {
  const all = [...errors.values()].flat();
  const exact = all.filter(isFound);
  return [
    name,
    `${exact.length} of ${all.length}`,
    `${(quantile(exact, 0.5) * 100).toFixed(3)} %`,
    `${(quantile(exact, 0.95) * 100).toFixed(3)} %`,
    `${falseFinds} of ${shown.filter(({ quad }) => quad === null).length}`,
  ];
});
const byCondition = Object.keys(CONDITIONS).map((condition) => [
  condition,
  ...results.map(({ errors }) => {
    const own = errors.get(condition) ?? [];
    return `${own.filter(isFound).length} of ${own.length}`;
  }),
]);
const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8').split('\n')[0];
const text = `# Results

${readme.replace('# ', '')}

${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}, headless Chromium; frames of 1280×720, ${ROUNDS} rounds of ${shown.length} scenes, pipelines interleaved frame by frame.

## Cost of a frame, milliseconds

${table(['pipeline', 'Node: CPU median', 'p95', 'Chromium: median', 'p95', 'n', 'times every measure'], cost)}

Node: CPU time of the process. Chromium: time on the page's own thread, so a busy machine lengthens it.
Times every measure: CPU over that of “ours: outline and every measure” on the same scene in the same round, the middle one.

### In the worker, as a page uses it

${table(['headless Chromium, milliseconds', 'median', 'p95', 'n'], worker)}

Followed through five frames of each scene after a first that is not counted, portraits looked for (${inWorker.backend}); the second row has
the copy of the frame to pixels and both messages too.

## Outlines of ${total} conditions × 6 documents

Found: the mean distance of the four corners is under ${FOUND_WITHIN * 100} % of the frame's diagonal. Error: of those found.

${table(['pipeline', 'found', 'corner error, median', 'p95', 'finds on an empty desk'], accuracy)}

${table(['condition', ...results.map(({ name }) => name)], byCondition)}
`;
console.log(text);
if (process.argv.includes('--write')) writeFileSync(join(import.meta.dirname, 'RESULTS.md'), text);
