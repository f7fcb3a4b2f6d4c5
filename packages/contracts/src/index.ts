export { DOCUMENT_GUIDANCE_CODES, ERROR_CODES, GUIDANCE_CODES, JOURNEY_ENDS } from './codes/index.ts';
export type {
  DocumentGuidanceCode,
  ErrorCode,
  ErrorCodeEntry,
  GuidanceCode,
  GuidanceCodeEntry,
  JourneyEnd,
  UserAction,
} from './codes/index.ts';
/** What the Assure gateway says; the same as the entry `@bonafide/contracts/assure`. */
export * as assure from './assure/index.ts';
/** What a page says to its partner's backend; the same as the entry `@bonafide/contracts/capture-backend`. */
export * as captureBackend from './capture-backend/index.ts';
/** What the Svipe bridge says; the same as the entry `@bonafide/contracts/face-oidc`. */
export * as faceOidc from './face-oidc/index.ts';
/** What the IDnow platform says; the same as the entry `@bonafide/contracts/idnow`. */
export * as idnow from './idnow/index.ts';
/** What Mosaic Identity Verification says; the same as the entry `@bonafide/contracts/mosaic`. */
export * as mosaic from './mosaic/index.ts';
/** What the OneKYC gateway says; the same as the entry `@bonafide/contracts/onekyc`. */
export * as onekyc from './onekyc/index.ts';
/** One outcome for all five systems; the same as the entry `@bonafide/contracts/outcome`. */
export * as outcome from './outcome/index.ts';
