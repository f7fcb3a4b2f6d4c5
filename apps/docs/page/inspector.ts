import '@bonafide/elements/define/selfie-liveness';
import { DEFAULT_LIVENESS_POLICY, fuseLiveness, inspectQuality, QUALITY_THRESHOLDS } from '@bonafide/browser-core';
import type { FrameMeasurement, QualityInspection, SignalWeight } from '@bonafide/browser-core';
import { SelfieLiveness } from '@bonafide/elements';
import { byId } from './by-id.ts';
import { drawChecks, openFreeze, say, withEachCamera } from './inspector-parts.ts';
import { createMeasureTable } from './measure-table.ts';
import { pageTheme } from './page-theme.ts';
import { openSampleFace } from './sample-camera.ts';
import { createPretendedLivenessGateway } from './scripted-gateways.ts';

/** Frames that the evidence is fused over: about what one attempt has. */
const KEPT_FRAMES = 60;
/** Figures that change faster cannot be read. */
const REDRAW_MS = 200;

const stage = byId('stage', HTMLElement);
const freeze = openFreeze();
const checks = createMeasureTable(byId('checks', HTMLElement));
const signals = createMeasureTable(byId('signals', HTMLElement));

let frames: FrameMeasurement[] = [];
let gate: QualityInspection['gate'] | null = null;
let drawnAtMs = -Infinity;

async function begin(camera: string, signal: AbortSignal): Promise<void> {
  frames = [];
  gate = null;
  drawnAtMs = -Infinity;
  const element = new SelfieLiveness();
  if (camera === 'sample') element.videoSource = await openSampleFace(signal);
  if (signal.aborted) return;
  Object.assign(element, {
    baseUrl: 'https://gateway.example',
    assetsUrl: new URL('../bonafide/', document.baseURI).href,
    session: { token: 'inspector', correlationId: crypto.randomUUID() },
    ports: { createGateway: () => createPretendedLivenessGateway('passed') },
    // It looks for as long as somebody wants to read.
    captureMode: 'manual',
    consent: 'none',
    startScreen: camera !== 'sample',
    timeout: 0,
    debug: true,
    theme: pageTheme(),
  });
  element.addEventListener('liveness-measurement', ({ detail }) => takeFrame(detail));
  signal.addEventListener('abort', () => element.dispose(), { once: true });
  stage.replaceChildren(element);
}

function takeFrame(frame: FrameMeasurement): void {
  const inspection = inspectQuality(gate, frame);
  gate = inspection.gate;
  frames = [...frames.slice(1 - KEPT_FRAMES), frame];
  if (freeze.isFrozen || frame.timestampMs - drawnAtMs < REDRAW_MS) return;
  drawnAtMs = frame.timestampMs;
  drawQuality(frame, inspection);
  drawLiveness();
}

function drawQuality(frame: FrameMeasurement, { gate: state, checks: found }: QualityInspection): void {
  say('guidance', state.guidance);
  say('stable', `${Math.round(state.stableProgress * 100)} %`);
  say('frame', `${frame.index}, ${frame.costMs.toFixed(0)} ms`);
  drawChecks(checks, found, QUALITY_THRESHOLDS);
}

function drawLiveness(): void {
  const assessment = fuseLiveness({ frames });
  say('decision', `${assessment.decision}, ${assessment.score.toFixed(2)} over ${assessment.frameCount} frames`);
  say('injection', assessment.injectionSuspicion.toFixed(2));
  const weights: Readonly<Record<string, SignalWeight | undefined>> = DEFAULT_LIVENESS_POLICY.signals;
  for (const { signal, value, weight } of assessment.reasons) {
    const policy = weights[signal];
    signals.set(signal, {
      title: signal,
      now: value,
      share: (weight + 1) / 2,
      cells: [
        weight.toFixed(2),
        policy === undefined ? 'injection' : String(policy.attackAt),
        policy === undefined ? '–' : String(policy.bonaFideAt),
      ],
      provenance: policy?.provenance ?? 'guess',
      failed: weight < 0,
    });
  }
}

withEachCamera(begin);
