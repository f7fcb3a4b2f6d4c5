/**
 * Paths of the operations; what is in braces is to be filled in, encoded. `verificationStatus` and `verificationConsent` are
 * ours, since the vendor's could not be found; pictures and face authentication are observed in the vendor's code; the
 * rest is documented (see `specs/SOURCES.md`).
 */
export const PATHS = {
  token: '/oidc/token',
  verifications: '/verify/api/v1/verification',
  verification: '/verify/api/v1/verification/{sessionId}',
  verificationStatus: '/verify/api/v1/verification/{sessionId}/status',
  verificationConsent: '/verify/api/v1/verification/{sessionId}/consent',
  verificationResult: '/verify/api/v1/verification/{sessionId}/result',
  images: '/verify/api/v1/verification/{sessionId}/images',
  image: '/verify/api/v1/verification/{sessionId}/images/{imageId}',
  faceAuthentications: '/verify/api/v1/face-auth',
  faceAuthenticationResult: '/verify/api/v1/face-auth/{deviceSessionId}/result',
  hostedPage: '/verify/app/{startToken}',
} as const;

/** Origins of the vendor, one a region. Source: documented. */
export const ORIGINS = {
  sandbox: 'https://api.sbx.transmitsecurity.io',
  us: 'https://api.transmitsecurity.io',
  eu: 'https://api.eu.transmitsecurity.io',
  ca: 'https://api.ca.transmitsecurity.io',
  au: 'https://api.au.transmitsecurity.io',
} as const;
