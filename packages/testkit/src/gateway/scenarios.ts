/** A request of a page that a script may make fail. */
export type PageOperation =
  // OneKYC
  | 'getUploadUrls'
  | 'putUpload'
  | 'putConfirmUpload'
  | 'getSubmissionStatus'
  // a capture backend
  | 'getRequirements'
  | 'createProcess'
  | 'putImage'
  | 'startVerification'
  | 'getProcess'
  | 'cancelProcess';

export interface ScriptedFault {
  readonly operation: PageOperation;
  /** How many requests are answered so before the real answer comes. */
  readonly times: number;
  readonly status: 429 | 500 | 503;
  readonly retryAfterSeconds?: number;
}

/** What a gateway does, as a page sees it. Left out, all is well: each check is passed at once. */
export interface GatewayScript {
  /** OneKYC: the decision. */
  readonly outcome?: {
    readonly status: 'COMPLETED' | 'ERROR';
    readonly result?: 'VALID' | 'INVALID';
    readonly reasonCode?: string;
  };
  /** A capture backend: the decision. */
  readonly process?: 'accepted' | 'inconclusive' | 'rejected' | 'canceled' | 'failed';
  /** The first attempts ask for a new picture. */
  readonly recaptures?: number;
  /** OneKYC: which picture those attempts want again; else all. */
  readonly recapturedDocument?: 'KTP' | 'SELFIE';
  /** How long the check takes. */
  readonly processingMs?: number;
  /** Before each answer. */
  readonly latencyMs?: number;
  /** OneKYC: the first token is refused after so many requests made with it. */
  readonly tokenUses?: number;
  /** How many attempts there are. Default 3. */
  readonly attempts?: number;
  readonly faults?: readonly ScriptedFault[];
}

/** The scenarios of the sandbox that a page can tell apart, by their names there, and what a page sees of each. */
const PAGE_SCENARIOS = {
  valid: { outcome: { status: 'COMPLETED', result: 'VALID' } },
  'not-live': { outcome: { status: 'COMPLETED', result: 'INVALID', reasonCode: 'NOT_LIVE' } },
  'face-match-failed': { outcome: { status: 'COMPLETED', result: 'INVALID', reasonCode: 'FACE_MATCH_FAILED' } },
  'reference-invalid': {
    outcome: { status: 'COMPLETED', result: 'INVALID', reasonCode: 'REFERENCE_IMAGE_VALIDATION_FAILED' },
  },
  'document-not-found': { outcome: { status: 'COMPLETED', result: 'INVALID', reasonCode: 'DOCUMENT_NOT_FOUND' } },
  'invalid-document': { outcome: { status: 'COMPLETED', result: 'INVALID', reasonCode: 'INVALID_DOCUMENT' } },
  'verification-failed': { outcome: { status: 'ERROR', reasonCode: 'VERIFICATION_FAILED' } },
  'assure-accepted': { process: 'accepted' },
  'assure-inconclusive': { process: 'inconclusive' },
  'assure-rejected': { process: 'rejected' },
  'assure-canceled': { process: 'canceled' },
  'assure-failed': { process: 'failed' },
  recapture: { recaptures: 1 },
  'recapture-document': { recaptures: 1, recapturedDocument: 'KTP' },
  'recapture-selfie': { recaptures: 1, recapturedDocument: 'SELFIE' },
  'slow-processing': { processingMs: 15_000 },
  // Between servers: the page gets there all the same.
  'lost-callback': {},
  'duplicated-callback': {},
  'rate-limited': {
    faults: [
      { operation: 'getUploadUrls', times: 1, status: 429, retryAfterSeconds: 1 },
      { operation: 'putConfirmUpload', times: 1, status: 429, retryAfterSeconds: 1 },
      { operation: 'getSubmissionStatus', times: 2, status: 429, retryAfterSeconds: 1 },
      { operation: 'putImage', times: 1, status: 429, retryAfterSeconds: 1 },
      { operation: 'getProcess', times: 2, status: 429, retryAfterSeconds: 1 },
    ],
  },
  'server-errors': {
    faults: [
      { operation: 'getUploadUrls', times: 2, status: 500 },
      { operation: 'putUpload', times: 1, status: 503 },
      { operation: 'putConfirmUpload', times: 2, status: 503 },
      { operation: 'getSubmissionStatus', times: 3, status: 500 },
      { operation: 'putImage', times: 1, status: 503 },
      { operation: 'startVerification', times: 2, status: 503 },
      { operation: 'getProcess', times: 3, status: 500 },
    ],
  },
  'slow-network': { latencyMs: 3_000 },
  'token-expires': { tokenUses: 1 },
  'quota-exhausted': { attempts: 0 },
} as const satisfies Readonly<Record<string, GatewayScript>>;

/** Those that are decided between servers, where no page looks: only a running sandbox plays them. */
const SERVER_SCENARIOS = [
  'mosaic-allow',
  'mosaic-challenge',
  'mosaic-deny',
  'mosaic-failed',
  'mosaic-nested',
  'face-passed',
  'face-denied',
  'face-cancelled',
  'face-expired',
  'face-failed',
  'idnow-verified',
  'idnow-rejected',
  'idnow-aborted',
  'idnow-error',
  'idnow-already-enrolled',
  'idnow-locked-out',
  'idnow-session-expired',
  'idnow-session-error',
  'idnow-session-aborted',
] as const;

/** A scenario that the scripted gateway plays by itself. */
export type PageScenario = keyof typeof PAGE_SCENARIOS;

/** A scenario of the sandbox. */
export type ScenarioName = PageScenario | (typeof SERVER_SCENARIOS)[number];

/** The scenarios that a page can tell apart, by name. */
export const PAGE_SCENARIO_NAMES = Object.keys(PAGE_SCENARIOS) as readonly PageScenario[];

/** Every scenario of the sandbox, by name. */
export const SCENARIO_NAMES: readonly ScenarioName[] = [...PAGE_SCENARIO_NAMES, ...SERVER_SCENARIOS];

/** What a page sees of a scenario. Throws a `TypeError` for one that only a sandbox plays, and for a name that is none. */
export function scriptOf(name: string): GatewayScript {
  if (Object.hasOwn(PAGE_SCENARIOS, name)) return PAGE_SCENARIOS[name as PageScenario];
  if ((SERVER_SCENARIOS as readonly string[]).includes(name)) {
    throw new TypeError(`'${name}' is decided between servers, where no page looks: play it on a running sandbox.`);
  }
  throw new TypeError(`There is no scenario '${name}'; known are ${SCENARIO_NAMES.join(', ')}.`);
}
