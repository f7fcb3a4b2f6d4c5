/** The operations of OneKYC by their `operationId`, as logs, scenarios, rate limits and the control page name them. */
export const ONEKYC_OPERATIONS = [
  'getPartnerToken',
  'getUserToken',
  'postInitiateFlow',
  'getUploadUrls',
  'putUpload',
  'putConfirmUpload',
  'getSubmissionStatus',
  'getSubmissionDetails',
] as const;

/** And those of Assure. */
export const ASSURE_OPERATIONS = [
  'postToken',
  'createDossier',
  'getDossier',
  'deleteDossier',
  'getUserData',
  'setUserData',
  'setFiles',
  'getFiles',
  'deleteFiles',
  'startCapture',
  'getCaptureConfiguration',
  'createCaptureConfiguration',
  'updateCaptureConfiguration',
  'watermarkImage',
  'redactImage',
  'getDocumentTypes',
  'createProcess',
  'getProcess',
  'deleteProcess',
  'cancelProcess',
  'setImages',
  'getImage',
  'startVerification',
  'downloadFullResult',
] as const;

/** And those between a hosted page and its sandbox. */
export const HOSTED_OPERATIONS = [
  'claimHostedCheck',
  'getHostedCheck',
  'cancelHostedCheck',
  'getHostedRequirements',
  'createHostedProcess',
  'getHostedProcess',
  'putHostedImage',
  'startHostedVerification',
  'createHostedHandover',
  'getHostedHandover',
  'joinHostedHandover',
  'confirmHostedHandover',
  'revokeHostedHandover',
] as const;

/** And those of Mosaic. */
export const MOSAIC_OPERATIONS = [
  'postMosaicToken',
  'createVerification',
  'getVerificationStatus',
  'getVerificationConsent',
  'getVerificationResult',
  'deleteVerification',
  'getVerificationImages',
  'getVerificationImage',
  'createFaceAuthentication',
  'getFaceAuthenticationResult',
  'getHostedPage',
] as const;

/** And those of the face bridge. */
export const FACE_OIDC_OPERATIONS = [
  'getFaceDiscovery',
  'getFaceKeys',
  'getFaceAuthorize',
  'postFacePushedAuthorize',
  'postFaceBackchannelAuthorize',
  'postFaceToken',
  'postFaceRevoke',
  'getFaceUserInfo',
  'getFaceLogout',
] as const;

export type FaceOidcOperation = (typeof FACE_OIDC_OPERATIONS)[number];

/** And those of IDnow, with Keyless. */
export const IDNOW_OPERATIONS = [
  'postIdnowToken',
  'createIdnowSession',
  'getIdnowSession',
  'getIdnowVaultEntry',
  'getIdnowEventKeys',
  'getIdnowPlayer',
  'getTransactionKey',
  'postVerifyTransaction',
  'deleteKeylessUser',
] as const;

export const OPERATIONS = [
  ...ONEKYC_OPERATIONS,
  ...ASSURE_OPERATIONS,
  ...MOSAIC_OPERATIONS,
  ...HOSTED_OPERATIONS,
  ...FACE_OIDC_OPERATIONS,
  ...IDNOW_OPERATIONS,
] as const;

export type Operation = (typeof OPERATIONS)[number];
