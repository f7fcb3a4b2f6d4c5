import {
  type LivenessFinding,
  type SelfieInspection,
  type SelfieProcessor,
  UnreadablePictureError,
} from '../../src/processing/selfie-processor.ts';

/** A processor that reads its findings out of the bytes that `picture()` made. */
export const readingProcessor: SelfieProcessor = {
  async inspect(selfie) {
    return inspectionOf(verdictOf(selfie));
  },
  async compare(selfie, reference) {
    if (verdictOf(reference) === 'no-face') return { outcome: 'reference-unusable' };
    const matches = verdictOf(reference) !== 'other-person' && verdictOf(selfie) !== 'other-person';
    return { outcome: 'compared', score: matches ? 0.9 : 0.1, matches, version: 'test-1' };
  },
  async close() {},
};

function verdictOf(bytes: Uint8Array): string {
  return /verdict=([\w-]+)/.exec(new TextDecoder().decode(bytes))?.[1] ?? 'unreadable';
}

function inspectionOf(verdict: string): SelfieInspection {
  if (verdict === 'unreadable') throw new UnreadablePictureError('not a picture');
  const size = { width: 640, height: 480 };
  if (verdict === 'no-face') return { ...size, faceCount: 0, quality: null, liveness: null };
  const quality = { score: 0.9, problems: verdict === 'blurred' ? ['blurry'] : [] };
  return {
    ...size,
    faceCount: verdict === 'two-faces' ? 2 : 1,
    quality,
    liveness: verdict === 'not-live' ? NOT_LIVE : LIVE,
  };
}

const LIVE: LivenessFinding = {
  score: 0.94,
  decision: 'live',
  reasons: [{ signal: 'model', weight: 0.9, value: 0.96 }],
  injectionSuspicion: 0.02,
  version: 'test-1',
};

const NOT_LIVE: LivenessFinding = { ...LIVE, score: 0.08, decision: 'not_live' };
