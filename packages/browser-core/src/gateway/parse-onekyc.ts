import { DOCUMENT_STATUSES, NEXT_ACTIONS, SUBMISSION_STATUSES } from '@bonafide/contracts/onekyc';

import type { SubmissionStatus } from './liveness-gateway.ts';
import { isFields, readCount, readFields, readFlag, readHttpUrl, readOneOf, readText } from './read-fields.ts';
import type { Fields } from './read-fields.ts';

/** Readers of the three OneKYC answers that a journey needs. Each throws a `TypeError` that names the field, never its value. */

/** Where one picture goes. The URL is a bearer secret. */
export interface DocumentTarget {
  readonly url: string;
  readonly expiresInMs: number;
}

/** A submission and where its pictures go, by the gateway's document types (`KTP`, `SELFIE`). */
export interface UploadTargets {
  readonly submissionId: string;
  readonly targets: Readonly<Record<string, DocumentTarget>>;
  /** Our extension: for a bound capture. */
  readonly nonce: string | null;
}

export interface DocumentState {
  readonly status: (typeof DOCUMENT_STATUSES)[number];
  /** Our extension: why it is refused. */
  readonly reason: string | null;
}

/** What a poll says, before it is known which of the pictures matter. */
export type OneKycStatus = Omit<SubmissionStatus, 'retryAfterMs' | 'pictureRefused'> & {
  readonly documents: Readonly<Record<string, DocumentState>>;
};

/** `GET /coe/v1/submissions/urls`: where the pictures go. */
export function parseUploadTargets(body: unknown): UploadTargets {
  const data = dataOf(body);
  const documents = readFields(data['documents'], 'documents');
  const targets = Object.entries(documents).map(([type, value]) => {
    const name = `documents.${type}`;
    const document = readFields(value, name);
    const seconds = readText(document['expiryInSeconds'], `${name}.expiryInSeconds`);
    if (!/^\d{1,9}$/.test(seconds)) throw new TypeError(`${name}.expiryInSeconds is not a whole number`);
    const url = readHttpUrl(document['documentUrl'], `${name}.documentUrl`);
    return [type, { url, expiresInMs: Number(seconds) * 1000 }] as const;
  });
  const nonce = data['captureNonce'] === undefined ? null : readText(data['captureNonce'], 'captureNonce');
  return { submissionId: readText(data['submissionId'], 'submissionId'), targets: Object.fromEntries(targets), nonce };
}

export function targetOf({ targets }: UploadTargets, type: string): DocumentTarget {
  const target = targets[type];
  if (target === undefined) throw new TypeError(`documents.${type} is not an object`);
  return target;
}

/** `PUT /coe/v1/submissions/urls`: throws unless it speaks of the submission that was confirmed. */
export function parseConfirmation(body: unknown, submissionId: string): void {
  if (readText(dataOf(body)['submissionId'], 'submissionId') !== submissionId) {
    throw new TypeError('submissionId is another one');
  }
}

/** `GET /coe/v1/submissions/{submissionId}/status`. */
export function parseStatus(body: unknown): OneKycStatus {
  const data = dataOf(body);
  return {
    submissionId: readText(data['submissionId'], 'submissionId'),
    status: readOneOf(data['status'], SUBMISSION_STATUSES, 'status'),
    approved: approval(data['verificationResult']),
    documents: documentStates(data['documents']),
    nextAction: data['nextAction'] === undefined ? null : readOneOf(data['nextAction'], NEXT_ACTIONS, 'nextAction'),
    attemptsLeft: attemptsLeft(data['attempts']),
  };
}

/** The first `errors[].cause` and `code` of a failure envelope; empty when the body is something else. Never throws. */
export function readFailure(body: unknown): { readonly code: string; readonly cause: string } {
  const errors = isFields(body) ? body['errors'] : undefined;
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  if (!isFields(first)) return { code: '', cause: '' };
  const { code, cause } = first;
  return {
    code: typeof code === 'string' || typeof code === 'number' ? String(code) : '',
    cause: typeof cause === 'string' ? cause : '',
  };
}

function dataOf(body: unknown): Fields {
  const envelope = readFields(body, 'body');
  if (envelope['success'] !== true) throw new TypeError('success is not true');
  return readFields(envelope['data'], 'data');
}

function approval(value: unknown): boolean | null {
  if (value === undefined) return null;
  return readFlag(readFields(value, 'verificationResult')['isApproved'], 'verificationResult.isApproved');
}

function documentStates(value: unknown): Readonly<Record<string, DocumentState>> {
  if (value === undefined) return {};
  const states = Object.entries(readFields(value, 'documents')).map(([type, document]) => {
    const name = `documents.${type}`;
    const { status, reason } = readFields(document, name);
    const known = typeof reason === 'string' && reason !== '' ? reason : null;
    return [type, { status: readOneOf(status, DOCUMENT_STATUSES, `${name}.status`), reason: known }] as const;
  });
  return Object.fromEntries(states);
}

/** `attempts` is an extension: `{ used, max }`, this attempt included. */
function attemptsLeft(value: unknown): number | null {
  if (value === undefined) return null;
  const attempts = readFields(value, 'attempts');
  return Math.max(0, readCount(attempts['max'], 'attempts.max') - readCount(attempts['used'], 'attempts.used'));
}
