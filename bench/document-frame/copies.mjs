// How often a copy on a larger sheet, or a document on a screen, is found where it is: simulated, over spans, tilts, turns and lights.
//
// Usage: node copies.mjs [--write]
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { createDocumentAnalyser, DEFAULT_DOCUMENT_POLICY } from '../../packages/browser-core/dist/document/index.js';
import { placeInScene, renderSpecimen, UTOPIAN } from '../../packages/testkit/dist/specimens/index.js';

const KINDS = ['passport', 'id-card-front', 'driving-licence-front'];
const MEDIA = ['photocopy', 'screen'];
const SPANS = [0.4, 0.5, 0.6, 0.7, 0.8];
const POSES = [{}, { pitchDegrees: 12 }, { rotationDegrees: 5 }, { yawDegrees: 10, exposure: 0.6 }];
const { confidenceEnter: BELIEVED, notOriginalEnterSuspicion: SUSPECTED } = DEFAULT_DOCUMENT_POLICY;
/** Furthest corner over the frame's width. */
const WITHIN = [0.03, 0.06];

/** Of the four ways to name the first corner, the one with the nearest furthest corner. */
function furthest(found, truth) {
  const from = (turn) =>
    Math.max(...truth.map(({ x, y }, i) => Math.hypot(x - found[(i + turn) % 4].x, y - found[(i + turn) % 4].y)));
  return Math.min(from(0), from(1), from(2), from(3));
}

const seen = [];
for (const kind of KINDS) {
  const svg = renderSpecimen({ kind, holder: UTOPIAN });
  const { data, info } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const picture = { data: new Uint8ClampedArray(data), width: info.width, height: info.height };
  const expected = kind === 'passport' ? { documentType: 'passport', country: null } : null;
  for (const medium of MEDIA) {
    for (const spanRatio of SPANS) {
      for (const pose of POSES) {
        const { image, quad } = placeInScene(picture, { medium, spanRatio, ...pose });
        const { document } = await createDocumentAnalyser().analyse(image, 0, { side: 'front', expected });
        const isFound = document !== null && document.confidence >= BELIEVED;
        const suspicion = medium === 'screen' ? document?.screenSuspicion : document?.copySuspicion;
        seen.push({
          kind,
          medium,
          spanRatio,
          isFound,
          error: isFound ? furthest(document.quad, quad) / image.width : Infinity,
          isSuspected: isFound && suspicion > SUSPECTED,
        });
      }
    }
  }
}

const row = (name, own) => [
  name,
  own.length,
  own.filter(({ isFound }) => isFound).length,
  ...WITHIN.map((limit) => own.filter(({ error }) => error < limit).length),
  own.filter(({ isSuspected }) => isSuspected).length,
];
const rows = MEDIA.flatMap((medium) => {
  const own = seen.filter((one) => one.medium === medium);
  return [
    row(`**${medium}**`, own),
    ...KINDS.map((kind) =>
      row(
        `${medium}, ${kind}`,
        own.filter((one) => one.kind === kind),
      ),
    ),
    ...SPANS.map((span) =>
      row(
        `${medium}, width ${span} of the frame's`,
        own.filter(({ spanRatio }) => spanRatio === span),
      ),
    ),
  ];
});
const head = ['scenes', 'n', 'found', ...WITHIN.map((limit) => `corners within ${limit * 100} %`), 'flagged'];
const text = `# Copies and screens

Frames of 1280×720. Found: believed enough to be shown. Within: the furthest corner, over the frame's width. Flagged: found, and
suspected of being a copy, or a screen, over the gate's own line. Straight, tilted by 12°, turned by 5°, and seen from 10° beside in
weaker light; all simulated.

${[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}
`;
console.log(text);
if (process.argv.includes('--write')) writeFileSync(join(import.meta.dirname, 'RESULTS-COPIES.md'), text);
