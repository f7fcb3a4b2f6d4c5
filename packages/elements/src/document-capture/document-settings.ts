import type { DocumentCaptureSessionOptions, DocumentSide, DocumentType } from '@bonafide/browser-core/identity';
import { withTrailingSlash } from '../shell/with-trailing-slash.ts';

/** The element's properties, as far as a session is made of them. */
export interface DocumentSettings {
  readonly side: DocumentSide;
  readonly documentType: DocumentType | '';
  readonly country: string;
  readonly captureMode: 'auto' | 'manual' | 'auto-then-manual' | 'upload';
  readonly manualAfter: number;
  readonly timeout: number;
  readonly allowUpload: boolean;
  readonly maxFileMb: number;
  readonly assetsUrl: string;
  readonly backend: 'auto' | 'wasm' | 'webgl' | 'cpu';
  readonly cameraId: string;
  readonly facing: 'user' | 'environment';
  readonly exposeMedia: boolean;
  readonly thresholds: DocumentCaptureSessionOptions['policy'] | undefined;
  readonly videoSource: MediaStream | undefined;
  readonly ports: DocumentCaptureSessionOptions['ports'] | undefined;
}

/** A session's options; what was not set is left out, so that the session's own defaults apply. */
export function toDocumentSessionOptions(settings: DocumentSettings): DocumentCaptureSessionOptions {
  const { documentType, country, thresholds, videoSource, ports, cameraId, maxFileMb } = settings;
  return {
    assetsUrl: withTrailingSlash(settings.assetsUrl),
    side: settings.side,
    capture: settings.captureMode,
    manualAfterMs: settings.manualAfter,
    timeoutMs: settings.timeout,
    allowUpload: settings.allowUpload,
    limits: { maximumBytes: maxFileMb * 1_000_000 },
    facing: settings.facing,
    backend: settings.backend,
    exposeMedia: settings.exposeMedia,
    ...(documentType === '' ? {} : { expected: { documentType, country: country === '' ? null : country } }),
    ...(thresholds === undefined ? {} : { policy: thresholds }),
    ...(videoSource === undefined ? {} : { videoSource }),
    ...(ports === undefined ? {} : { ports }),
    ...(cameraId === '' ? {} : { cameraId }),
  };
}
