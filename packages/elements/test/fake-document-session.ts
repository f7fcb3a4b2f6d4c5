import type { SessionPace } from '@bonafide/browser-core/session';
import type {
  DocumentCaptureResult,
  DocumentCaptureSession,
  DocumentCaptureSessionOptions,
  DocumentCaptureSnapshot,
  DocumentSessionEventMap,
  DocumentSide,
} from '@bonafide/browser-core/identity';
import { IDLE_DOCUMENT_SNAPSHOT } from '../src/document-capture/document-idle-snapshot.ts';
import { FakeEmitter } from './fake-emitter.ts';

/** The capture of a document that does what the test says, and writes down what the element asks of it. */
export class FakeDocumentSession
  extends FakeEmitter<DocumentCaptureSnapshot, DocumentSessionEventMap>
  implements DocumentCaptureSession
{
  readonly options: DocumentCaptureSessionOptions;
  result: DocumentCaptureResult | null = null;

  constructor(options: DocumentCaptureSessionOptions) {
    const { side = 'front', expected = null } = options;
    super({ ...IDLE_DOCUMENT_SNAPSHOT, side, expected });
    this.options = options;
  }

  start(side?: DocumentSide): void {
    this.note('start', side);
  }

  capture(): void {
    this.note('capture');
  }

  upload(file: Blob): void {
    this.note('upload', file.size);
  }

  setPace(pace: SessionPace): void {
    this.note('setPace', pace);
  }

  retry(): void {
    this.note('retry');
  }

  cancel(): void {
    this.note('cancel');
  }

  switchCamera(deviceId: string): void {
    this.note('switchCamera', deviceId);
  }

  setTorch(on: boolean): void {
    this.note('setTorch', on);
  }

  reset(): void {
    this.note('reset');
    this.show(IDLE_DOCUMENT_SNAPSHOT);
  }
}
