import {
  confirmUploadResponse,
  submissionStatusResponse,
  uploadUrlsResponse,
} from '@bonafide/contracts/onekyc/validators';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseConfirmation, parseStatus, parseUploadTargets, readFailure, targetOf } from './parse-onekyc.ts';

const urls = {
  success: true,
  data: {
    submissionId: 'sub-1',
    status: 'INITIATED',
    documents: {
      SELFIE: {
        documentUrl: 'https://uploads.example.com/a?signature=00',
        documentReference: 'abc',
        expiryInSeconds: '600',
      },
    },
    attempts: { used: 1, max: 3 },
  },
};
const confirmed = { success: true, data: { submissionId: 'sub-1' } };
const status = {
  success: true,
  data: {
    submissionId: 'sub-1',
    status: 'COMPLETED',
    submissionType: 'STANDALONE_LIVENESS',
    createdAt: '2026-03-01T04:05:06Z',
    verificationResult: { isApproved: false, riskLevel: 'HIGH', confidence: '12.0' },
    documents: { SELFIE: { status: 'VERIFIED', documentReference: 'abc' } },
    nextAction: 'RETRY',
    attempts: { used: 1, max: 3 },
  },
};

/** As the liveness gateway reads it: only the selfie matters. */
function parseUploadUrls(body: unknown) {
  const granted = parseUploadTargets(body);
  return { submissionId: granted.submissionId, ...targetOf(granted, 'SELFIE') };
}

describe('the narrow readers', () => {
  it('read the documented answers, which the full validators accept as well', () => {
    expect(uploadUrlsResponse.safeParse(urls).success).toBe(true);
    expect(parseUploadUrls(urls)).toEqual({
      submissionId: 'sub-1',
      url: 'https://uploads.example.com/a?signature=00',
      expiresInMs: 600_000,
    });
    expect(confirmUploadResponse.safeParse(confirmed).success).toBe(true);
    expect(() => parseConfirmation(confirmed, 'sub-1')).not.toThrow();
    expect(submissionStatusResponse.safeParse(status).success).toBe(true);
    expect(parseStatus(status)).toEqual({
      submissionId: 'sub-1',
      status: 'COMPLETED',
      approved: false,
      documents: { SELFIE: { status: 'VERIFIED', reason: null } },
      nextAction: 'RETRY',
      attemptsLeft: 2,
    });
  });

  it('do without what is optional', () => {
    const bare = {
      success: true,
      data: { submissionId: 's', status: 'IN_PROGRESS', submissionType: 'KTP_SCAN', createdAt: '' },
    };
    expect(parseStatus(bare)).toMatchObject({
      approved: null,
      documents: {},
      nextAction: null,
      attemptsLeft: null,
    });
  });

  it('refuse an address that is no web address', () => {
    for (const documentUrl of ['javascript:alert(1)', 'data:,x', '/relative', 'file:///etc/passwd']) {
      const body = structuredClone(urls);
      body.data.documents.SELFIE.documentUrl = documentUrl;
      expect(() => parseUploadUrls(body)).toThrow(TypeError);
    }
  });

  it('refuse a confirmation of another submission', () => {
    expect(() => parseConfirmation(confirmed, 'sub-2')).toThrow(/another/);
  });
});

/** Replaces one value, somewhere in the tree. */
function mutated(body: object): fc.Arbitrary<unknown> {
  const paths = pathsOf(body);
  return fc.tuple(fc.constantFrom(...paths), fc.anything({ maxDepth: 1 })).map(([path, value]) => {
    const copy = structuredClone(body);
    const last = path.at(-1) ?? '';
    const parent = path.slice(0, -1).reduce((node, key) => node[key] as Tree, copy as Tree);
    parent[last] = value;
    return copy;
  });
}
type Tree = Record<string, unknown>;

function pathsOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const below = Object.entries(value).flatMap(([key, child]) => pathsOf(child, [...path, key]));
  return path.length === 0 ? below : [path, ...below];
}

const READERS = [
  [
    'upload addresses',
    urls,
    uploadUrlsResponse,
    (body: unknown) => parseUploadUrls(body),
    ['data.submissionId', 'SELFIE.documentUrl', 'SELFIE.expiryInSeconds'],
  ],
  [
    'confirmation',
    confirmed,
    confirmUploadResponse,
    (body: unknown) => parseConfirmation(body, 'sub-1'),
    ['data.submissionId'],
  ],
  [
    'status',
    status,
    submissionStatusResponse,
    (body: unknown) => parseStatus(body),
    ['data.submissionId', 'data.status', 'isApproved', 'nextAction'],
  ],
] as const;

describe.each(READERS)('%s, with one thing changed', (_name, good, validator, parse, read) => {
  it('never crash in any other way than by a TypeError', () => {
    fc.assert(
      fc.property(fc.oneof(mutated(good), fc.anything()), (body) => {
        try {
          parse(body);
        } catch (error) {
          expect(error).toBeInstanceOf(TypeError);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never accept in what they read what the full validator refuses', () => {
    fc.assert(
      fc.property(mutated(good), (body) => {
        const issues = validator.safeParse(body).error?.issues.map(({ path }) => path.join('.')) ?? [];
        const inWhatIsRead = issues.some((path) => read.some((name) => path.endsWith(name)) || path === 'success');
        if (inWhatIsRead) expect(() => parse(body)).toThrow(TypeError);
      }),
      { numRuns: 500 },
    );
  });
});

describe('readFailure', () => {
  it('reads string and integer codes', () => {
    expect(readFailure({ success: false, data: null, errors: [{ code: 110, cause: 'UNAUTHORIZED' }] })).toEqual({
      code: '110',
      cause: 'UNAUTHORIZED',
    });
  });

  it('never throws, whatever a proxy answered', () => {
    fc.assert(fc.property(fc.anything(), (body) => void readFailure(body)));
  });
});
