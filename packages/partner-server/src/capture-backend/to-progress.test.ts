import { assure } from '@bonafide/contracts';
import type { AssureProcess } from '@bonafide/contracts/assure';
import { describe, expect, it } from 'vitest';
import { toProgress } from './to-progress.ts';

const CONTEXT = { sides: ['front', 'back'], selfie: true, mayRecapture: true } as const;
const SIDES = ['front', 'back'];

const process = (over: Partial<AssureProcess>): AssureProcess => ({ processId: 'p', status: 'processing', ...over });
const document = (over: object) => ({ providerSpecific: { documentVerification: { result: 'consider', ...over } } });
const failed = (message?: string) =>
  process({ status: 'failed', failReason: { type: 'upload_failed', ...(message && { message }) } });

describe('toProgress', () => {
  it.each(assure.PROCESS_STATUSES)('%s is said as it is, or as being on the way', (status) => {
    const expected = status === 'pending' ? 'processing' : status;
    expect(toProgress(process({ status }), CONTEXT)).toEqual({ status: expected });
  });

  it.each<[string, AssureProcess, string[], string]>([
    ['several faces', failed('{face_detection=[Multiple faces in image. …]}'), ['selfie'], 'multiple-faces'],
    ['no face', failed('{face_detection=[No face in image.]}'), ['selfie'], 'no-face'],
    ['an upload that failed without a word', failed(), [...SIDES, 'selfie'], 'upload-failed'],
    [
      'a picture of the document that is too poor',
      process({ status: 'rejected', ...document({ subResult: 'rejected', imageIntegrity: 'consider' }) }),
      SIDES,
      'image-quality',
    ],
    [
      'a document that was not recognised',
      process({ status: 'rejected', ...document({ subResult: 'rejected', documentType: 'unknown' }) }),
      SIDES,
      'unsupported-document',
    ],
    [
      'a face that cannot be judged',
      process({
        status: 'inconclusive',
        providerSpecific: {
          documentVerification: { result: 'clear' },
          facialSimilarity: { result: 'consider', imageIntegrity: 'consider' },
        },
      }),
      ['selfie'],
      'image-quality',
    ],
  ])('%s: pictures are wanted again, while they may be', (_, given, depictions, reason) => {
    expect(toProgress(given, CONTEXT)).toEqual({ status: 'recapture', recapture: { depictions, reason } });
    expect(toProgress(given, { ...CONTEXT, mayRecapture: false })).toEqual({ status: given.status });
  });

  it.each<[string, AssureProcess]>([
    ['a suspected document', process({ status: 'inconclusive', ...document({ subResult: 'suspected' }) })],
    [
      'another’s face',
      process({
        status: 'inconclusive',
        providerSpecific: {
          documentVerification: { result: 'clear' },
          facialSimilarity: { result: 'consider', faceComparison: 'consider', imageIntegrity: 'clear' },
        },
      }),
    ],
    [
      'a poor face beside a suspected document',
      process({
        status: 'inconclusive',
        providerSpecific: {
          documentVerification: { result: 'consider', subResult: 'suspected' },
          facialSimilarity: { imageIntegrity: 'consider' },
        },
      }),
    ],
    [
      'a person who is too young',
      process({ status: 'rejected', ...document({ ageValidation: 'consider', documentType: 'unknown' }) }),
    ],
    ['a failure of the provider', process({ status: 'failed', failReason: { type: 'timeout' } })],
    [
      'an acceptance with an odd word beside it',
      process({ status: 'accepted', ...document({ imageIntegrity: 'odd' }) }),
    ],
  ])('%s is a decision', (_, given) => {
    expect(toProgress(given, CONTEXT)).toEqual({ status: given.status });
  });

  it('without a selfie, a failed upload is of the document', () => {
    expect(toProgress(failed('{face_detection=[No face]}'), { ...CONTEXT, selfie: false })).toEqual({
      status: 'recapture',
      recapture: { depictions: SIDES, reason: 'upload-failed' },
    });
  });
});
