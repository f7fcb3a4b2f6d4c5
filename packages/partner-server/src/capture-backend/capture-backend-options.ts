import type { Clock } from '#wire/clock.js';
import { systemClock } from '#wire/clock.js';
import type { CaptureDepiction, ConsentDocument, DocumentOption } from '@bonafide/contracts/capture-backend';
import type { Assure } from '../assure/create-assure.ts';
import { comparesFaces } from '../assure/missing-for-onfido.ts';
import type { AtomicStore } from '../atomic-store.ts';
import { createMemoryStore } from '../stores/memory.ts';

/** Whom a check is of, as your own login knows them. */
export interface CaptureSubject {
  /** The user, or the session of somebody who has no account yet. A check is found by nobody else. */
  readonly id: string;
  /** ISO 3166-1 alpha-3, where you know it; then the page is not believed otherwise. */
  readonly countryOfResidence?: string | undefined;
  /** The person's dossier, where there is one. Default: a new one. */
  readonly dossierId?: string | undefined;
  /** Your own name for the person, for a new dossier. */
  readonly externalReference?: string | undefined;
}

/** A consent, as it is to be kept. */
export interface RecordedConsent {
  readonly subjectId: string;
  readonly countryOfResidence: string;
  readonly documentType: string;
  /** Of the text that the person agreed to. */
  readonly version: string;
  /** By your own clock, RFC 3339. */
  readonly recordedAt: string;
  /** By the page's clock, which anybody can set. */
  readonly givenAt: string;
}

/** A process at the gateway, as it is to be kept: without it you cannot read the decision. */
export interface CaptureProcess {
  readonly subjectId: string;
  /** The page's name for the check, the same for all its attempts. */
  readonly captureId: string;
  /** Counted from 1. */
  readonly attempt: number;
  readonly dossierId: string;
  readonly processId: string;
}

export interface CaptureConsent {
  /** Of the texts below. A consent to another version is refused. */
  readonly version: string;
  /** What the person agrees to, shown as links. */
  readonly documents: readonly ConsentDocument[];
  /** Keeps a consent, before anything is sent to the gateway. When it throws, nothing begins. */
  readonly record: (consent: RecordedConsent) => Promise<void> | void;
}

export interface CaptureBackendOptions {
  readonly assure: Assure;
  /** Whom a request is of; undefined: nobody's, which is answered with 401. There is no default. */
  readonly authorize: (request: Request) => Promise<CaptureSubject | undefined> | CaptureSubject | undefined;
  /** What is checked. */
  readonly processType: 'document' | 'documentSelfie';
  /** Which documents may be used. Default: passport, identity card, driving licence and residence permit of any country. */
  readonly documents?: readonly DocumentOption[];
  /** Needed whenever a face is compared: residents of the United States must consent first. */
  readonly consent?: CaptureConsent;
  /** Keeps a process that was created, before any picture is sent. When it throws, nothing goes on. */
  readonly onProcess: (process: CaptureProcess) => Promise<void> | void;
  /** Where the gateway tells you that a process is over: see `assureNotificationHandler`. */
  readonly notification?: { readonly url: string; readonly authorizationHeader: string };
  /** Shared between your server's processes. Default: this process's memory. */
  readonly store?: AtomicStore;
  /** How often the pictures may be taken, the first time included. Default: 3. */
  readonly maxAttempts?: number;
  /** After this a check is found no more. Default: one hour. */
  readonly maxAgeMs?: number;
  /** Lets a check go on on a phone, for this long from the moment the person has confirmed it. Default: it may not. */
  readonly handOverMs?: number;
  /** How long a link to a phone waits to be opened. Default: five minutes. */
  readonly handOverLinkMs?: number;
  /** Whether the gateway is this project's sandbox, which takes evidence and cancellations. Default: false. */
  readonly extensions?: boolean;
  /** Origins besides your own whose pages may ask, for example `https://app.example.com`. CORS is your framework's. */
  readonly allowedOrigins?: readonly string[];
  /** Hears what went wrong. The page is told no more than a word. May throw without harm. */
  readonly onError?: (error: unknown) => void;
  readonly clock?: Clock;
}

/** Options with every default in its place. */
export interface CaptureBackendSettings extends Omit<CaptureBackendOptions, 'handOverMs' | 'consent' | 'notification'> {
  readonly documents: readonly DocumentOption[];
  readonly consent: CaptureConsent | undefined;
  readonly notification: CaptureBackendOptions['notification'];
  readonly selfie: boolean;
  readonly store: AtomicStore;
  readonly maxAttempts: number;
  readonly maxAgeMs: number;
  readonly handOverMs: number | undefined;
  readonly handOverLinkMs: number;
  readonly extensions: boolean;
  readonly allowedOrigins: readonly string[];
  readonly clock: Clock;
}

const HOUR_MS = 3_600_000;
/** Time to find the phone and its camera. Source: guess. */
const LINK_MS = 5 * 60_000;

const DEFAULT_DOCUMENTS: readonly DocumentOption[] = [
  { documentType: 'passport', sides: ['front'] },
  { documentType: 'identityCard', sides: ['front', 'back'] },
  { documentType: 'driversLicense', sides: ['front', 'back'] },
  { documentType: 'residencePermit', sides: ['front', 'back'] },
];

/** @throws {TypeError} on what cannot work */
export function toSettings(options: CaptureBackendOptions): CaptureBackendSettings {
  const { processType, consent, notification, documents = DEFAULT_DOCUMENTS, maxAttempts = 3, handOverMs } = options;
  const {
    handOverLinkMs = LINK_MS,
    maxAgeMs = HOUR_MS,
    extensions = false,
    allowedOrigins = [],
    clock = systemClock,
  } = options;
  for (const name of ['authorize', 'onProcess'] as const)
    if (typeof options[name] !== 'function') throw new TypeError(`${name} is needed: nothing stands in for it`);
  if (processType !== 'document' && processType !== 'documentSelfie')
    throw new TypeError("processType must be 'document' or 'documentSelfie'");
  const selfie = comparesFaces(processType);
  if (selfie && (!consent?.version || typeof consent.record !== 'function'))
    throw new TypeError('consent is needed where a face is compared: its version, its documents, and what records it');
  if (documents.length === 0 || documents.some(({ sides }) => sides.length === 0))
    throw new TypeError('documents needs at least one document, and each at least one side');
  for (const [name, value] of Object.entries({ maxAttempts, maxAgeMs, handOverMs: handOverMs ?? 1, handOverLinkMs }))
    if (!(value > 0)) throw new TypeError(`${name} must be above 0`);
  for (const origin of allowedOrigins)
    if (!URL.canParse(origin) || new URL(origin).origin !== origin)
      throw new TypeError('allowedOrigins must be origins, such as https://app.example.com');
  return {
    ...options,
    consent,
    notification,
    documents,
    selfie,
    maxAttempts,
    maxAgeMs,
    handOverMs,
    handOverLinkMs,
    extensions,
    allowedOrigins,
    clock,
    store: options.store ?? createMemoryStore({ clock }),
  };
}

/** Which pictures a check of such a document needs. */
export function depictionsOf(sides: readonly ('front' | 'back')[], selfie: boolean): CaptureDepiction[] {
  return selfie ? [...sides, 'selfie'] : [...sides];
}
