import { bearableIntervalMs, smooth } from '../../capture/capture-pace.ts';
import { startFrameLoop, type FrameLoopPorts } from '../../capture/frame-loop.ts';
import { openFrameSource, type TimedFrame } from '../../capture/frame-source.ts';
import type { AnalysableFrame } from '../../face/vision.ts';
import type { DocumentMeasurement, SeenDocument } from '../document-measurement.ts';
import { likeliestFormat } from '../expected-document.ts';
import { initialDocumentGateState, nextDocumentGateState } from '../gate/document-gate.ts';
import { createDocumentPolicy, type DocumentPolicy } from '../gate/document-policy.ts';
import { judgeDocumentStill } from '../gate/judge-document-still.ts';
import { systemClock } from '#wire/clock.js';
import {
  BROWSER_DEVELOP_PORTS,
  developDocument,
  isConvincing,
  type DevelopPorts,
  type DocumentExposure,
} from './develop-document.ts';
import type { DocumentCaptureRun, StartDocumentCaptureOptions } from './document-capture-options.ts';
import type { DocumentCaptureResult } from './document-capture-result.ts';
import { guideOutline } from './guide-outline.ts';

/** The world outside of the loop. */
export interface DocumentCapturePorts extends FrameLoopPorts, DevelopPorts {
  readonly copyFrame: (frame: AnalysableFrame) => Promise<ImageBitmap>;
}

const BROWSER_PORTS: DocumentCapturePorts = {
  openFrameSource,
  copyFrame: (frame) => createImageBitmap(frame),
  clock: systemClock,
  ...BROWSER_DEVELOP_PORTS,
};

/** Pictures of the stable window that are kept: the second is read where the first leaves something open. */
const KEPT = 2;
/** How long the shutter waits for an outline before it takes what the guide on the screen surrounds. Guess. */
const SHUTTER_PATIENCE_MS = 1200;

/**
 * Looks at a camera until a picture of one side of a document is worth taking, takes it and reads it. One frame is in
 * flight at a time. Throws `TypeError` at once for impossible thresholds.
 */
export function startDocumentCapture(
  options: StartDocumentCaptureOptions,
  ports: DocumentCapturePorts = BROWSER_PORTS,
): DocumentCaptureRun {
  const capture = new DocumentCapture(options, createDocumentPolicy(options.policy), ports);
  const loop = startFrameLoop(
    {
      stream: options.camera.stream,
      signal: options.signal,
      look: (timed, _, isCurrent) => capture.look(timed, isCurrent),
      intervalMs: () => bearableIntervalMs(capture.costMs ?? 0),
      forget: () => capture.forget(),
    },
    ports,
  );
  return { result: loop.result, shoot: () => capture.shoot(), pause: () => loop.pause(), resume: () => loop.resume() };
}

type Candidate = DocumentExposure & Pick<DocumentMeasurement, 'document'>;

class DocumentCapture {
  readonly #options: StartDocumentCaptureOptions;
  readonly #policy: DocumentPolicy;
  readonly #ports: DocumentCapturePorts;
  #gate = initialDocumentGateState;
  /** Best first. */
  #kept: Candidate[] = [];
  /** When the shutter was pressed, frame clock; `now` until a frame tells. */
  #shutter: number | 'now' | null = null;
  /** Running mean, milliseconds; null until measured. */
  costMs: number | null = null;

  constructor(options: StartDocumentCaptureOptions, policy: DocumentPolicy, ports: DocumentCapturePorts) {
    this.#options = options;
    this.#policy = policy;
    this.#ports = ports;
  }

  shoot(): void {
    this.#shutter ??= 'now';
  }

  forget(): void {
    this.#dropKept();
    this.#gate = initialDocumentGateState;
    this.#shutter = null;
    this.#options.vision.reset();
  }

  async look({ frame, timestampMs }: TimedFrame, isCurrent: () => boolean): Promise<DocumentCaptureResult | null> {
    const { vision, auto, side, expected = null, signal } = this.#options;
    if (this.#shutter === 'now') this.#shutter = timestampMs;
    const isShooting = this.#shutter !== null;
    const isWanted = isShooting || (auto && this.#gate.problems.length === 0);
    let bitmap: ImageBitmap | null = null;
    try {
      // The analysis consumes the frame, so a picture that may be kept is copied before.
      bitmap = isWanted ? await this.#ports.copyFrame(frame) : null;
      signal.throwIfAborted();
    } catch (error) {
      bitmap?.close();
      frame.close();
      throw error;
    }
    try {
      const measurement = await vision.analyse(frame, timestampMs, { side, expected });
      signal.throwIfAborted();
      if (!isCurrent()) return null;
      this.#note(measurement);
      if (bitmap !== null && isShooting) {
        const exposure = this.#shot(bitmap, measurement);
        if (exposure === null) return null;
        bitmap = null;
        this.#dropKept();
        this.#options.onTaken?.();
        return await developDocument(exposure, 'manual', this.#options, this.#ports);
      }
      if (bitmap !== null && this.#gate.problems.length === 0 && measurement.document !== null) {
        this.#keep({ bitmap, ...this.#exposed(measurement.document, measurement) });
        bitmap = null;
      }
      return auto && this.#gate.ready && this.#kept.length > 0 ? await this.#develop() : null;
    } finally {
      bitmap?.close();
    }
  }

  #note(measurement: DocumentMeasurement): void {
    const { side, expected = null, onMeasurement, onProgress } = this.#options;
    this.costMs = smooth(this.costMs, measurement.costMs);
    this.#gate = nextDocumentGateState(this.#gate, measurement, this.#policy, { side, expected });
    if (this.#gate.stableFrames === 0) this.#dropKept();
    onMeasurement?.(measurement);
    onProgress?.(this.#gate);
  }

  /** What the shutter takes of this frame: a document, or after a while what the guide surrounds; null to wait. */
  #shot(bitmap: ImageBitmap, measurement: DocumentMeasurement): DocumentExposure | null {
    const { document, timestampMs } = measurement;
    if (document !== null && document.confidence >= this.#policy.confidenceEnter) {
      return { bitmap, ...this.#exposed(document, measurement) };
    }
    if (typeof this.#shutter !== 'number' || timestampMs - this.#shutter < SHUTTER_PATIENCE_MS) return null;
    const format = likeliestFormat(this.#options.expected?.documentType ?? null);
    return {
      bitmap,
      quad: guideOutline(measurement, format),
      format,
      ...this.#judged({ ...measurement, document: null }),
    };
  }

  #exposed(document: SeenDocument, measurement: DocumentMeasurement): Omit<Candidate, 'bitmap'> {
    const { quad, format } = document;
    return { quad, format, document, ...this.#judged(measurement) };
  }

  #judged(measurement: DocumentMeasurement): Pick<DocumentExposure, 'quality' | 'problems'> {
    const { problems, summary } = judgeDocumentStill(measurement, this.#options, this.#policy);
    return { quality: summary, problems };
  }

  #keep(candidate: Candidate): void {
    this.#kept = [...this.#kept, candidate].toSorted((a, b) => b.quality.score - a.quality.score);
    for (const { bitmap } of this.#kept.splice(KEPT)) bitmap.close();
  }

  async #develop(): Promise<DocumentCaptureResult> {
    const [best, second] = this.#kept as [Candidate, Candidate | undefined];
    this.#kept = [];
    this.#options.onTaken?.();
    try {
      const first = await developDocument(best, 'auto', this.#options, this.#ports);
      if (second === undefined || !this.#leavesOpen(first, best)) return first;
      const other = await developDocument(second, 'auto', this.#options, this.#ports);
      return isConvincing(other.reading) ? other : first;
    } finally {
      second?.bitmap.close();
    }
  }

  /** Whether something is printed for machines that was not read. */
  #leavesOpen({ reading }: DocumentCaptureResult, { document }: Candidate): boolean {
    const isForMachines = document !== null && (document.features.mrz || document.features.barcode);
    const isKtp = this.#options.expected?.documentType === 'ktp';
    return (isForMachines || isKtp || reading.mrz !== null) && !isConvincing(reading);
  }

  #dropKept(): void {
    for (const { bitmap } of this.#kept) bitmap.close();
    this.#kept = [];
  }
}
