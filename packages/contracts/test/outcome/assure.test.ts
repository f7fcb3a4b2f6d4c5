import { describe } from 'vitest';
import { toOutcomeAssure, type Outcome } from '../../src/outcome/index.ts';
import { itHolds } from './it-holds.ts';

describe('Assure: final status (table of the provider Onfido)', () => {
  const process = (
    status: string,
    providerSpecific: Record<string, unknown> = {},
    more: Record<string, unknown> = {},
  ): Outcome =>
    toOutcomeAssure({
      from: 'process',
      body: { processId: 'p', provider: 'onfido', status, providerSpecific, ...more },
    });
  const face = (field: string): Outcome =>
    process('inconclusive', { facialSimilarity: { [field]: 'consider' }, documentVerification: { result: 'clear' } });
  const suspected = (field: string): Outcome =>
    process('inconclusive', {
      documentVerification: { result: 'consider', subResult: 'suspected', [field]: 'consider' },
    });
  const rejected = (fields: Record<string, string>): Outcome =>
    process('rejected', { documentVerification: { result: 'consider', subResult: 'rejected', ...fields } });
  itHolds([
    [
      'accepted: the ID is valid and the faces match',
      process('accepted', { documentVerification: { subResult: 'clear' } }),
      ['final', 'accepted', 'none', true, []],
    ],
    [
      'rejected: the ID is not valid',
      process('rejected'),
      ['final', 'rejected', 'new_session', true, ['not_specified']],
    ],
    [
      'inconclusive: the ID is valid but suspicious',
      process('inconclusive', { documentVerification: { subResult: 'suspected' } }),
      ['final', 'review', 'manual_review', true, ['fraud']],
    ],
    [
      'inconclusive: a facial similarity did not succeed',
      process('inconclusive', { facialSimilarity: { result: 'consider' } }),
      ['final', 'review', 'manual_review', true, ['not_specified']],
    ],
    [
      'face: quality not sufficient (imageIntegrity)',
      face('imageIntegrity'),
      ['final', 'review', 'manual_review', true, ['quality']],
    ],
    [
      'face: another face (faceComparison)',
      face('faceComparison'),
      ['final', 'review', 'manual_review', true, ['face_match']],
    ],
    [
      'face: not real, or no liveness (visualAuthenticity)',
      face('visualAuthenticity'),
      ['final', 'review', 'manual_review', true, ['liveness']],
    ],
    [
      'document: an element is incorrect (dataValidation)',
      suspected('dataValidation'),
      ['final', 'review', 'manual_review', true, ['fraud', 'document_authenticity']],
    ],
    [
      'document: a visual element is incorrect (visualAuthenticity)',
      suspected('visualAuthenticity'),
      ['final', 'review', 'manual_review', true, ['fraud', 'document_authenticity']],
    ],
    [
      'document: compromised (compromisedDocument)',
      suspected('compromisedDocument'),
      ['final', 'review', 'manual_review', true, ['fraud', 'fraud']],
    ],
    [
      'document: not consistent (dataConsistency)',
      suspected('dataConsistency'),
      ['final', 'review', 'manual_review', true, ['fraud', 'document_authenticity']],
    ],
    [
      'document: reported as stolen (policeRecord)',
      suspected('policeRecord'),
      ['final', 'review', 'manual_review', true, ['fraud', 'fraud']],
    ],
    [
      'rejected for poor pictures (imageIntegrity)',
      rejected({ imageIntegrity: 'consider' }),
      ['final', 'rejected', 'use_other_document', true, ['quality']],
    ],
    [
      'rejected for an unknown type (documentType)',
      rejected({ documentType: 'unknown' }),
      ['final', 'rejected', 'use_other_document', true, ['document_unsupported']],
    ],
    [
      'rejected for the age (ageValidation)',
      rejected({ ageValidation: 'consider' }),
      ['final', 'rejected', 'use_other_document', true, ['policy_age']],
    ],
    [
      'rejected for the age, by the other name that the page has once (ageComparison)',
      rejected({ ageComparison: 'consider' }),
      ['final', 'rejected', 'use_other_document', true, ['policy_age']],
    ],
    ['canceled', process('canceled'), ['cancelled', 'none', 'new_session', true, ['user_cancel']]],
    [
      'failed for an upload',
      process('failed', {}, { failReason: { type: 'upload_failed', message: 'x' } }),
      ['errored', 'none', 'retry_capture', true, ['quality']],
    ],
    [
      'failed for a reason that nobody knows',
      process('failed', {}, { failReason: { type: 'timed_out' } }),
      ['errored', 'none', 'new_session', true, ['not_specified']],
    ],
    ['pending', process('pending'), ['created', 'none', 'wait_or_poll', false, []]],
    ['processing', process('processing'), ['processing', 'none', 'wait_or_poll', false, []]],
    [
      'accepted although the document is suspected',
      process('accepted', { documentVerification: { subResult: 'suspected' } }),
      ['final', 'unknown', 'manual_review', true, ['fraud']],
    ],
    ['a status that nobody knows', process('approved'), ['unknown', 'unknown', 'contact_support', false, []]],
    [
      'a notification is not acted on',
      toOutcomeAssure({ from: 'callback', body: { dossierId: 'd', processId: 'p', status: 'accepted' } }),
      ['final', 'unknown', 'fetch_result', false, []],
    ],
    [
      'a redirect is not acted on',
      toOutcomeAssure({ from: 'redirect', query: { status: 'accepted' } }),
      ['final', 'unknown', 'fetch_result', false, []],
    ],
    [
      'a start without a location',
      toOutcomeAssure({ from: 'error', httpStatus: 400, body: { code: 'location-missing' } }),
      ['errored', 'none', 'fix_integration', false, ['policy_location']],
    ],
    [
      'a start without consent',
      toOutcomeAssure({ from: 'error', httpStatus: 400, body: { code: 'consent-missing' } }),
      ['errored', 'none', 'fix_integration', false, ['policy_consent']],
    ],
    [
      'a process that is gone',
      toOutcomeAssure({ from: 'error', httpStatus: 404, body: {} }),
      ['unknown', 'none', 'new_session', true, ['not_specified']],
    ],
  ]);
});
