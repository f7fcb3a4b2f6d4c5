import type { AnalysableFrame, VisionBackend } from '../../face/vision.ts';
import type { WorkerAnswer, WorkerNews } from '../../worker/worker-protocol.ts';
import type { DocumentMeasurement } from '../document-measurement.ts';
import type { AnalyseDocumentOptions, DocumentRead, DocumentPlace } from '../document-vision.ts';

/** Changes with every change of the messages, so that an old assets folder is noticed instead of half understood. */
export const DOCUMENT_PROTOCOL_VERSION = 1;

export type ToDocumentWorker =
  | {
      readonly type: 'open';
      readonly protocol: number;
      readonly assetsUrl: string;
      readonly backend: VisionBackend | 'auto';
    }
  | {
      readonly type: 'analyse';
      readonly id: number;
      readonly frame: AnalysableFrame;
      readonly timestampMs: number;
      readonly options: AnalyseDocumentOptions;
    }
  | {
      readonly type: 'read';
      readonly id: number;
      readonly frame: AnalysableFrame;
      readonly options: DocumentPlace;
    }
  | { readonly type: 'reset' };

/** What the worker says of itself once it is open. */
export interface OpenedDocumentVision {
  readonly backend: VisionBackend;
}

export type DocumentAnswer = DocumentMeasurement | DocumentRead;

export type FromDocumentWorker = WorkerNews<OpenedDocumentVision> | WorkerAnswer<DocumentAnswer>;
