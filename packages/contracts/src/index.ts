export { ERROR_CODES, GUIDANCE_CODES } from './codes/index.ts';
export type { ErrorCode, ErrorCodeEntry, GuidanceCode, GuidanceCodeEntry, UserAction } from './codes/index.ts';
/** What the OneKYC gateway says; the same as the entry `@bonafide/contracts/onekyc`. Later gateways stand beside it. */
export * as onekyc from './onekyc/index.ts';
