import type { WorkerAnswer, WorkerNews } from '../../worker/worker-protocol.ts';
import type { FrameMeasurement } from '../frame-measurement.ts';
import type { AnalysableFrame, VisionBackend, VisionDetector } from '../vision.ts';

/** Changes with every change of the messages, so that an old assets folder is noticed instead of half understood. */
export const PROTOCOL_VERSION = 4;

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

/** What the worker says of itself once it is open. */
export interface OpenedVision {
  readonly backend: VisionBackend;
  readonly livenessModelVersion: string | null;
}

export type FromWorker = WorkerNews<OpenedVision> | WorkerAnswer<FrameMeasurement>;
