import type { FrameMeasurement } from './frame-measurement.ts';

export type VisionBackend = 'wasm' | 'webgl' | 'cpu';

/**
 * How faces are found, on the same weights. `thin`: our own cropping and tracking. `face-landmarks-detection`: those of
 * `@tensorflow-models/face-landmarks-detection`, in a script of its own, at more than twice the cost of a frame.
 */
export type VisionDetector = 'thin' | 'face-landmarks-detection';

/** Loading in bytes over all assets, so that a bar can be drawn from the first chunk on. */
export interface AssetProgress {
  readonly loadedBytes: number;
  readonly totalBytes: number;
}

export interface VisionOptions {
  /** Folder that holds the files of `@bonafide/browser-core/assets`, with a trailing slash. Same origin as the page. */
  readonly assetsUrl: string;
  /** Default `auto`: wasm, then webgl, then cpu; the first that starts and gives a correct result on a known input. */
  readonly backend?: VisionBackend | 'auto';
  /** Default `thin`. */
  readonly detector?: VisionDetector;
  /** Default 30 000. After so long without a byte or an answer loading ends with `asset-load-failed`. */
  readonly loadTimeoutMs?: number;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: AssetProgress) => void;
}

export interface AnalyseOptions {
  /** Measure liveness signals on this frame (dearer: the presentation-attack model runs). Default false. */
  readonly liveness?: boolean;
}

/** A frame in any form that can be handed to the worker without a copy; `analyse` closes it. */
export type AnalysableFrame = ImageBitmap | VideoFrame;

/**
 * Face vision in a worker of its own. `open…` needs `close`: the options' signal closes it too.
 * Errors: `asset-load-failed`, `asset-integrity-failed`, `backend-init-failed`, `gpu-context-lost`, `aborted`.
 */
export interface Vision {
  readonly backend: VisionBackend;
  /** Version of the presentation-attack model behind `modelScore`; null when none is loaded. */
  readonly livenessModelVersion?: string | null;
  /** Analyses one frame; frames are taken one at a time, a call made while one is running waits for it. */
  analyse(frame: AnalysableFrame, timestampMs: number, options?: AnalyseOptions): Promise<FrameMeasurement>;
  /** Forgets the tracked face: call it when the source changes. */
  reset(): void;
  close(): void;
}
