import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WordSystem } from '../../src/outcome/index.ts';

export interface GlossaryRow {
  readonly title: string;
  readonly system: WordSystem;
  readonly layer: string;
  readonly words: readonly string[];
  readonly lifecycle: readonly string[];
  readonly decision: readonly string[];
  readonly nextAction: readonly string[];
  readonly terminal: string;
  readonly reasons: readonly string[];
}

/** Where the glossary's layers stand in the word tables. */
const LAYERS: Readonly<Record<string, Readonly<Record<string, readonly [WordSystem, string]>>>> = {
  Midtrans: {
    'submission status': ['onekyc', 'submission-status'],
    result: ['onekyc', 'result'],
    'result (SIV callback variant)': ['onekyc', 'result'],
    'status poll': ['onekyc', 'approved'],
    'document status': ['onekyc', 'document-status'],
    'field check (SIV)': ['onekyc', 'field-check'],
    reasonCode: ['onekyc', 'reason-code'],
    'reasonCode (SIV)': ['onekyc', 'reason-code'],
    'SDK next action': ['onekyc', 'sdk-next-action'],
    'SDK result': ['onekyc', 'sdk-result'],
    'SDK errorCode': ['onekyc', 'sdk-error'],
    'help type': ['onekyc', 'help-type'],
    redirect: ['onekyc', 'redirect-status'],
    'redirect error_code': ['onekyc', 'redirect-error'],
    'API error': ['onekyc', 'api-error'],
  },
  Signicat: {
    'process status': ['assure', 'process-status'],
    'process status (redirect)': ['assure', 'process-status'],
    'failReason.type': ['assure', 'fail-reason'],
    check: ['assure', 'check'],
    subResult: ['assure', 'sub-result'],
    similarityScore: ['assure', 'similarity-score'],
    'start error': ['assure', 'start-error'],
  },
  'Onfido (under Signicat)': {
    'report sub_result': ['onfido', 'report-sub-result'],
    'report result': ['onfido', 'report-result'],
    'report status': ['onfido', 'check-status'],
    'report/check status': ['onfido', 'check-status'],
    'check status': ['onfido', 'check-status'],
    'workflow run': ['onfido', 'workflow-run'],
    'SDK onError': ['onfido', 'sdk-error'],
    SDK: ['onfido', 'sdk-event'],
  },
  Svipe: {
    'authorize redirect': ['svipe', 'redirect'],
    'redirect (prose only)': ['svipe', 'redirect'],
    'cancel (prose only)': ['svipe', 'redirect'],
    claim: ['svipe', 'claim'],
    acr: ['svipe', 'acr'],
    'hosted profile (no word)': ['svipe', 'profile'],
  },
  iProov: {
    event: ['iproov', 'event'],
    'event / validate': ['iproov', 'event'],
    'failure feedback': ['iproov', 'failure-feedback'],
    'error feedback': ['iproov', 'error-feedback'],
    API: ['iproov', 'api'],
  },
  IDnow: {
    sessionStatus: ['idnow', 'session-status'],
    outcome: ['idnow', 'outcome'],
    'auth v2 route / status': ['idnow', 'verification-status'],
    'auth v2 status': ['idnow', 'verification-status'],
    'auth v2 check': ['idnow', 'verification-check'],
    'auth v1 route': ['idnow', 'authentication-v1-route'],
    'auth v1 result': ['idnow', 'authentication-result'],
    'enrolment verdict': ['idnow', 'enrollment-route'],
    'document IDV route': ['idnow', 'document-route'],
  },
  Keyless: {
    event: ['keyless', 'event'],
    'UI step': ['keyless', 'ui-step'],
    error: ['keyless', 'error'],
    'mobile code': ['keyless', 'mobile-code'],
  },
  Transmit: {
    'result status': ['mosaic', 'result-status'],
    recommendation: ['mosaic', 'recommendation'],
    'journey branch': ['mosaic', 'journey-branch'],
    'check reason': ['mosaic', 'check-reason'],
    'web callback': ['mosaic', 'web-callback'],
    'native event': ['mosaic', 'native-event'],
    'recapture reason': ['mosaic', 'recapture-reason'],
    'native error': ['mosaic', 'native-error'],
    journey: ['mosaic', 'journey'],
    'journey option': ['mosaic', 'journey-option'],
    'SDK error': ['mosaic', 'sdk-error'],
  },
};

/** Rows of what has no word of the provider's, and what the tables call it: ours, or our sandbox's. */
const PROSE: Readonly<Record<string, readonly string[]>> = {
  'deny response': ['deny'],
  'redirect with a failure': ['cancel'],
  'first use enrols; later use verifies': ['enrolled-or-verified'],
  'missing location; location not inferable': ['location-missing', 'location-unknown'],
};

/** Error codes of Keyless (section 4.6 of the contract report), which the glossary abridges. */
export const KEYLESS_ERRORS = `
  SERVER_CUSTOMER_NOT_FOUND SERVER_FACE_DOES_NOT_MATCH SERVER_FORBIDDEN SERVER_IMAGE_ENCRYPT_FAILED SERVER_INTERNAL_ERROR
  SERVER_INVALID_REQUEST SERVER_INVALID_RESPONSE SERVER_NO_ATTEMPTS_LEFT SERVER_RECOGNITION_FAILED SERVER_TIMEOUT
  SERVER_UNAVAILABLE_SERVICE SERVER_UNPROCESSABLE_EVENT SERVER_USER_ALREADY_ENROLLED SERVER_USER_LOCKED_OUT SERVER_USER_NOT_FOUND
  SERVER_VALIDATION_FAILED MEDIA_DEVICES_EMPTY_VIDEO_INPUT_LABEL MEDIA_DEVICES_NO_VIDEO_INPUTS MEDIA_STREAM_ABORT
  MEDIA_STREAM_INVALID_STATE MEDIA_STREAM_NOT_ALLOWED MEDIA_STREAM_NOT_FOUND MEDIA_STREAM_NOT_READABLE
  MEDIA_STREAM_OVERCONSTRAINED MEDIA_STREAM_SECURITY MEDIA_STREAM_TYPE MEDIA_STREAM_UNSET SESSION_MANAGER_NULL
  SESSION_MANAGER_NOT_NULL SESSION_ID_UNSET SESSION_DATABASE_ERROR SESSION_MEDIA_STREAM_TIMEOUT SESSION_MEDIA_STREAM_UNSET
  WEB_ASSEMBLY_ABORTED WEB_ASSEMBLY_FACTORY_FAILED WEB_ASSEMBLY_IMPORT_FAILED WEB_ASSEMBLY_MODULE_NOT_FOUND WEB_ASSEMBLY_NOT_READY
  WEB_SOCKET_ERROR WEB_SOCKET_OPEN WEB_SOCKET_TIMEOUT WEB_SOCKET_UNEXPECTED_CLOSE WEB_SOCKET_URL_PARSE_FAILED WEB_SOCKET_URL_UNSET
  SERVICE_URL_PARSE_FAILED SERVICE_URL_UNSET CUSTOMER_UNSET USERNAME_UNSET KEY_UNSET KEY_ID_UNSET KEY_DECODE_FAILED OPTIONS_UNSET
  FRAME_RESULTS_SET_UNSET USER_LOCKOUT_EXPIRATION_UNSET CREATE_MEDIA_STREAM_ARGS_UNSET QUEUE_UNSET SYMBOL_UNSET
  SYMBOL_DESCRIPTION_UNSET SLUG_UNSUPPORTED EXCEPTION RUNTIME_VIOLATION NONCANCELABLE
`
  .trim()
  .split(/\s+/);

/** The rows of `glossary.md`. */
export function readGlossary(): readonly GlossaryRow[] {
  const page = readFileSync(join(import.meta.dirname, 'glossary.md'), 'utf8');
  const lines = page.split('\n').filter((line) => line.startsWith('| '));
  return lines
    .slice(1)
    .filter((line) => !line.startsWith('| ---'))
    .map(toRow);
}

function toRow(line: string): GlossaryRow {
  const cells = line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
  const [of = '', where = '', what = '', lifecycle = '', decision = '', nextAction = '', terminal = '', reasons = ''] =
    cells;
  const place = LAYERS[of]?.[where];
  if (place === undefined) throw new Error(`no table for ${of}, ${where}`);
  const [system, layer] = place;
  return {
    title: `${of}, ${where}: ${what}`,
    system,
    layer: layer === 'approved' && !what.includes('isApproved') ? 'risk-level' : layer,
    words: wordsOf(what, layer),
    lifecycle: listOf(lifecycle),
    decision: listOf(decision),
    nextAction: listOf(nextAction),
    terminal,
    reasons: listOf(reasons),
  };
}

const listOf = (cell: string): string[] => (cell === '–' ? [] : cell.split('/').map((word) => word.trim()));

function wordsOf(what: string, layer: string): readonly string[] {
  if (layer === 'start-error') return PROSE[what] ?? ['consent-missing'];
  const spelt = [...what.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word.replace(/^(?:status=|isApproved:)/, ''));
  if (spelt.length === 0) return PROSE[what] ?? [];
  return spelt.flatMap((word) =>
    word.includes('*') ? KEYLESS_ERRORS.filter((code) => isAbridged(code, word)) : [word],
  );
}

/** Codes that another row names in full, or by a longer beginning, belong there. */
function isAbridged(code: string, pattern: string): boolean {
  const [start = '', end = ''] = pattern.split('*');
  if (start === '' && /^(?:MEDIA_STREAM|WEB_ASSEMBLY|MEDIA_DEVICES)_/.test(code)) return false;
  return code.startsWith(start) && code.endsWith(end);
}
