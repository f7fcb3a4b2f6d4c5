export {
  ATTEMPT_SCOPES,
  CHANNELS,
  CHECK_AREAS,
  CHECK_KINDS,
  CHECK_RESULTS,
  CORRECTABLE,
  DECISIONS,
  FRAUD_SIGNALS,
  LIFECYCLES,
  NEXT_ACTIONS,
  PROVIDERS,
  REASON_CLASSES,
  SUBJECT_STATES,
} from './outcome.ts';
export type {
  AttemptScope,
  Channel,
  CheckArea,
  CheckKind,
  CheckResult,
  Correctable,
  Decision,
  FraudSignal,
  Lifecycle,
  NativeWords,
  NextAction,
  Outcome,
  OutcomeAttempts,
  OutcomeCheck,
  OutcomeReason,
  Provider,
  ReasonClass,
  SubjectState,
} from './outcome.ts';
export { deletedOutcome } from './deleted-outcome.ts';
export { readWord, knownWords, layersOf } from './read-word.ts';
export type { WordLayer, WordSystem } from './read-word.ts';
export type { WordReading } from './word-reading.ts';
export { toErrorCode } from './to-error-code.ts';
export { toJourneyEnd } from './to-journey-end.ts';
export { toOutcomeAssure } from './to-outcome-assure.ts';
export type { AssureStatement } from './to-outcome-assure.ts';
export { toOutcomeFaceOidc } from './to-outcome-face-oidc.ts';
export type { FaceOidcStatement } from './to-outcome-face-oidc.ts';
export { toOutcomeIdnow } from './to-outcome-idnow.ts';
export type { IdnowStatement } from './to-outcome-idnow.ts';
export { toOutcomeMosaic } from './to-outcome-mosaic.ts';
export type { MosaicStatement } from './to-outcome-mosaic.ts';
export { toOutcomeOfWord } from './to-outcome-of-word.ts';
export type { NativeWord } from './to-outcome-of-word.ts';
export { toOutcomeOneKyc } from './to-outcome-onekyc.ts';
export type { OneKycStatement } from './to-outcome-onekyc.ts';
