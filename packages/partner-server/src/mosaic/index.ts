export { toOutcomeMosaic as toOutcome } from '@bonafide/contracts/outcome';
export type { MosaicStatement, Outcome } from '@bonafide/contracts/outcome';
export type { CallSettings } from '../gateway/gateway-client.ts';
export { createMosaic } from './create-mosaic.ts';
export type { Mosaic } from './create-mosaic.ts';
export { createMosaicStep } from './create-mosaic-step.ts';
export type {
  FinishMosaicStep,
  MosaicStep,
  MosaicStepOptions,
  MosaicStepStart,
  StartMosaicStep,
} from './create-mosaic-step.ts';
export type { CreatedVerification, CreateVerification } from './create-verification.ts';
export type {
  CreateFaceAuthentication,
  DecidedFaceAuthentication,
  FaceAuthenticationKey,
} from './face-authentication.ts';
export type { GetImage, VerificationImage } from './get-images.ts';
export { hostedPageUrl } from './hosted-page-url.ts';
export type { MockVerification } from './mock-verification.ts';
export { toMosaicBranch } from './mosaic-branch.ts';
export type { MosaicBranch } from './mosaic-branch.ts';
export type { MosaicEvent, MosaicOperation, MosaicOptions } from './mosaic-options.ts';
export { nextMosaicPageStep, readReturn, restoreFromSerializedState, serializeState } from './page/mosaic-page.ts';
export type { MosaicPageStep, SavedMosaicStep, StartedMosaicStep } from './page/mosaic-page.ts';
export { ReturnRejectedError } from './return-rejected-error.ts';
export type { ReturnRejectionReason } from './return-rejected-error.ts';
export type { SessionKey } from './session-key.ts';
export { toJourneyVariable, toVerifiedResult } from './verified-result.ts';
export type { VerifiedResult } from './verified-result.ts';
export { isDecided } from './wait-for-result.ts';
export type { DecidedResult, WaitForResult } from './wait-for-result.ts';
