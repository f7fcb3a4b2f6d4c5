import type { ErrorCode } from '@bonafide/contracts/codes';
import type { FrameMeasurement } from '../frame-measurement.ts';
import type { AnalysableFrame, VisionBackend, VisionDetector } from '../vision.ts';

/** Changes with every change of the messages, so that an old assets folder is noticed instead of half understood. */
export const PROTOCOL_VERSION = 2;

export type ToWorker =
  | {
      readonly type: 'open';
      readonly protocol: number;
      readonly assetsUrl: string;
      readonly backend: VisionBackend | 'auto';
      readonly detector: VisionDetector;
    }
  | {
      readonly type: 'analyse';
      readonly id: number;
      readonly frame: AnalysableFrame;
      readonly timestampMs: number;
      readonly liveness: boolean;
    }
  | { readonly type: 'reset' };

export type FromWorker =
  | { readonly type: 'progress'; readonly loadedBytes: number; readonly totalBytes: number }
  | { readonly type: 'opened'; readonly backend: VisionBackend; readonly livenessModelVersion: string | null }
  | { readonly type: 'open-failed'; readonly error: WorkerFailure }
  | { readonly type: 'analysed'; readonly id: number; readonly measurement: FrameMeasurement }
  | { readonly type: 'analysis-failed'; readonly id: number; readonly error: WorkerFailure };

/** An error as it crosses threads: causes stay behind as text. */
export interface WorkerFailure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: string | null;
}
