export { DOCUMENT_GUIDANCE_CODES } from './document-guidance-codes.ts';
export type { DocumentGuidanceCode } from './document-guidance-codes.ts';
export { ERROR_CODES } from './error-codes.ts';
export type { ErrorCode, ErrorCodeEntry, UserAction } from './error-codes.ts';
export { GUIDANCE_CODES } from './guidance-codes.ts';
export type { GuidanceCode, GuidanceCodeEntry } from './guidance-codes.ts';
export { JOURNEY_ENDS } from './journey-ends.ts';
export type { JourneyEnd } from './journey-ends.ts';
