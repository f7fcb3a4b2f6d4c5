import { describe, expect, it } from 'vitest';
import * as validators from '../../src/onekyc/validators.ts';
import { readSpecification } from '../specification.ts';
import { asJson, validatorOf } from '../validator-of.ts';

const { examples } = readSpecification('onekyc');

const SUBMISSION_ID = '3f0c5a52-5b0c-4a0e-9d3a-0a8b6a8f4f11';
const WEB = {
  flow: 'FACE_VERIFICATION',
  source: 'WEB_SDK',
  successRedirectionUrl: 'https://partner.example.com/done',
  failureRedirectionUrl: 'https://partner.example.com/failed',
};
const TOKEN = { token: 'a.b.c', expiry_seconds: '3600', expires_at: '1738384686' };
const STATUS = {
  submissionId: SUBMISSION_ID,
  status: 'COMPLETED',
  submissionType: 'STANDALONE_LIVENESS',
  createdAt: '2026-03-01T04:05:06Z',
};
const DETAILS = { status: 'COMPLETED', submissionId: SUBMISSION_ID, flow: 'KYC_LITE', partnerSessionId: 'order-1' };
const CALLBACK = { submissionId: SUBMISSION_ID, partnerSessionId: 'order-1', status: 'COMPLETED', result: 'VALID' };
const UPLOAD = {
  submissionId: SUBMISSION_ID,
  status: 'INITIATED',
  documents: { SELFIE: { documentUrl: 'https://u.example.com/1', documentReference: '1', expiryInSeconds: '600' } },
};
const EVIDENCE = {
  version: '1',
  sdkVersion: '0.1.0',
  capture: {
    digest: 'a'.repeat(64),
    width: 1280,
    height: 720,
    trigger: 'auto',
    capturedAt: '2026-03-01T11:05:06.123+07:00',
  },
  quality: { score: 0.9, sharpness: 140, luminanceMean0to255: 120, yawDegrees: -2 },
  liveness: {
    score: 0.93,
    decision: 'live',
    reasons: [{ signal: 'model', weight: 0.9, value: 0.96 }],
    injectionSuspicion: 0.02,
    frameCount: 18,
    durationMs: 1420.5,
    modelVersion: null,
    fusionVersion: '1',
  },
  camera: { kind: 'ordinary', width: 1280, height: 720, frameRate: 29.97 },
};
const ok = (data: unknown): unknown => ({ success: true, data });
const failed = (...errors: unknown[]): unknown => ({ success: false, data: null, errors });

/** Forms of the documented payloads beside those that the specification shows. */
const RIGHT: readonly (readonly [title: string, schema: string, value: unknown])[] = [
  ['a token', 'PartnerTokenResponse', ok(TOKEN)],
  ['a user token of sixty days', 'UserTokenResponse', ok({ ...TOKEN, expiry_seconds: '5184000' })],
  ['the smallest SDK flow', 'InitiateFlowRequest', { flow: 'ON_DEMAND_FR', source: 'SDK' }],
  ['a web flow', 'InitiateFlowRequest', WEB],
  ['an answer for the SDK', 'InitiateFlowResponse', ok({ token: 'a.b.c', expirySeconds: '5184000', expiresAt: '1' })],
  [
    'an answer for the web',
    'InitiateFlowResponse',
    ok({ launchUrl: 'https://a.example/#/l?token=x', expirySeconds: '1', expiresAt: '1' }),
  ],
  [
    'three documents',
    'UploadUrlsResponse',
    ok({
      ...UPLOAD,
      documents: {
        SELFIE: UPLOAD.documents.SELFIE,
        ADDITIONAL_SELFIE: UPLOAD.documents.SELFIE,
        KTP: UPLOAD.documents.SELFIE,
      },
    }),
  ],
  [
    'a document of a kind not printed',
    'UploadUrlsResponse',
    ok({ ...UPLOAD, documents: { PASSPORT: UPLOAD.documents.SELFIE } }),
  ],
  [
    'a local upload address',
    'UploadDocument',
    { ...UPLOAD.documents.SELFIE, documentUrl: 'http://127.0.0.1:8787/uploads/1?expires=1&signature=x' },
  ],
  [
    'a confirmation with foreign metadata',
    'ConfirmUploadRequest',
    { submissionId: SUBMISSION_ID, metadata: { a: [1, { b: null }] } },
  ],
  [
    'a confirmation with evidence',
    'ConfirmUploadRequest',
    { submissionId: SUBMISSION_ID, metadata: { device: 'x', bonafide: EVIDENCE } },
  ],
  [
    'evidence with a hashed label',
    'CaptureEvidence',
    { ...EVIDENCE, camera: { ...EVIDENCE.camera, labelHash: 'b'.repeat(64) } },
  ],
  [
    'a status with an unuploaded document',
    'SubmissionStatusResponse',
    ok({ ...STATUS, status: 'INITIATED', documents: { SELFIE: { status: 'PENDING', documentReference: null } } }),
  ],
  [
    'the submission type that only the status prints',
    'SubmissionStatusResponse',
    ok({ ...STATUS, submissionType: 'STANDALONE_IDENTITY_VERIFICATION' }),
  ],
  ['a verdict without risk', 'SubmissionStatusResponse', ok({ ...STATUS, verificationResult: { isApproved: false } })],
  ['details in progress', 'SubmissionDetailsResponse', ok({ ...DETAILS, status: 'IN_PROGRESS' })],
  [
    'a reason that nobody has seen',
    'SubmissionDetailsResponse',
    ok({ ...DETAILS, result: 'INVALID', reasonCode: 'SOMETHING_NEW' }),
  ],
  ['a callback without a reason', 'CallbackPayload', CALLBACK],
  [
    'a callback of an error',
    'CallbackPayload',
    { ...CALLBACK, status: 'ERROR', result: null, reasonCode: 'VERIFICATION_FAILED' },
  ],
  [
    'a string code',
    'ErrorResponse',
    failed({ code: '1539', entity: 'ONEKYC_TOKEN_SERVICE', cause: 'PASS_KEY_CAN_NOT_BE_EMPTY' }),
  ],
  ['an integer code without entity', 'ErrorResponse', failed({ code: 1552, cause: 'SUBMISSION_DOES_NOT_EXIST' })],
];

const WRONG: readonly (readonly [title: string, schema: string, value: unknown])[] = [
  ['seconds as a number', 'PartnerTokenResponse', ok({ ...TOKEN, expiry_seconds: 3600 })],
  ['seconds that are not digits', 'PartnerTokenResponse', ok({ ...TOKEN, expiry_seconds: '1h' })],
  ['camel case in the token interface', 'PartnerTokenResponse', ok({ token: 'a', expirySeconds: '1', expiresAt: '1' })],
  ['an empty token', 'UserTokenResponse', ok({ ...TOKEN, token: '' })],
  ['an error taken for a token', 'PartnerTokenResponse', failed({ code: '110', cause: 'UNAUTHORIZED' })],
  ['a token taken for an error', 'ErrorResponse', ok(TOKEN)],
  ['a web flow without the way back', 'InitiateFlowRequest', { ...WEB, failureRedirectionUrl: undefined }],
  ['a way back that is not an address', 'InitiateFlowRequest', { ...WEB, successRedirectionUrl: 'done' }],
  ['a flow that is not sold', 'InitiateFlowRequest', { flow: 'SELFIE', source: 'SDK' }],
  ['another source', 'InitiateFlowRequest', { flow: 'KTP_SCAN', source: 'WEB' }],
  [
    'another locale',
    'InitiateFlowRequest',
    { flow: 'KTP_SCAN', source: 'SDK', additionalDetails: { userLocale: 'en' } },
  ],
  [
    'snake case in the flow interface',
    'InitiateFlowResponse',
    ok({ token: 'a', expiry_seconds: '1', expires_at: '1' }),
  ],
  [
    'an upload without its expiry',
    'UploadUrlsResponse',
    ok({ ...UPLOAD, documents: { SELFIE: { documentUrl: 'https://u.example.com/1', documentReference: '1' } } }),
  ],
  ['an expiry as a number', 'UploadDocument', { ...UPLOAD.documents.SELFIE, expiryInSeconds: 600 }],
  ['attempts without their maximum', 'UploadUrlsResponse', ok({ ...UPLOAD, attempts: { used: 1 } })],
  ['a confirmation without a submission', 'ConfirmUploadRequest', { metadata: {} }],
  ['metadata that is no object', 'ConfirmUploadRequest', { submissionId: SUBMISSION_ID, metadata: 'x' }],
  [
    'evidence of another version',
    'ConfirmUploadRequest',
    { submissionId: SUBMISSION_ID, metadata: { bonafide: { ...EVIDENCE, version: '2' } } },
  ],
  [
    'a digest in capitals',
    'CaptureEvidence',
    { ...EVIDENCE, capture: { ...EVIDENCE.capture, digest: 'A'.repeat(64) } },
  ],
  [
    'a date without a zone',
    'CaptureEvidence',
    { ...EVIDENCE, capture: { ...EVIDENCE.capture, capturedAt: '2026-03-01T11:05:06' } },
  ],
  ['a score above one', 'CaptureEvidence', { ...EVIDENCE, liveness: { ...EVIDENCE.liveness, score: 1.1 } }],
  ['a bare boolean for liveness', 'CaptureEvidence', { ...EVIDENCE, liveness: true }],
  ['half a frame', 'CaptureEvidence', { ...EVIDENCE, liveness: { ...EVIDENCE.liveness, frameCount: 1.5 } }],
  ['another status', 'SubmissionStatusResponse', ok({ ...STATUS, status: 'DONE' })],
  [
    'confidence as a number',
    'SubmissionStatusResponse',
    ok({ ...STATUS, verificationResult: { isApproved: true, confidence: 98.7 } }),
  ],
  ['another next action', 'SubmissionStatusResponse', ok({ ...STATUS, nextAction: 'WAIT' })],
  ['a lifecycle word as the result', 'SubmissionDetailsResponse', ok({ ...DETAILS, result: 'COMPLETED' })],
  ['the early lifecycle in the details', 'SubmissionDetailsResponse', ok({ ...DETAILS, status: 'INITIATED' })],
  [
    'a score as a string',
    'SubmissionDetailsResponse',
    ok({ ...DETAILS, submissionDetails: { verificationResults: { faceMatch: { score: '0.9', result: true } } } }),
  ],
  ['a callback of work in progress', 'CallbackPayload', { ...CALLBACK, status: 'IN_PROGRESS' }],
  ['the sister product’s REJECTED', 'CallbackPayload', { ...CALLBACK, result: 'REJECTED' }],
  ['a callback without a session', 'CallbackPayload', { ...CALLBACK, partnerSessionId: undefined }],
  ['an error without errors', 'ErrorResponse', { success: false, data: null }],
  ['a code that is neither', 'ErrorResponse', failed({ code: 1.5, cause: 'X' })],
  ['a reference image without an address', 'ReferenceImageResponse', ok({})],
];

describe('examples of the specification', () => {
  it('are there', () => expect(examples.length).toBeGreaterThan(50));

  it.each(examples.map((example) => [example.title, example] as const))('%s', (_, { schema, value }) => {
    // Nothing is lost; what is not in the value is a documented default.
    expect(asJson(validatorOf(validators, schema).parse(value))).toMatchObject(value as object);
  });
});

describe('documented forms pass', () => {
  it.each(RIGHT)('%s', (_, schema, value) => {
    expect(asJson(validatorOf(validators, schema).parse(value))).toMatchObject(value as object);
  });
});

describe('wrong forms do not', () => {
  it.each(WRONG)('%s', (_, schema, value) => {
    expect(validatorOf(validators, schema).safeParse(value).success).toBe(false);
  });
});

it('a request that leaves options out gets the documented defaults', () => {
  const request = { flow: 'KTP_SCAN', source: 'SDK', additionalDetails: {} };
  expect(validators.initiateFlowRequest.parse(request)).toEqual({
    ...request,
    theme: 'NO_PREFERENCE',
    additionalDetails: { userLocale: 'id_ID', allowQr: false, forceQr: false, portraitOnly: true },
  });
});

it('a refusal does not repeat what it refuses', () => {
  const secret = 'eyJhbGciOi.secret.token';
  const attempts = [
    validators.partnerTokenResponse.safeParse(ok({ token: [secret], expiry_seconds: secret, expires_at: secret })),
    validators.uploadDocument.safeParse({ documentUrl: secret, documentReference: 1, expiryInSeconds: secret }),
    validators.callbackPayload.safeParse({ submissionId: 1, status: secret, result: secret }),
  ];
  for (const { success, error } of attempts) {
    expect(success).toBe(false);
    expect(`${error?.message}${JSON.stringify(error?.issues)}`).not.toContain(secret);
  }
});
