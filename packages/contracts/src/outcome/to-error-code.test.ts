import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../codes/index.ts';
import {
  knownWords,
  layersOf,
  toErrorCode,
  toJourneyEnd,
  toOutcomeAssure,
  toOutcomeIdnow,
  toOutcomeMosaic,
  toOutcomeOfWord,
  toOutcomeOneKyc,
  type WordSystem,
} from './index.ts';

const SYSTEMS: readonly WordSystem[] = ['onekyc', 'assure', 'onfido', 'svipe', 'iproov', 'idnow', 'keyless', 'mosaic'];

describe('the error code of an outcome', () => {
  it.each([
    ['approved', toOutcomeAssure({ from: 'process', body: { status: 'accepted' } }), null],
    ['for somebody to look at', toOutcomeAssure({ from: 'process', body: { status: 'inconclusive' } }), null],
    ['refused', toOutcomeAssure({ from: 'process', body: { status: 'rejected' } }), 'verification-failed'],
    ['given up', toOutcomeAssure({ from: 'process', body: { status: 'canceled' } }), 'aborted'],
    ['on its way', toOutcomeAssure({ from: 'process', body: { status: 'pending' } }), null],
    ['expired', toOutcomeIdnow({ from: 'session', body: { sessionStatus: 'EXPIRED' } }), 'session-not-found'],
    ['broken', toOutcomeIdnow({ from: 'session', body: { sessionStatus: 'ERROR' } }), 'server'],
    [
      'no attempts left',
      toOutcomeOneKyc({ from: 'error', httpStatus: 429, body: { errors: [{ cause: 'SUBMISSION_QUOTA_EXCEEDED' }] } }),
      'attempts-exhausted',
    ],
    [
      'no camera',
      toOutcomeOneKyc({ from: 'sdk', result: { status: 'ERROR', extra: { errorCode: 'CAMERA' } } }),
      'permission-denied',
    ],
    ['no network', toOutcomeMosaic({ from: 'sdk', event: 'verificationDidFail', reason: 'networkError' }), 'network'],
    [
      'no consent',
      toOutcomeOfWord({ system: 'onfido', layer: 'sdk-error', word: 'user_consent_denied', channel: 'sdk_event' }),
      'consent-declined',
    ],
    ['not understood', toOutcomeOneKyc({ from: 'details', body: { status: 'COMPLETED', result: 'NEW' } }), null],
  ])('%s', (_, outcome, code) => expect(toErrorCode(outcome)).toBe(code));

  it.each(SYSTEMS)(
    'is of the registry for every word of %s, and there exactly where a journey ends badly',
    (system) => {
      for (const layer of layersOf(system)) {
        for (const word of knownWords(system, layer)) {
          const outcome = toOutcomeOfWord({ system, layer, word, channel: 'api' });
          const [code, end] = [toErrorCode(outcome), toJourneyEnd(outcome)];
          const endsWell = end === null || end === 'passed' || end === 'review';
          expect(code === null, `${layer} ${word}`).toBe(endsWell);
          if (code !== null) expect(Object.keys(ERROR_CODES)).toContain(code);
        }
      }
    },
  );
});
