import type { PropertyDeclarations } from 'lit';
import { createLivenessSession } from '@bonafide/browser-core/session';
import type {
  LivenessSession,
  LivenessSessionOptions,
  SessionInit,
  TelemetryRecord,
} from '@bonafide/browser-core/session';
import type { PartialMessages } from '../messages/messages.ts';
import { booleanAttribute } from '../shell/boolean-attribute.ts';
import { CaptureElement } from '../shell/capture-element.ts';
import { newCorrelationId } from '../shell/correlation-id.ts';
import type { SelfieLivenessEventMap } from './selfie-liveness-events.ts';
import type { SessionSettings } from './session-settings.ts';

export type SessionFactory = (options: LivenessSessionOptions) => LivenessSession;

/** Everything that a page can set on `<selfie-liveness>`, before or after upgrade. */
export abstract class SelfieLivenessProperties extends CaptureElement<SelfieLivenessEventMap> {
  static override properties: PropertyDeclarations = {
    sessionToken: { attribute: 'session-token' },
    correlationId: { attribute: 'correlation-id' },
    baseUrl: { attribute: 'base-url' },
    captureMode: { attribute: 'capture' },
    manualAfter: { attribute: 'manual-after', type: Number },
    maxAttempts: { attribute: 'max-attempts', type: Number },
    timeout: { type: Number },
    cameraId: { attribute: 'camera-id' },
    facing: {},
    cameraSelector: { attribute: 'camera-selector', converter: booleanAttribute },
    mirror: {},
    detector: {},
    consent: {},
    screenLight: { attribute: 'screen-light', converter: booleanAttribute },
    resultScreen: { attribute: 'result-screen', converter: booleanAttribute },
    fallback: {},
    exposeMedia: { attribute: 'expose-media', converter: booleanAttribute },
    debug: { converter: booleanAttribute },
    session: { attribute: false },
    sessionProvider: { attribute: false },
    messages: { attribute: false },
    thresholds: { attribute: false },
    telemetry: { attribute: false },
    ports: { attribute: false },
    createSession: { attribute: false },
  };

  /** One-time user token. The attribute is taken out of the DOM as soon as it is read. */
  declare sessionToken: string;
  /** Ties the journey to the partner's records. A new UUID where none is given. */
  declare correlationId: string;
  /** The gateway. */
  declare baseUrl: string;
  /** Who presses the shutter. */
  declare captureMode: 'auto' | 'manual' | 'auto-then-manual';
  /** Milliseconds after which the manual shutter is offered. */
  declare manualAfter: number;
  /** How often a person may try. The gateway's own quota counts too. */
  declare maxAttempts: number;
  /** Milliseconds for one attempt in front of the camera; 0 for none. */
  declare timeout: number;
  /** The camera to begin with. Default: the one that suits best. */
  declare cameraId: string;
  /** Which way the camera looks. */
  declare facing: 'user' | 'environment';
  /** Offers a choice where there are several cameras. */
  declare cameraSelector: boolean;
  /** `auto` mirrors the picture of a camera that faces the person. The photo itself is never mirrored. */
  declare mirror: 'auto' | 'on' | 'off';
  /** Who finds the face: our own path, or `@tensorflow-models/face-landmarks-detection` at more than twice the cost. */
  declare detector: 'thin' | 'face-landmarks-detection';
  /** `none` where the page has asked for consent itself. */
  declare consent: 'required' | 'none';
  /** Lets the screen glow in slow colours before the photo, which a face in person answers and a picture of it does not alike. */
  declare screenLight: boolean;
  /** Puts a button on the last screen; it fires `liveness-close`. */
  declare resultScreen: boolean;
  /** `help` adds a way to ask for help to every screen on which something failed. */
  declare fallback: string;
  /** Puts the photo into `liveness-capture`. */
  declare exposeMedia: boolean;
  /** Fires `liveness-measurement` for every analysed frame. */
  declare debug: boolean;
  /** Token and correlation id in one; before `sessionToken`. */
  declare session: SessionInit | undefined;
  /** Asked for a token at the start and for each retry. */
  declare sessionProvider: LivenessSessionOptions['sessionProvider'];
  /** Replaces any text. */
  declare messages: PartialMessages | undefined;
  /** Replaces thresholds of the quality gate. */
  declare thresholds: LivenessSessionOptions['thresholds'];
  /** Called with each line of telemetry. */
  declare telemetry: ((record: TelemetryRecord) => void) | undefined;
  /** Replaces what the session touches; for tests and other gateways. */
  declare ports: LivenessSessionOptions['ports'];
  /** Makes the session; for tests. */
  declare createSession: SessionFactory;

  constructor() {
    super();
    this.sessionToken = '';
    this.correlationId = '';
    this.baseUrl = '';
    this.captureMode = 'auto-then-manual';
    this.manualAfter = 15_000;
    this.maxAttempts = 3;
    this.timeout = 60_000;
    this.cameraId = '';
    this.facing = 'user';
    this.cameraSelector = false;
    this.mirror = 'auto';
    this.detector = 'thin';
    this.consent = 'required';
    this.screenLight = false;
    this.resultScreen = false;
    this.fallback = '';
    this.exposeMedia = false;
    this.debug = false;
    this.createSession = createLivenessSession;
  }

  protected override isSecret(attribute: string): boolean {
    return attribute === 'session-token';
  }

  protected settings(): SessionSettings {
    if (this.correlationId === '') this.correlationId = this.session?.correlationId ?? newCorrelationId();
    return {
      token: this.sessionToken,
      baseUrl: this.baseUrl,
      correlationId: this.correlationId,
      session: this.session,
      sessionProvider: this.sessionProvider,
      assetsUrl: this.assetsUrl,
      backend: this.backend,
      detector: this.detector,
      consent: this.consent,
      screenLight: this.screenLight,
      captureMode: this.captureMode,
      manualAfter: this.manualAfter,
      maxAttempts: this.maxAttempts,
      timeout: this.timeout,
      cameraId: this.cameraId,
      facing: this.facing,
      thresholds: this.thresholds,
      videoSource: this.videoSource,
      ports: this.ports,
      exposeMedia: this.exposeMedia,
    };
  }
}
