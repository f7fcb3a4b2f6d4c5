import type { DocumentType } from '../../document/expected-document.ts';
import { RECAPTURE_REASONS } from '../../gateway/identity-gateway.ts';
import type { Depiction, GivenConsent } from '../../gateway/identity-gateway.ts';
import { StoredRecord } from '../engine/stored-record.ts';
import type { SessionStore } from '../ports.ts';
import { DEPICTIONS } from './machine/identity-state.ts';
import type { IdentityResumePoint } from './machine/resume-point.ts';

/** How long a journey is worth taking up again. Our choice: a lunch is not, a search for the passport is. */
const LIFETIME_MS = 30 * 60_000;

const DOCUMENT_TYPES: readonly DocumentType[] = [
  'passport',
  'identityCard',
  'driversLicense',
  'residencePermit',
  'ktp',
];

/** Where an identity journey was, for the page's next life. */
export function createIdentityResumeStore(
  store: SessionStore | null,
  prefix: string,
): StoredRecord<IdentityResumePoint> {
  return new StoredRecord(store, `${prefix}.resume`, LIFETIME_MS, parsePoint);
}

type Fields = Readonly<Record<string, unknown>>;

/** What was stored, or null when it is not ours to read. */
function parsePoint(fields: Fields): IdentityResumePoint | null {
  const { processId, correlationId = null, documentType, country, attempt } = fields;
  const consent = parseConsent(fields['consent']);
  const pictures = listOf(fields['pictures'], parsePicture);
  const refusedDigests = listOf(fields['refusedDigests'], parseDigest);
  const recapture = parseRecapture(fields['recapture']);
  if (consent === undefined || recapture === undefined || pictures === null || refusedDigests === null) return null;
  if (!isTextOrNull(processId) || !isTextOrNull(correlationId) || !isTextOrNull(country)) return null;
  const type = documentType === null ? null : DOCUMENT_TYPES.find((known) => known === documentType);
  if (type === undefined || typeof attempt !== 'number' || !Number.isSafeInteger(attempt) || attempt < 1) return null;
  const flags = readFlags(fields);
  if (flags === null) return null;
  return {
    processId,
    correlationId,
    consent,
    documentType: type,
    country,
    attempt,
    pictures,
    refusedDigests,
    recapture,
    ...flags,
  };
}

function readFlags(fields: Fields): Pick<IdentityResumePoint, 'chosen' | 'flipped' | 'reviewed' | 'submitted'> | null {
  const { chosen, flipped, reviewed, submitted } = fields;
  if (typeof chosen !== 'boolean' || typeof flipped !== 'boolean') return null;
  if (typeof reviewed !== 'boolean' || typeof submitted !== 'boolean') return null;
  return { chosen, flipped, reviewed, submitted };
}

function parseConsent(value: unknown): GivenConsent | null | undefined {
  if (value === null) return null;
  if (!isFields(value)) return undefined;
  const { granted, version, at } = value;
  if (granted !== true || typeof version !== 'string' || typeof at !== 'string') return undefined;
  return { granted, version, at };
}

function parsePicture(value: unknown): IdentityResumePoint['pictures'][number] | null {
  if (!isFields(value)) return null;
  const depiction = parseDepiction(value['depiction']);
  const { digest, sent } = value;
  if (depiction === null || typeof digest !== 'string' || typeof sent !== 'boolean') return null;
  return { depiction, digest, sent };
}

function parseRecapture(value: unknown): IdentityResumePoint['recapture'] | undefined {
  if (value === null) return null;
  if (!isFields(value)) return undefined;
  const depictions = listOf(value['depictions'], parseDepiction);
  const reason = RECAPTURE_REASONS.find((known) => known === value['reason']);
  return depictions === null || reason === undefined ? undefined : { depictions, reason };
}

function parseDepiction(value: unknown): Depiction | null {
  return DEPICTIONS.find((known) => known === value) ?? null;
}

function parseDigest(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Null when one item is not what it should be. */
function listOf<T>(value: unknown, parse: (item: unknown) => T | null): readonly T[] | null {
  if (!Array.isArray(value)) return null;
  const items = value.map((item) => parse(item));
  return items.includes(null) ? null : (items as T[]);
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || (typeof value === 'string' && value !== '');
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
