/**
 * Paths of the operations; `{submissionId}` and `{key}` are to be filled in. `upload` is the sandbox's own: a client puts
 * to the `documentUrl` that it was given, as it is.
 */
export const PATHS = {
  partnerToken: '/v1/coe/partner/authentication',
  userToken: '/v2/coe/authentication',
  initiateFlow: '/coe-partner/v1/initiate-flow',
  uploadUrls: '/coe/v1/submissions/urls',
  confirmUpload: '/coe/v1/submissions/urls',
  submissionStatus: '/coe/v1/submissions/{submissionId}/status',
  submissionDetails: '/coe/v1/submissions',
  upload: '/uploads/{key}',
} as const;

/** Names of the request headers. `token` carries partner and user tokens alike. */
export const HEADERS = {
  clientId: 'client-id',
  passKey: 'pass-key',
  token: 'x-onekyc-token',
  onboardingPartner: 'x-onboarding-partner',
  partnerUserId: 'x-partner-user-id',
  partnerUserIdType: 'x-partner-user-id-type',
  partnerSessionId: 'x-partner-session-id',
  submissionId: 'x-submission-id',
  sdkSessionId: 'x-sdk-session-id',
  referenceImageType: 'x-reference-image-type',
  webhookId: 'webhook-id',
  webhookTimestamp: 'webhook-timestamp',
  webhookSignature: 'webhook-signature',
} as const;

/**
 * Origins of the vendor's gateways. `token` serves `partnerToken` and `userToken`, `gateway` everything else. The
 * production token gateway is inferred from a sister product's pages; the rest is documented.
 */
export const ORIGINS = {
  sandbox: {
    token: 'https://onekyc-token-sandbox.gopayapi.com',
    gateway: 'https://onekyc.ky.id.sandbox.gopayapi.com',
  },
  production: {
    token: 'https://onekyc-token.ky.id.gopayapi.com',
    gateway: 'https://onekyc.ky.id.gopayapi.com',
  },
} as const;
