import { createHandInOptions } from '@bonafide/browser-core/identity';
import type {
  DocumentCaptureResult,
  DocumentType,
  HandedInSelfie,
  IdentityPhase,
  IdentitySnapshot,
} from '@bonafide/browser-core/identity';
import type { DocumentCaptureEventDetails } from '../document-capture/document-capture-events.ts';
import type { DocumentCapture } from '../document-capture/document-capture.ts';
import type { SelfieLivenessEventDetails } from '../selfie-liveness/selfie-liveness-events.ts';
import type { SelfieLiveness } from '../selfie-liveness/selfie-liveness.ts';
import type { IdVerificationMessages } from './id-verification-properties.ts';
import { STEP_PARTS } from './step-parts.ts';

/** What the elements of the steps are told by the page. */
export interface StepSettings {
  readonly theme: 'light' | 'dark' | 'auto';
  readonly announce: 'polite' | 'assertive' | 'off';
  readonly assist: string | boolean;
  readonly assistPorts: DocumentCapture['assistPorts'];
  readonly documentCapture: 'auto' | 'manual' | 'auto-then-manual' | 'upload';
  readonly manualAfter: number;
  readonly allowUpload: boolean;
  readonly accept: string;
  readonly maxFileMb: number;
  readonly screenLight: boolean;
  readonly assetsUrl: string;
  readonly backend: 'auto' | 'wasm' | 'webgl' | 'cpu';
  readonly videoSource: MediaStream | undefined;
  readonly messages: IdVerificationMessages | undefined;
  readonly configureStep: ((element: DocumentCapture | SelfieLiveness) => void) | undefined;
}

export interface StepListeners {
  readonly onDocument: (result: DocumentCaptureResult) => void;
  readonly onSelfie: (selfie: HandedInSelfie) => void;
  /** What the selfie is to be signed for; null where there is nothing. */
  readonly captureNonce: (signal: AbortSignal) => Promise<string | null>;
  readonly onDocumentGuidance: (detail: DocumentCaptureEventDetails['document-guidance']) => void;
  readonly onSelfieGuidance: (detail: SelfieLivenessEventDetails['liveness-guidance']) => void;
  readonly onTelemetry: (
    record: DocumentCaptureEventDetails['document-telemetry'] | SelfieLivenessEventDetails['liveness-telemetry'],
  ) => void;
  /** The person left a step that cannot go on. */
  readonly onLeave: () => void;
  /** The person turned help on or off there. */
  readonly onAssist: (assist: string | boolean) => void;
}

/** Phases in which the document's element stays, so that what it has loaded serves the other side as well. */
const DOCUMENT_PHASES: ReadonlySet<IdentityPhase> = new Set([
  'capturing-front',
  'flipping',
  'capturing-back',
  'reviewing',
]);

/** Holds the elements of the steps: one for the document's sides, one for the selfie, each while its step lasts. */
export class StepElements {
  readonly #listeners: StepListeners;
  #document: DocumentCapture | null = null;
  #documentOf: DocumentType | null = null;
  #selfie: SelfieLiveness | null = null;
  #phase: IdentityPhase = 'idle';

  constructor(listeners: StepListeners) {
    this.#listeners = listeners;
  }

  /** The element that is to be in the tree, shown or hidden. */
  get element(): DocumentCapture | SelfieLiveness | null {
    return this.#document ?? this.#selfie;
  }

  /** Makes, keeps or drops the elements for what the journey shows. @param lang Language of the page around it. */
  sync(snapshot: IdentitySnapshot, settings: StepSettings, lang: string): void {
    const { phase, side, documentType, country } = snapshot;
    const isCapturing = phase === 'capturing-front' || phase === 'capturing-back';
    if (!DOCUMENT_PHASES.has(phase) || this.#documentOf !== documentType) this.#document = null;
    if (phase !== 'capturing-selfie') this.#selfie = null;
    if (isCapturing && this.#document === null) {
      this.#document = this.#createDocument(settings);
      this.#document.documentType = documentType ?? '';
      this.#document.country = country ?? '';
      this.#documentOf = documentType;
      settings.configureStep?.(this.#document);
    }
    if (phase === 'capturing-selfie' && this.#selfie === null) {
      this.#selfie = this.#createSelfie(settings);
      // What the screen will do is said before it does it.
      this.#selfie.startScreen =
        settings.screenLight || (isFirstUseOfCamera(snapshot) && settings.videoSource === undefined);
      settings.configureStep?.(this.#selfie);
    }
    // The journey around the step says what it speaks itself, and that may be English where the step knows better.
    if (this.element !== null && this.element.lang !== lang) this.element.lang = lang;
    if (this.element !== null) this.element.assist = settings.assist;
    if (this.#document !== null) {
      this.#document.hidden = !isCapturing;
      if (isCapturing && phase !== this.#phase) this.#goOn(this.#document, side ?? 'front');
    }
    this.#phase = phase;
  }

  drop(): void {
    this.#document = null;
    this.#selfie = null;
    this.#phase = 'idle';
  }

  /** A new element starts by itself once it is in the tree; one that has a side already goes on with the next. */
  #goOn(element: DocumentCapture, side: 'front' | 'back'): void {
    element.side = side;
    if (element.state === 'captured') element.start();
  }

  #createDocument(settings: StepSettings): DocumentCapture {
    const element = document.createElement('document-capture');
    const { documentCapture, manualAfter, allowUpload, accept, maxFileMb, messages } = settings;
    Object.assign(element, common(settings), {
      captureMode: documentCapture,
      manualAfter,
      allowUpload,
      accept,
      maxFileMb,
    });
    element.messages = messages?.inDocument;
    element.setAttribute('exportparts', STEP_PARTS.join(', '));
    // Stays inside: what these events carry is not let out.
    element.exposeMedia = true;
    element.addEventListener('document-complete', ({ detail }) => {
      if (detail.result !== undefined) this.#listeners.onDocument(detail.result);
    });
    element.addEventListener('document-guidance', ({ detail }) => this.#listeners.onDocumentGuidance(detail));
    element.addEventListener('document-telemetry', ({ detail }) => this.#listeners.onTelemetry(detail));
    element.addEventListener('document-assist', () => this.#listeners.onAssist(element.assist));
    element.addEventListener('document-close', () => this.#listeners.onLeave());
    return element;
  }

  #createSelfie(settings: StepSettings): SelfieLiveness {
    const element = document.createElement('selfie-liveness');
    Object.assign(element, common(settings));
    element.messages = settings.messages?.inSelfie;
    element.setAttribute('exportparts', STEP_PARTS.join(', '));
    element.consent = 'none';
    element.screenLight = settings.screenLight;
    element.resultScreen = true;
    // Its own journey ends with the picture, which is handed over and sent with the others.
    const { onSelfie, captureNonce } = this.#listeners;
    const { baseUrl, session, ports } = createHandInOptions(onSelfie, captureNonce);
    Object.assign(element, { baseUrl, session, ports: { ...ports, store: null } });
    element.addEventListener('liveness-guidance', ({ detail }) => this.#listeners.onSelfieGuidance(detail));
    element.addEventListener('liveness-telemetry', ({ detail }) => this.#listeners.onTelemetry(detail));
    element.addEventListener('liveness-assist', () => this.#listeners.onAssist(element.assist));
    element.addEventListener('liveness-close', () => this.#listeners.onLeave());
    return element;
  }
}

/** Files need no camera: the selfie is then the first to ask for one, and says what for before the browser does. */
function isFirstUseOfCamera({ captures }: IdentitySnapshot): boolean {
  const ofDocument = captures.filter(({ depiction }) => depiction !== 'SELFIE');
  return ofDocument.length > 0 && ofDocument.every(({ origin }) => origin === 'upload');
}

function common({ theme, announce, assist, assistPorts, assetsUrl, backend, videoSource }: StepSettings) {
  return { theme, announce, assist, assistPorts, assetsUrl, backend, videoSource };
}
