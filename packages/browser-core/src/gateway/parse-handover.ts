import { HANDOVER_STATUSES } from '@bonafide/contracts/capture-backend';
import type { HandoverStatus } from '@bonafide/contracts/capture-backend';

import type { HandoverRequest } from '../session/identity/identity-ports.ts';
import type { GivenConsent } from './identity-gateway.ts';
import { DOCUMENT_TYPES, optional, readCountry } from './parse-capture-backend.ts';
import { isFields, readCount, readFields, readOneOf, readText } from './read-fields.ts';

/** Readers of what a capture backend says of a hand-over. Each throws a `TypeError` that names the field, never its value. */

export interface HandoverMade {
  readonly handoverId: string;
  readonly secret: string;
  readonly expiresInMs: number;
}

/** `POST /handovers`. */
export function parseHandoverMade(body: unknown): HandoverMade {
  const data = readFields(body, 'body');
  return {
    handoverId: readText(data['handoverId'], 'handoverId'),
    secret: readText(data['secret'], 'secret'),
    expiresInMs: readCount(data['expiresInSeconds'], 'expiresInSeconds') * 1000,
  };
}

export interface HandoverClaimed {
  readonly captureToken: string;
  readonly code: string;
  readonly confirmWithinMs: number;
}

/** `POST /handovers/{handoverId}/claim`. */
export function parseHandoverClaimed(body: unknown): HandoverClaimed {
  const data = readFields(body, 'body');
  return {
    captureToken: readText(data['captureToken'], 'captureToken'),
    code: readText(data['code'], 'code'),
    confirmWithinMs: readCount(data['confirmWithinSeconds'], 'confirmWithinSeconds') * 1000,
  };
}

export interface HandoverSeen {
  readonly status: HandoverStatus;
  readonly code: string | null;
  /** With what the phone begins. */
  readonly request: HandoverRequest;
}

/** `GET /handovers/{handoverId}`. A kind of document that is not known here is chosen anew. */
export function parseHandoverSeen(body: unknown): HandoverSeen {
  const data = readFields(body, 'body');
  const documentType = DOCUMENT_TYPES.find((known) => known === data['documentType']) ?? null;
  return {
    status: readOneOf(data['status'], HANDOVER_STATUSES, 'status'),
    code: optional(data['code'], 'code', readText),
    request: {
      processId: optional(data['processId'], 'processId', readText),
      documentType,
      country: documentType === null ? null : optional(data['issuingCountry'], 'issuingCountry', readCountry),
      consent: readConsent(data['consents']),
    },
  };
}

/** Only a consent that was given counts; any other is asked for on the phone. */
function readConsent(consents: unknown): GivenConsent | null {
  const given = isFields(consents) ? consents['privacy'] : undefined;
  if (!isFields(given) || given['granted'] !== true) return null;
  return { granted: true, version: readText(given['version'], 'version'), at: readText(given['at'], 'at') };
}
