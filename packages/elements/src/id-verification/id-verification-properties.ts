import type {
  DocumentType,
  HandoverPort,
  HandoverRequest,
  IdentityGateway,
  IdentitySession,
  IdentitySessionOptions,
} from '@bonafide/browser-core/identity';
import { createIdentitySession } from '@bonafide/browser-core/identity';
import type { PropertyDeclarations } from 'lit';
import type { DocumentMessages } from '../messages/document-messages.ts';
import type { IdentityMessages } from '../messages/identity-messages.ts';
import type { DeepPartial, PartialMessages } from '../messages/messages.ts';
import { booleanAttribute } from '../shell/boolean-attribute.ts';
import { CaptureElement } from '../shell/capture-element.ts';
import type { DocumentCapture } from '../document-capture/document-capture.ts';
import type { SelfieLiveness } from '../selfie-liveness/selfie-liveness.ts';
import type { IdVerificationEventDetails, IdVerificationEventMap } from './id-verification-events.ts';

export type IdentitySessionFactory = (options: IdentitySessionOptions) => IdentitySession;

/** Any text of the check itself, and under `inDocument` and `inSelfie` those of its steps. */
export type IdVerificationMessages = DeepPartial<IdentityMessages> & {
  readonly inDocument?: DeepPartial<DocumentMessages>;
  readonly inSelfie?: PartialMessages;
};

/** Everything that a page can set on `<id-verification>`, before or after upgrade. */
export abstract class IdVerificationProperties extends CaptureElement<IdVerificationEventMap> {
  static override properties: PropertyDeclarations = {
    baseUrl: { attribute: 'base-url' },
    captureToken: { attribute: 'capture-token' },
    recipient: {},
    retentionDays: { attribute: 'retention-days', type: Number },
    consent: {},
    consentVersion: { attribute: 'consent-version' },
    countryOfResidence: { attribute: 'country-of-residence' },
    documentType: { attribute: 'document-type' },
    country: {},
    documents: {},
    countries: {},
    documentCapture: { attribute: 'document-capture' },
    manualAfter: { attribute: 'manual-after', type: Number },
    allowUpload: { attribute: 'allow-upload', converter: booleanAttribute },
    accept: {},
    maxFileMb: { attribute: 'max-file-mb', type: Number },
    review: {},
    screenLight: { attribute: 'screen-light', converter: booleanAttribute },
    maxAttempts: { attribute: 'max-attempts', type: Number },
    handover: {},
    handoverMethods: { attribute: 'handover-methods' },
    resume: {},
    resultScreen: { attribute: 'result-screen', converter: booleanAttribute },
    fallback: {},
    exposeMedia: { attribute: 'expose-media', converter: booleanAttribute },
    createGateway: { attribute: false },
    handoverPort: { attribute: false },
    startFrom: { attribute: false },
    messages: { attribute: false },
    telemetry: { attribute: false },
    ports: { attribute: false },
    createSession: { attribute: false },
    configureStep: { attribute: false },
  };

  /** Your own backend, where it serves the capture protocol (`specs/capture-backend.yaml`); for others, `createGateway`. */
  declare baseUrl: string;
  /** Secret of one process that a phone was sent here with. The attribute is taken out of the DOM as soon as it is read. */
  declare captureToken: string;
  /** Who gets the pictures, as the consent text names them. Default: the page's host. */
  declare recipient: string;
  /** How many days they are kept, as the consent text says it; 0: it says nothing. */
  declare retentionDays: number;
  /** `none` where the page has asked for consent itself. For residents of the USA it is asked for all the same. */
  declare consent: 'required' | 'none';
  /** Of the consent text, where the gateway names none: recorded with the consent. */
  declare consentVersion: string;
  /** Where the person lives, as ISO 3166-1 alpha-3, where it is known. */
  declare countryOfResidence: string;
  /** The document, where it is known; the person is not asked then. */
  declare documentType: DocumentType | '';
  /** Who has issued it, as ISO 3166-1 alpha-3, where it is known. */
  declare country: string;
  /** Types to offer, parted by spaces. Default: all that the gateway takes. */
  declare documents: string;
  /** Issuing countries to offer, ISO 3166-1 alpha-3, parted by spaces. Default: all that the gateway takes. */
  declare countries: string;
  /** Who presses the shutter before a document. `upload` opens no camera and takes files only. */
  declare documentCapture: 'auto' | 'manual' | 'auto-then-manual' | 'upload';
  /** Milliseconds after which the manual shutter is offered. */
  declare manualAfter: number;
  /** Lets a file be given instead of holding the document to the camera. */
  declare allowUpload: boolean;
  /** What the file chooser offers. */
  declare accept: string;
  /** Largest file, in millions of bytes. */
  declare maxFileMb: number;
  /** `off`: the pictures are not shown to be kept or taken again. */
  declare review: 'on' | 'off';
  /**
   * Lets the screen glow in slow colours before the photo of the face, which a face in person answers and a picture of it does not
   * alike. The selfie then waits for a press on a screen that says so.
   */
  declare screenLight: boolean;
  /** How often pictures may be taken again. The gateway's own quota counts too. */
  declare maxAttempts: number;
  /** Whether the check can go on on a phone; `force` begins with it. It needs `handoverPort`. */
  declare handover: 'off' | 'offer' | 'force';
  /** How the link gets to the phone: `qr`, `link`, or both. */
  declare handoverMethods: string;
  /** `off`: a reload of the page begins anew. */
  declare resume: 'on' | 'off';
  /** Puts a button on the last screen; it fires `idv-close`. */
  declare resultScreen: boolean;
  /** `help` adds a way to ask for help to every screen on which something failed. */
  declare fallback: string;
  /** Puts pictures into `idv-capture`. */
  declare exposeMedia: boolean;
  /** Makes the gateway of a journey, such as `createOneKycIdentityGateway`; before `baseUrl`. */
  declare createGateway: (() => IdentityGateway) | undefined;
  /** Makes links for phones, and knows what a phone did. */
  declare handoverPort: HandoverPort | undefined;
  /** On a phone: where the check was on the computer, as `joinHandover` says it, beside its `createGateway`. */
  declare startFrom: HandoverRequest | undefined;
  /** Replaces any text; those of the steps under `inDocument` and `inSelfie`. */
  declare messages: IdVerificationMessages | undefined;
  /** Called with each line of telemetry. */
  declare telemetry: ((record: IdVerificationEventDetails['idv-telemetry']) => void) | undefined;
  /** Replaces what the session touches; for tests. */
  declare ports: IdentitySessionOptions['ports'];
  /** Makes the session; for tests. */
  declare createSession: IdentitySessionFactory;
  /** Called with the element of a step before it is shown: for properties that are not attributes here, and for tests. */
  declare configureStep: ((element: DocumentCapture | SelfieLiveness) => void) | undefined;

  constructor() {
    super();
    this.baseUrl = '';
    this.captureToken = '';
    this.recipient = '';
    this.retentionDays = 0;
    this.consent = 'required';
    this.consentVersion = '1';
    this.countryOfResidence = '';
    this.documentType = '';
    this.country = '';
    this.documents = '';
    this.countries = '';
    this.documentCapture = 'auto-then-manual';
    this.manualAfter = 15_000;
    this.allowUpload = false;
    this.accept = 'image/jpeg,image/png,image/webp';
    this.maxFileMb = 15;
    this.review = 'on';
    this.screenLight = false;
    this.maxAttempts = 3;
    this.handover = 'offer';
    this.handoverMethods = 'qr link';
    this.resume = 'on';
    this.resultScreen = false;
    this.fallback = '';
    this.exposeMedia = false;
    this.createSession = createIdentitySession;
  }

  protected override isSecret(attribute: string): boolean {
    return attribute === 'capture-token';
  }
}
