import '@bonafide/elements/define/document-capture';
import { DOCUMENT_THRESHOLDS, inspectDocument } from '@bonafide/browser-core/document';
import type { DocumentGateState, DocumentMeasurement } from '@bonafide/browser-core/document';
import { DocumentCapture } from '@bonafide/elements';
import { byId } from './by-id.ts';
import { drawChecks, openFreeze, say, withEachCamera } from './inspector-parts.ts';
import { createMeasureTable } from './measure-table.ts';
import { pageTheme } from './page-theme.ts';
import { openSampleDocument } from './sample-camera.ts';

/** Figures that change faster cannot be read. */
const REDRAW_MS = 200;
/** What is looked for: the front of the sample, and of most cards. */
const CONTEXT = { side: 'front', expected: { documentType: 'identityCard', country: null } } as const;

const stage = byId('stage', HTMLElement);
const freeze = openFreeze();
const checks = createMeasureTable(byId('checks', HTMLElement));

let gate: DocumentGateState | null = null;
let frames = 0;
let drawnAtMs = -Infinity;

async function begin(camera: string, signal: AbortSignal): Promise<void> {
  gate = null;
  frames = 0;
  drawnAtMs = -Infinity;
  const element = new DocumentCapture();
  if (camera === 'sample') element.videoSource = (await openSampleDocument(signal)).stream;
  if (signal.aborted) return;
  Object.assign(element, {
    assetsUrl: new URL('../bonafide/', document.baseURI).href,
    documentType: CONTEXT.expected.documentType,
    // It looks for as long as somebody wants to read.
    captureMode: 'manual',
    startScreen: camera !== 'sample',
    timeout: 0,
    debug: true,
    theme: pageTheme(),
  });
  element.addEventListener('document-measurement', ({ detail }) => takeFrame(detail));
  signal.addEventListener('abort', () => element.dispose(), { once: true });
  stage.replaceChildren(element);
}

function takeFrame(measurement: DocumentMeasurement): void {
  const inspection = inspectDocument(gate, measurement, CONTEXT);
  gate = inspection.gate;
  frames += 1;
  if (freeze.isFrozen || measurement.timestampMs - drawnAtMs < REDRAW_MS) return;
  drawnAtMs = measurement.timestampMs;
  say('guidance', gate.guidance);
  say('stable', `${Math.round(gate.stableProgress * 100)} %`);
  say('frame', `${frames}, ${measurement.costMs.toFixed(0)} ms`);
  drawChecks(checks, inspection.checks, DOCUMENT_THRESHOLDS);
  drawDocument(measurement);
}

function drawDocument({ document: seen }: DocumentMeasurement): void {
  say('format', seen?.format ?? 'not known');
  say('long-side', seen === null ? '–' : `${Math.round(seen.longSidePixels)} px`);
  const { portrait, mrz, barcode } = seen?.features ?? {};
  const parts = Object.entries({ portrait, 'machine-readable zone': mrz, barcode }).filter(([, isThere]) => isThere);
  say('layout', parts.map(([name]) => name).join(', ') || '–');
}

withEachCamera(begin);
