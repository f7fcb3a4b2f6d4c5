import {
  CAPTURE_DEPICTIONS,
  CAPTURE_STATUSES,
  DOCUMENT_SIDES,
  END_OF_STATUS,
  REFUSAL_CODES,
} from '@bonafide/contracts/capture-backend';
import type { RefusalCode } from '@bonafide/contracts/capture-backend';

import type { DocumentType } from '../document/expected-document.ts';
import { RECAPTURE_REASONS } from './identity-gateway.ts';
import type {
  ConsentDemand,
  Depiction,
  DocumentChoice,
  IdentityPoll,
  IdentityProcess,
  IdentityRequirements,
} from './identity-gateway.ts';
import { isHttpAddress } from './is-http-address.ts';
import { isFields, readCount, readFields, readFlag, readList, readOneOf, readText } from './read-fields.ts';

/** Readers of what a capture backend answers. Each throws a `TypeError` that names the field, never its value. */

/** Kinds of document that are known here. */
export const DOCUMENT_TYPES: readonly DocumentType[] = [
  'passport',
  'identityCard',
  'driversLicense',
  'residencePermit',
  'ktp',
];

const DEPICTION_OF = { front: 'FRONT', back: 'BACK', selfie: 'SELFIE' } as const satisfies Record<string, Depiction>;

/** The pictures' names in a path. */
export const PATH_NAME_OF = { FRONT: 'front', BACK: 'back', SELFIE: 'selfie' } as const satisfies Record<
  Depiction,
  string
>;

/** `GET /requirements`. Kinds of document that this version does not know are passed over. */
export function parseRequirements(body: unknown): IdentityRequirements {
  const data = readFields(body, 'body');
  const all = readList(data['documents'], 'documents', readChoice);
  const documents = all.filter((choice) => choice !== null);
  if (all.length > 0 && documents.length === 0) throw new TypeError('documents names no kind that is known here');
  return {
    documents,
    selfie: readFlag(data['selfie'], 'selfie'),
    countryOfResidence: optional(data['countryOfResidence'], 'countryOfResidence', readCountry),
    consent: optional(data['consent'], 'consent', readConsent),
    eager: true,
  };
}

/** `POST /processes`. */
export function parseCreated(body: unknown): IdentityProcess {
  const data = readFields(body, 'body');
  return {
    processId: readText(data['processId'], 'processId'),
    depictions: readNeeds(data['requirements']),
    received: [],
  };
}

/** `GET /processes/{processId}` and the answer of `POST …/verification`. Throws when it speaks of another process. */
export function parseProcessState(
  body: unknown,
  processId: string,
): {
  readonly process: IdentityProcess;
  readonly poll: Omit<IdentityPoll, 'retryAfterMs'>;
  readonly captureNonce: string | null;
} {
  const data = readFields(body, 'body');
  if (readText(data['processId'], 'processId') !== processId) throw new TypeError('processId is another one');
  const attempts = readFields(data['attempts'], 'attempts');
  const attemptsLeft = readCount(attempts['max'], 'attempts.max') - readCount(attempts['used'], 'attempts.used');
  return {
    process: {
      processId,
      depictions: readNeeds(data['requirements']),
      received: readList(data['received'], 'received', readDepiction),
    },
    poll: { attemptsLeft: Math.max(0, attemptsLeft), ...readProgress(data) },
    captureNonce: optional(data['captureNonce'], 'captureNonce', readText),
  };
}

/** `PUT …/images/{depiction}`: throws unless what arrived is what was sent. */
export function parseReceived(body: unknown, depiction: Depiction, digest: string): void {
  const data = readFields(body, 'body');
  if (readDepiction(data['depiction'], 'depiction') !== depiction) throw new TypeError('depiction is another one');
  if (readText(data['digest'], 'digest') !== digest) throw new TypeError('digest is that of other bytes');
}

/** A refusal's code; null when the body is something else. Never throws. */
export function readRefusal(body: unknown): { readonly code: RefusalCode | null; readonly retryable: boolean } {
  if (!isFields(body)) return { code: null, retryable: false };
  const code = REFUSAL_CODES.find((known) => known === body['code']) ?? null;
  return { code, retryable: body['retryable'] === true };
}

function readProgress(data: Readonly<Record<string, unknown>>) {
  const status = readOneOf(data['status'], CAPTURE_STATUSES, 'status');
  switch (status) {
    case 'pending':
    case 'processing':
      return { state: status } as const;
    case 'recapture': {
      const recapture = readFields(data['recapture'], 'recapture');
      const depictions = readList(recapture['depictions'], 'recapture.depictions', readDepiction);
      if (depictions.length === 0) throw new TypeError('recapture.depictions is empty');
      const word = readText(recapture['reason'], 'recapture.reason');
      const reason = RECAPTURE_REASONS.find((known) => known === word) ?? 'other';
      return { state: 'recapture', depictions, reason } as const;
    }
    default:
      return { state: 'done', status: END_OF_STATUS[status], word: status } as const;
  }
}

function readChoice(value: unknown, name: string): DocumentChoice | null {
  const option = readFields(value, name);
  const word = readText(option['documentType'], `${name}.documentType`);
  const sides = readList(option['sides'], `${name}.sides`, readSide);
  if (sides.length === 0) throw new TypeError(`${name}.sides is empty`);
  const countries = optional(option['issuingCountries'], `${name}.issuingCountries`, readCountries);
  const documentType = DOCUMENT_TYPES.find((known) => known === word);
  return documentType === undefined ? null : { documentType, sides, countries };
}

function readConsent(value: unknown, name: string): ConsentDemand {
  const consent = readFields(value, name);
  return {
    version: readText(consent['version'], `${name}.version`),
    requiredIn: readCountries(consent['requiredIn'], `${name}.requiredIn`),
    documents: readList(consent['documents'], `${name}.documents`, readConsentDocument),
  };
}

/** The address becomes a link on the page, so it must be one that only leads somewhere. */
function readConsentDocument(value: unknown, name: string): { readonly title: string; readonly url: string } {
  const document = readFields(value, name);
  const url = readText(document['url'], `${name}.url`);
  if (!isHttpAddress(url)) throw new TypeError(`${name}.url is not an http URL`);
  return { title: readText(document['title'], `${name}.title`), url };
}

function readNeeds(value: unknown): readonly Depiction[] {
  const requirements = readFields(value, 'requirements');
  // A check of the face alone does not speak of a document.
  const sides =
    requirements['sides'] === undefined ? [] : readList(requirements['sides'], 'requirements.sides', readSide);
  const selfie = readFlag(requirements['selfie'], 'requirements.selfie');
  // In the order in which they are taken, whatever the backend's.
  return [
    ...(sides.includes('front') ? (['FRONT'] as const) : []),
    ...(sides.includes('back') ? (['BACK'] as const) : []),
    ...(selfie ? (['SELFIE'] as const) : []),
  ];
}

function readDepiction(value: unknown, name: string): Depiction {
  return DEPICTION_OF[readOneOf(value, CAPTURE_DEPICTIONS, name)];
}

function readSide(value: unknown, name: string): 'front' | 'back' {
  return readOneOf(value, DOCUMENT_SIDES, name);
}

function readCountries(value: unknown, name: string): readonly string[] {
  return readList(value, name, readCountry);
}

export function readCountry(value: unknown, name: string): string {
  const country = readText(value, name);
  if (!/^[A-Z]{3}$/.test(country)) throw new TypeError(`${name} is not three letters of ISO 3166-1 alpha-3`);
  return country;
}

export function optional<T>(value: unknown, name: string, read: (value: unknown, name: string) => T): T | null {
  return value === undefined ? null : read(value, name);
}
