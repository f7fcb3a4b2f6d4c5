export { ERROR_CODES } from './error-codes.ts';
export type { ErrorCode, ErrorCodeEntry, UserAction } from './error-codes.ts';
export { GUIDANCE_CODES } from './guidance-codes.ts';
export type { GuidanceCode, GuidanceCodeEntry } from './guidance-codes.ts';
