import { alike, reads, type WordTable } from '../word-reading.ts';

/** What each word of Signicat Assure says, by where it stands. */
export const ASSURE_WORDS = {
  'process-status': {
    pending: reads('created', 'none', 'wait_or_poll', false),
    processing: reads('processing', 'none', 'wait_or_poll', false),
    accepted: reads('final', 'accepted', 'none', true),
    rejected: reads('final', 'rejected', 'new_session', true, [
      'document_authenticity',
      'quality',
      'document_unsupported',
      'policy_age',
    ]),
    inconclusive: reads('final', 'review', 'manual_review', true, [
      'face_match',
      'liveness',
      'quality',
      'document_authenticity',
      'fraud',
    ]),
    canceled: reads('cancelled', 'none', 'new_session', true, 'user_cancel'),
    failed: reads('errored', 'none', 'new_session', true, ['timeout', 'provider_system', 'quality', 'integration']),
  },
  'fail-reason': {
    upload_failed: reads('errored', 'none', 'retry_capture', true, 'quality'),
  },
  check: {
    clear: reads(null, null, null, null),
    consider: reads(null, null, null, null),
  },
  'sub-result': {
    suspected: reads('final', 'review', 'manual_review', true, 'fraud', { fraudSignal: 'suspected' }),
    rejected: reads('final', 'rejected', 'use_other_document', true, ['quality', 'document_unsupported', 'policy_age']),
  },
  'similarity-score': {
    ...alike(['high', 'medium'], reads(null, null, null, null)),
  },
  'start-error': {
    ...alike(
      ['location-missing', 'location-unknown'],
      reads('errored', 'none', 'fix_integration', false, 'policy_location'),
    ),
    'consent-missing': reads('errored', 'none', 'fix_integration', false, 'policy_consent'),
  },
} as const satisfies WordTable;
