import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { details, settled, start, type StartOptions, submit } from './support/journey.ts';
import { openPartner, type Partner, type PartnerAnswer, type PartnerRequest } from './support/open-partner.ts';
import { ACME, openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { picture } from './support/pictures.ts';

let sandbox: TestSandbox;
let partner: Partner;
let answer: (request: PartnerRequest, count: number) => PartnerAnswer;

const IAB = { clientId: 'IAB', passKey: 'iab-pass-key' };
const found = (url: string): PartnerAnswer => ({
  status: 200,
  body: JSON.stringify({ success: true, data: { referenceImageUrl: url } }),
});

beforeAll(async () => {
  partner = await openPartner((request, count) => answer(request, count));
  sandbox = await openTestSandbox({
    allowLoopback: true,
    clients: [{ ...ACME, referenceImageUrl: `${partner.url}/reference-image`, iabCredentials: IAB }],
  });
});
afterAll(async () => {
  await sandbox.close();
  await partner.close();
});

const FACE_VERIFICATION = { flow: 'FACE_VERIFICATION', onboardingPartner: 'ACME-SDK-COE_FACE_VERIFICATION' };

async function decided(options: StartOptions, bytes = picture('live')) {
  const started = await start(sandbox, options);
  const submissionId = await submit(sandbox, started, bytes, options.flow ?? 'STANDALONE_LIVENESS');
  await settled(sandbox, started, submissionId);
  return (await details(sandbox, started.partnerToken, { submissionId })).body.data;
}

describe('the reference image', () => {
  it('is asked for with the gateway’s credentials and compared', async () => {
    answer = ({ path }) =>
      path === '/reference-image' ? found(`${partner.url}/face.jpg`) : { status: 200, body: picture('live') };
    const before = partner.requests.length;
    const data = await decided({ ...FACE_VERIFICATION, userId: 'user-42' });
    expect(data).toMatchObject({ result: 'VALID', reasonCode: null });
    expect(data.submissionDetails.verificationResults).toMatchObject({
      faceMatch: { score: 0.9, result: true, version: 'test/1' },
      referenceImageValidation: { ktp: { verificationResult: true, verificationReasonCode: '' } },
    });
    const [asked, fetched] = partner.requests.slice(before);
    expect(asked?.headers).toMatchObject({
      'client-id': IAB.clientId,
      'pass-key': IAB.passKey,
      'x-reference-image-type': 'KTP',
      'x-partner-user-id': 'user-42',
      'x-partner-user-id-type': 'INTERNAL',
    });
    // The image itself is fetched without credentials: it may lie anywhere.
    expect(fetched).toMatchObject({ path: '/face.jpg' });
    expect(fetched?.headers).not.toHaveProperty('pass-key');
  });

  it('of another person fails the match', async () => {
    answer = ({ path }) =>
      path === '/reference-image' ? found(`${partner.url}/face.jpg`) : { status: 200, body: picture('other-person') };
    expect(await decided(FACE_VERIFICATION)).toMatchObject({ result: 'INVALID', reasonCode: 'FACE_MATCH_FAILED' });
  });

  it('comes from initiate-flow when that names one', async () => {
    answer = ({ path }) => (path === '/given.jpg' ? { status: 200, body: picture('live') } : { status: 500 });
    const additionalDetails = { referenceImageUrl: `${partner.url}/given.jpg` };
    expect(await decided({ ...FACE_VERIFICATION, additionalDetails })).toMatchObject({ result: 'VALID' });
  });

  it.each([
    ['no face on it', { status: 200, body: picture('no-face') }, 'NO_FACE_IN_REFERENCE_IMAGE'],
    ['not a picture', { status: 200, body: '<html>' }, 'REFERENCE_IMAGE_NOT_A_PICTURE'],
    ['not there', { status: 404 }, 'REFERENCE_IMAGE_NOT_FOUND'],
    ['a redirect', { status: 302, headers: { location: '/face.jpg' } }, 'REFERENCE_IMAGE_REDIRECTED'],
  ] as const)('with %s blames the partner’s image, not the user', async (_, image, verificationReasonCode) => {
    answer = ({ path }) => (path === '/reference-image' ? found(`${partner.url}/face.jpg`) : image);
    const data = await decided(FACE_VERIFICATION);
    expect(data).toMatchObject({ result: 'INVALID', reasonCode: 'REFERENCE_IMAGE_VALIDATION_FAILED' });
    expect(data.submissionDetails.verificationResults.referenceImageValidation).toEqual({
      ktp: { verificationResult: false, verificationReasonCode },
    });
    // The selfie itself was fine, and that is still said.
    expect(data.submissionDetails.verificationResults.liveness.result).toBe(true);
  });

  it.each([
    [401, 'PARTNER_REFUSED_CREDENTIALS'],
    [500, 'PARTNER_ERROR'],
    [200, 'PARTNER_ANSWER_INVALID'],
  ])('endpoint that answers %i without an address is the partner’s error', async (status, verificationReasonCode) => {
    answer = () => ({ status, body: '{}' });
    const data = await decided(FACE_VERIFICATION);
    expect(data.submissionDetails.verificationResults.referenceImageValidation.ktp).toEqual({
      verificationResult: false,
      verificationReasonCode,
    });
  });

  it('is asked for again after a server error', async () => {
    let asked = 0;
    answer = ({ path }) => {
      if (path !== '/reference-image') return { status: 200, body: picture('live') };
      asked += 1;
      return asked === 1 ? { status: 503 } : found(`${partner.url}/face.jpg`);
    };
    expect(await decided(FACE_VERIFICATION)).toMatchObject({ result: 'VALID' });
    expect(asked).toBe(2);
  });

  it('that the partner does not have is needed for a comparison, and not for liveness alone', async () => {
    answer = () => ({ status: 400 });
    expect(await decided({})).toMatchObject({ result: 'VALID' });
    expect(await decided(FACE_VERIFICATION)).toMatchObject({ reasonCode: 'REFERENCE_IMAGE_VALIDATION_FAILED' });
  });

  it.each([
    'https://169.254.169.254/latest/meta-data',
    'https://10.0.0.1/x.jpg',
    'file:///etc/passwd',
    'http://[::ffff:10.0.0.1]/',
  ])('is not fetched from %s', async (url) => {
    answer = () => found(url);
    const data = await decided(FACE_VERIFICATION);
    const { ktp } = data.submissionDetails.verificationResults.referenceImageValidation;
    expect(ktp.verificationReasonCode).toMatch(/^REFERENCE_IMAGE_(?:ADDRESS|URL)_NOT_ALLOWED$/);
  });
});
