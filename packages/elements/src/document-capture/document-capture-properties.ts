import type {
  DocumentCaptureSession,
  DocumentCaptureSessionOptions,
  DocumentSide,
  DocumentTelemetryRecord,
  DocumentType,
} from '@bonafide/browser-core/identity';
import { createDocumentCaptureSession } from '@bonafide/browser-core/identity';
import type { PropertyDeclarations } from 'lit';
import type { DocumentMessages } from '../messages/document-messages.ts';
import type { DeepPartial } from '../messages/messages.ts';
import { booleanAttribute } from '../shell/boolean-attribute.ts';
import { CaptureElement } from '../shell/capture-element.ts';
import type { DocumentCaptureEventMap } from './document-capture-events.ts';

export type DocumentSessionFactory = (options: DocumentCaptureSessionOptions) => DocumentCaptureSession;

/** Everything that a page can set on `<document-capture>`, before or after upgrade. */
export abstract class DocumentCaptureProperties extends CaptureElement<DocumentCaptureEventMap> {
  static override properties: PropertyDeclarations = {
    side: {},
    documentType: { attribute: 'document-type' },
    country: {},
    captureMode: { attribute: 'capture' },
    manualAfter: { attribute: 'manual-after', type: Number },
    timeout: { type: Number },
    allowUpload: { attribute: 'allow-upload', converter: booleanAttribute },
    accept: {},
    maxFileMb: { attribute: 'max-file-mb', type: Number },
    review: { converter: booleanAttribute },
    cameraId: { attribute: 'camera-id' },
    facing: {},
    resultScreen: { attribute: 'result-screen', converter: booleanAttribute },
    exposeMedia: { attribute: 'expose-media', converter: booleanAttribute },
    debug: { converter: booleanAttribute },
    messages: { attribute: false },
    thresholds: { attribute: false },
    telemetry: { attribute: false },
    ports: { attribute: false },
    createSession: { attribute: false },
  };

  /** Which side is wanted. */
  declare side: DocumentSide;
  /** Which document is wanted: `passport`, `identityCard`, `driversLicense`, `residencePermit` or `ktp`. Default: any. */
  declare documentType: DocumentType | '';
  /** Who has issued it, as ISO 3166-1 alpha-3. Default: anybody. */
  declare country: string;
  /** Who presses the shutter. `upload` opens no camera and takes files only. */
  declare captureMode: 'auto' | 'manual' | 'auto-then-manual' | 'upload';
  /** Milliseconds after which the manual shutter is offered. */
  declare manualAfter: number;
  /** Milliseconds for one look at the document; 0 for none. */
  declare timeout: number;
  /** Lets a file be given instead of holding the document to the camera. */
  declare allowUpload: boolean;
  /** What the file chooser offers. What a file really is gets looked at anyway. */
  declare accept: string;
  /** Largest file, in millions of bytes. */
  declare maxFileMb: number;
  /** Shows the picture to be kept or taken again. */
  declare review: boolean;
  /** The camera to begin with. Default: the one that suits best. */
  declare cameraId: string;
  /** Which way the camera looks. */
  declare facing: 'user' | 'environment';
  /** Puts a button on the last screen; it fires `document-close`. */
  declare resultScreen: boolean;
  /** Puts the pictures and what was read on them into `document-capture` and `document-complete`. */
  declare exposeMedia: boolean;
  /** Fires `document-measurement` for every analysed frame. */
  declare debug: boolean;
  /** Replaces any text. */
  declare messages: DeepPartial<DocumentMessages> | undefined;
  /** Replaces thresholds of the document gate. */
  declare thresholds: DocumentCaptureSessionOptions['policy'];
  /** Called with each line of telemetry. */
  declare telemetry: ((record: DocumentTelemetryRecord) => void) | undefined;
  /** Replaces what the session touches; for tests. */
  declare ports: DocumentCaptureSessionOptions['ports'];
  /** Makes the session; for tests. */
  declare createSession: DocumentSessionFactory;

  constructor() {
    super();
    this.side = 'front';
    this.documentType = '';
    this.country = '';
    this.captureMode = 'auto-then-manual';
    this.manualAfter = 15_000;
    this.timeout = 120_000;
    this.allowUpload = false;
    this.accept = 'image/jpeg,image/png,image/webp';
    this.maxFileMb = 15;
    this.review = false;
    this.cameraId = '';
    this.facing = 'environment';
    this.resultScreen = false;
    this.exposeMedia = false;
    this.debug = false;
    this.createSession = createDocumentCaptureSession;
  }
}
