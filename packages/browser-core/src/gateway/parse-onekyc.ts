import { DOCUMENT_STATUSES, NEXT_ACTIONS, SUBMISSION_STATUSES } from '@bonafide/contracts/onekyc';

import type { SubmissionStatus } from './liveness-gateway.ts';

/**
 * Readers of the three OneKYC answers that a journey needs. They check what is used and pass over the rest, since a
 * schema library would outweigh the session itself; the full validators of `@bonafide/contracts` are their test oracle.
 * Each throws a `TypeError` that names the field, never its value.
 */

type Fields = Readonly<Record<string, unknown>>;

/** `GET /coe/v1/submissions/urls`: where the selfie goes. */
export function parseUploadUrls(body: unknown): { submissionId: string; url: string; expiresInMs: number } {
  const data = dataOf(body);
  const selfie = fields(fields(data['documents'], 'documents')['SELFIE'], 'documents.SELFIE');
  const seconds = text(selfie['expiryInSeconds'], 'documents.SELFIE.expiryInSeconds');
  if (!/^\d{1,9}$/.test(seconds)) throw new TypeError('documents.SELFIE.expiryInSeconds is not a whole number');
  return {
    submissionId: text(data['submissionId'], 'submissionId'),
    url: httpUrl(selfie['documentUrl'], 'documents.SELFIE.documentUrl'),
    expiresInMs: Number(seconds) * 1000,
  };
}

/** `PUT /coe/v1/submissions/urls`: throws unless it speaks of the submission that was confirmed. */
export function parseConfirmation(body: unknown, submissionId: string): void {
  if (text(dataOf(body)['submissionId'], 'submissionId') !== submissionId) {
    throw new TypeError('submissionId is another one');
  }
}

/** `GET /coe/v1/submissions/{submissionId}/status`. */
export function parseStatus(body: unknown): Omit<SubmissionStatus, 'retryAfterMs'> {
  const data = dataOf(body);
  return {
    submissionId: text(data['submissionId'], 'submissionId'),
    status: oneOf(data['status'], SUBMISSION_STATUSES, 'status'),
    approved: approval(data['verificationResult']),
    pictureRefused: refusal(data['documents']),
    nextAction: data['nextAction'] === undefined ? null : oneOf(data['nextAction'], NEXT_ACTIONS, 'nextAction'),
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
  const envelope = fields(body, 'body');
  if (envelope['success'] !== true) throw new TypeError('success is not true');
  return fields(envelope['data'], 'data');
}

function approval(value: unknown): boolean | null {
  if (value === undefined) return null;
  const approved = fields(value, 'verificationResult')['isApproved'];
  if (typeof approved !== 'boolean') throw new TypeError('verificationResult.isApproved is not a boolean');
  return approved;
}

function refusal(value: unknown): boolean {
  if (value === undefined) return false;
  const selfie = fields(value, 'documents')['SELFIE'];
  if (selfie === undefined) return false;
  const status = oneOf(fields(selfie, 'documents.SELFIE')['status'], DOCUMENT_STATUSES, 'documents.SELFIE.status');
  return status === 'INVALID' || status === 'REJECTED';
}

/** `attempts` is an extension: `{ used, max }`, this attempt included. */
function attemptsLeft(value: unknown): number | null {
  if (value === undefined) return null;
  const attempts = fields(value, 'attempts');
  return Math.max(0, count(attempts['max'], 'attempts.max') - count(attempts['used'], 'attempts.used'));
}

function count(value: unknown, name: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw new TypeError(`${name} is not a count`);
  return value;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fields(value: unknown, name: string): Fields {
  if (!isFields(value)) throw new TypeError(`${name} is not an object`);
  return value;
}

function text(value: unknown, name: string): string {
  if (typeof value !== 'string' || value === '') throw new TypeError(`${name} is not a text`);
  return value;
}

function httpUrl(value: unknown, name: string): string {
  const url = text(value, name);
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw new TypeError(`${name} is not an http URL`);
  return url;
}

function oneOf<T extends string>(value: unknown, words: readonly T[], name: string): T {
  const found = words.find((word) => word === value);
  if (found === undefined) throw new TypeError(`${name} is not one of ${words.join(', ')}`);
  return found;
}
