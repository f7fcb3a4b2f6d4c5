/** The operations of the gateway by their `operationId`, as logs, scenarios, rate limits and the control page name them. */
export const OPERATIONS = [
  'getPartnerToken',
  'getUserToken',
  'postInitiateFlow',
  'getUploadUrls',
  'putUpload',
  'putConfirmUpload',
  'getSubmissionStatus',
  'getSubmissionDetails',
] as const;

export type Operation = (typeof OPERATIONS)[number];
