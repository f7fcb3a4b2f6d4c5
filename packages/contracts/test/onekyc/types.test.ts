import { expect, it } from 'vitest';
import type * as z from 'zod';
import type * as onekyc from '../../src/onekyc/index.ts';
import * as validators from '../../src/onekyc/validators.ts';
import type { Complete, Equal, Json, Names, Refused, Same } from '../same-type.ts';

interface AllSame {
  errorItem: Same<typeof validators.errorItem, onekyc.OneKycErrorItem>;
  errorResponse: Same<typeof validators.errorResponse, onekyc.OneKycErrorResponse>;
  tokenData: Same<typeof validators.tokenData, onekyc.TokenData>;
  partnerTokenResponse: Same<typeof validators.partnerTokenResponse, onekyc.PartnerTokenResponse>;
  userTokenResponse: Same<typeof validators.userTokenResponse, onekyc.UserTokenResponse>;
  flow: Same<typeof validators.flow, onekyc.Flow>;
  theme: Same<typeof validators.theme, onekyc.Theme>;
  initiateFlowDetails: Same<typeof validators.initiateFlowDetails, onekyc.InitiateFlowDetails>;
  initiateSdkFlowRequest: Same<typeof validators.initiateSdkFlowRequest, onekyc.InitiateSdkFlowRequest>;
  initiateWebFlowRequest: Same<typeof validators.initiateWebFlowRequest, onekyc.InitiateWebFlowRequest>;
  initiateFlowRequest: Same<typeof validators.initiateFlowRequest, onekyc.InitiateFlowRequest>;
  initiateFlowData: Same<typeof validators.initiateFlowData, onekyc.InitiateFlowData>;
  initiateFlowResponse: Same<typeof validators.initiateFlowResponse, onekyc.InitiateFlowResponse>;
  submissionType: Same<typeof validators.submissionType, onekyc.SubmissionType>;
  polledSubmissionType: Same<typeof validators.polledSubmissionType, onekyc.PolledSubmissionType>;
  submissionStatus: Same<typeof validators.submissionStatus, onekyc.SubmissionStatus>;
  uiMessage: Same<typeof validators.uiMessage, onekyc.UiMessage>;
  uiMessages: Same<typeof validators.uiMessages, onekyc.UiMessages>;
  attempts: Same<typeof validators.attempts, onekyc.Attempts>;
  uploadDocument: Same<typeof validators.uploadDocument, onekyc.UploadDocument>;
  uploadUrlsData: Same<typeof validators.uploadUrlsData, onekyc.UploadUrlsData>;
  uploadUrlsResponse: Same<typeof validators.uploadUrlsResponse, onekyc.UploadUrlsResponse>;
  confirmUploadMetadata: Same<typeof validators.confirmUploadMetadata, onekyc.ConfirmUploadMetadata>;
  confirmUploadRequest: Same<typeof validators.confirmUploadRequest, onekyc.ConfirmUploadRequest>;
  confirmUploadData: Same<typeof validators.confirmUploadData, onekyc.ConfirmUploadData>;
  confirmUploadResponse: Same<typeof validators.confirmUploadResponse, onekyc.ConfirmUploadResponse>;
  documentStatus: Same<typeof validators.documentStatus, onekyc.DocumentStatus>;
  submissionDocument: Same<typeof validators.submissionDocument, onekyc.SubmissionDocument>;
  verificationResult: Same<typeof validators.verificationResult, onekyc.VerificationResult>;
  nextAction: Same<typeof validators.nextAction, onekyc.NextAction>;
  submissionStatusData: Same<typeof validators.submissionStatusData, onekyc.SubmissionStatusData>;
  submissionStatusResponse: Same<typeof validators.submissionStatusResponse, onekyc.SubmissionStatusResponse>;
  finalStatus: Same<typeof validators.finalStatus, onekyc.FinalStatus>;
  submissionResult: Same<typeof validators.submissionResult, onekyc.SubmissionResult>;
  faceMatchResult: Same<typeof validators.faceMatchResult, onekyc.FaceMatchResult>;
  livenessResult: Same<typeof validators.livenessResult, onekyc.LivenessResult>;
  referenceDocumentValidation: Same<typeof validators.referenceDocumentValidation, onekyc.ReferenceDocumentValidation>;
  referenceImageValidation: Same<typeof validators.referenceImageValidation, onekyc.ReferenceImageValidation>;
  verificationResults: Same<typeof validators.verificationResults, onekyc.VerificationResults>;
  imageUrls: Same<typeof validators.imageUrls, onekyc.ImageUrls>;
  submissionFindings: Same<typeof validators.submissionFindings, onekyc.SubmissionFindings>;
  submissionDetailsData: Same<typeof validators.submissionDetailsData, onekyc.SubmissionDetailsData>;
  submissionDetailsResponse: Same<typeof validators.submissionDetailsResponse, onekyc.SubmissionDetailsResponse>;
  referenceImageResponse: Same<typeof validators.referenceImageResponse, onekyc.ReferenceImageResponse>;
  callbackPayload: Same<typeof validators.callbackPayload, onekyc.CallbackPayload>;
  ktpData: Same<typeof validators.ktpData, onekyc.KtpData>;
  pictureClaim: Same<typeof validators.pictureClaim, onekyc.PictureClaim>;
  documentCheckResult: Same<typeof validators.documentCheckResult, onekyc.DocumentCheckResult>;
  documentChecks: Same<typeof validators.documentChecks, onekyc.DocumentChecks>;
  livenessDecision: Same<typeof validators.livenessDecision, onekyc.LivenessDecision>;
  livenessReason: Same<typeof validators.livenessReason, onekyc.LivenessReason>;
  livenessEvidence: Same<typeof validators.livenessEvidence, onekyc.LivenessEvidence>;
  captureBinding: Same<typeof validators.captureBinding, onekyc.CaptureBinding>;
  capturedPicture: Same<typeof validators.capturedPicture, onekyc.CapturedPicture>;
  qualityEvidence: Same<typeof validators.qualityEvidence, onekyc.QualityEvidence>;
  clientLivenessEvidence: Same<typeof validators.clientLivenessEvidence, onekyc.ClientLivenessEvidence>;
  cameraEvidence: Same<typeof validators.cameraEvidence, onekyc.CameraEvidence>;
  captureEvidence: Same<typeof validators.captureEvidence, onekyc.CaptureEvidence>;
}

/** What the comparison must see as different. */
interface AllDifferent {
  optional: Equal<Json<{ a?: string }>, Json<{ a: string }>>;
  missing: Equal<Json<{ a?: string }>, Json<object>>;
  literal: Equal<Json<{ a: 'x' | 'y' }>, Json<{ a: 'x' }>>;
  nullable: Equal<Json<{ a: string | null }>, Json<{ a: string }>>;
  deep: Equal<Json<{ a: { b: string }[] }>, Json<{ a: { b: number }[] }>>;
}

it('every validator takes exactly what its type says', () => {
  const compared = Object.keys(validators) as Names<AllSame>[];
  const complete: Complete<[Equal<Names<AllSame>, keyof typeof validators>]> = [true];
  expect(compared.length > 0 && complete[0]).toBe(true);
});

it('the comparison can fail', () => {
  const refused: Record<Refused<AllDifferent>, true> = {
    optional: true,
    missing: true,
    literal: true,
    nullable: true,
    deep: true,
  };
  expect(Object.keys(refused)).toHaveLength(5);
});

it('what a validator returns is assignable to its type, and back', () => {
  const answer: onekyc.PartnerTokenResponse = validators.partnerTokenResponse.parse({
    success: true,
    data: { token: 'a', expiry_seconds: '1', expires_at: '1' },
  });
  const back: z.infer<typeof validators.partnerTokenResponse> = answer;
  expect(back.data.token).toBe('a');
});
