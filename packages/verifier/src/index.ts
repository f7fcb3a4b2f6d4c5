export { CAPTURE_FAULTS, verifyCapture } from './binding/verify-capture.ts';
export type { CapturedPicture, CaptureFault, CaptureToVerify, CaptureVerdict } from './binding/verify-capture.ts';
export type { AlignedFace } from './face/aligned-face.ts';
export { concludeProcess } from './conclude-process.ts';
export type { FinalResult, Interruption, ProcessConclusion, ProcessType } from './conclude-process.ts';
export type { PictureFormat } from './decode-picture.ts';
export type {
  AbsenceReasonCode,
  DataReasonCode,
  DocumentCheck,
  DocumentCheckName,
  DocumentCheckReason,
  DocumentField,
  DocumentInspection,
  PictureReasonCode,
} from './document/document-inspection.ts';
export type { CheckResult, DocumentVerification, VerifiedDocumentType } from './document/document-verification.ts';
export { toSureKtp } from './document/sure-ktp.ts';
export type { SureKtp } from './document/sure-ktp.ts';
export type {
  ClaimedSuspicion,
  ExpectedDocumentType,
  VerifyDocumentRequest,
} from './document/verify-document-request.ts';
export { concludeInjection } from './face/conclude-injection.ts';
export { concludeLiveness, judgeSequence, SEQUENCE_FAULTS } from './face/conclude-liveness.ts';
export type { CaptureBinding, LivenessConclusion, LivenessOpinion, SequenceFault } from './face/conclude-liveness.ts';
export { createDescriptorMatcher } from './face/descriptor-matcher.ts';
export { CHIP_150, EYES_112 } from './face/face-alignment.ts';
export type { AlignmentPoint, FaceAlignment } from './face/face-alignment.ts';
export type {
  FaceDescriber,
  FaceDescriberModule,
  FaceMatch,
  FaceMatcher,
  FaceTemplate,
  FaceTemplates,
  OpenFaceDescriber,
} from './face/face-matcher.ts';
export { DEFAULT_PICTURE_LIMITS } from './picture-limits.ts';
export type { PictureLimits } from './picture-limits.ts';
export type { SelfieInspection, SequenceInspection } from './selfie-inspection.ts';
export type { FrameSequence } from './thread/protocol.ts';
export type { MatchFacesRequest } from './face/match-faces-request.ts';
export type { FaceCheck, FaceCheckReason, FaceMatching } from './face/face-matching.ts';
export type { FacialSimilarity, FailReason } from './face/facial-similarity.ts';
export { textureMatcher } from './face/texture-matcher.ts';
export { createVerifier } from './verifier.ts';
export type {
  CompareOptions,
  FaceEnrolment,
  InspectOptions,
  ReferenceComparison,
  RequestOptions,
  Verifier,
  VerifierOptions,
} from './verifier.ts';
export { isVerifierError, VERIFIER_ERROR_CODES, VerifierError } from './verifier-error.ts';
export type { PictureRole, VerifierErrorCode, VerifierErrorOptions } from './verifier-error.ts';
