/**
 * Paths of the operations; what is in braces is to be filled in, encoded. Documented are the token's, the dossiers', the
 * files' and that of reading a process; observed in public clients are `userData`, `capture` and `captureConfiguration`;
 * `cancellation` is an extension; `fullResult`, `watermark` and `redact` are ours, since the vendor's could not be found; the
 * others are inferred (see `specs/SOURCES.md`).
 */
export const PATHS = {
  token: '/auth/open/connect/token',
  dossiers: '/assure/dossiers',
  dossier: '/assure/dossiers/{dossierId}',
  userData: '/assure/dossiers/{dossierId}/userdata',
  files: '/assure/dossiers/{dossierId}/files',
  capture: '/assure/dossiers/{dossierId}/capture',
  captureConfiguration: '/assure/capture/configurations/{configurationId}',
  watermark: '/assure/services/watermark',
  redact: '/assure/services/redact',
  documentTypes: '/assure/onfido/document-types',
  processes: '/assure/dossiers/{dossierId}/processes',
  process: '/assure/dossiers/{dossierId}/processes/{processId}',
  images: '/assure/dossiers/{dossierId}/processes/{processId}/images',
  image: '/assure/dossiers/{dossierId}/processes/{processId}/images/{depiction}',
  verification: '/assure/dossiers/{dossierId}/processes/{processId}/verification',
  fullResult: '/assure/dossiers/{dossierId}/processes/{processId}/full-result',
  cancellation: '/assure/dossiers/{dossierId}/processes/{processId}/cancellation',
} as const;

/**
 * Origins of the vendor. One host serves trial and production accounts: the credentials decide. Source: documented.
 */
export const ORIGINS = {
  production: { token: 'https://api.signicat.com', gateway: 'https://api.signicat.com' },
} as const;
