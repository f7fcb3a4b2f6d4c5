// Generated from specs/onekyc.yaml by `pnpm run generate`. Do not edit; `generate:check` compares.

import * as z from 'zod';

/**
 * One reason why a request was not served.
 */
export const zErrorItem = z.object({
    code: z.union([
        z.string(),
        z.int()
    ]),
    entity: z.string().optional(),
    cause: z.string()
});

/**
 * The envelope of every error.
 */
export const zErrorResponse = z.object({
    success: z.literal(false),
    data: z.null().optional(),
    errors: z.array(zErrorItem)
});

/**
 * A token and how long it lives.
 */
export const zTokenData = z.object({
    token: z.string().min(1),
    expiry_seconds: z.string().regex(/^[0-9]+$/),
    expires_at: z.string().regex(/^[0-9]+$/)
});

/**
 * A partner token.
 */
export const zPartnerTokenResponse = z.object({
    success: z.literal(true),
    data: zTokenData
});

/**
 * A user token of the older flow.
 */
export const zUserTokenResponse = z.object({
    success: z.literal(true),
    data: zTokenData
});

/**
 * What the user is to do.
 */
export const zFlow = z.enum([
    'FACE_VERIFICATION',
    'KTP_SCAN',
    'KYC_LITE',
    'ON_DEMAND_FR',
    'STANDALONE_LIVENESS'
]);

/**
 * Look of the hosted page.
 */
export const zTheme = z.enum([
    'DARK_MODE',
    'LIGHT_MODE',
    'NO_PREFERENCE'
]);

/**
 * Options of one flow.
 */
export const zInitiateFlowDetails = z.object({
    referenceImageUrl: z.url().optional(),
    userLocale: z.enum(['id_ID', 'en_ID']).optional().default('id_ID'),
    allowQr: z.boolean().optional().default(false),
    forceQr: z.boolean().optional().default(false),
    portraitOnly: z.boolean().optional().default(true)
});

/**
 * A flow whose screens the partner embeds.
 */
export const zInitiateSdkFlowRequest = z.object({
    flow: zFlow,
    source: z.literal('SDK'),
    theme: zTheme.optional().default('NO_PREFERENCE'),
    additionalDetails: zInitiateFlowDetails.optional()
});

/**
 * A flow on the hosted page, which sends the browser back to one of two addresses.
 */
export const zInitiateWebFlowRequest = z.object({
    flow: zFlow,
    source: z.literal('WEB_SDK'),
    successRedirectionUrl: z.url(),
    failureRedirectionUrl: z.url(),
    theme: zTheme.optional().default('NO_PREFERENCE'),
    additionalDetails: zInitiateFlowDetails.optional()
});

/**
 * The redirect addresses are required exactly when `source` is `WEB_SDK`.
 */
export const zInitiateFlowRequest = z.discriminatedUnion('source', [
    zInitiateSdkFlowRequest,
    zInitiateWebFlowRequest
]);

/**
 * The way into the flow.
 */
export const zInitiateFlowData = z.object({
    token: z.string().min(1).optional(),
    launchUrl: z.url().optional(),
    expirySeconds: z.string().regex(/^[0-9]+$/),
    expiresAt: z.string().regex(/^[0-9]+$/)
});

/**
 * An open flow.
 */
export const zInitiateFlowResponse = z.object({
    success: z.literal(true),
    data: zInitiateFlowData
});

/**
 * What a submission consists of.
 */
export const zSubmissionType = z.enum([
    'KTP_SCAN',
    'STANDALONE_LIVENESS',
    'FACE_MATCH',
    'FACE_VERIFICATION',
    'KYC_LITE'
]);

/**
 * As `SubmissionType`, and one more that only the status prints.
 */
export const zPolledSubmissionType = z.enum([
    'KTP_SCAN',
    'STANDALONE_LIVENESS',
    'FACE_MATCH',
    'FACE_VERIFICATION',
    'KYC_LITE',
    'STANDALONE_IDENTITY_VERIFICATION'
]);

/**
 * Where a submission is. None of these words is a decision.
 */
export const zSubmissionStatus = z.enum([
    'INITIATED',
    'IN_PROGRESS',
    'PARTIALLY_COMPLETED',
    'COMPLETED',
    'ERROR'
]);

/**
 * Words for the screen.
 */
export const zUiMessage = z.object({
    title: z.string(),
    message: z.string()
});

/**
 * Words for the screen by key. The keys are not printed.
 */
export const zUiMessages = z.record(z.string(), zUiMessage);

/**
 * The retry budget, which the vendor shows only by refusing.
 */
export const zAttempts = z.object({
    used: z.int().gte(0),
    max: z.int().gte(1)
});

/**
 * Where one document goes.
 */
export const zUploadDocument = z.object({
    documentUrl: z.url(),
    documentReference: z.string(),
    expiryInSeconds: z.string().regex(/^[0-9]+$/)
});

/**
 * A submission and where its documents go.
 */
export const zUploadUrlsData = z.object({
    submissionId: z.string().min(1),
    status: zSubmissionStatus,
    documents: z.record(z.string(), zUploadDocument),
    uiMessages: zUiMessages.optional(),
    attempts: zAttempts.optional(),
    captureNonce: z.string().min(16).max(128).optional()
});

/**
 * An open submission.
 */
export const zUploadUrlsResponse = z.object({
    success: z.literal(true),
    data: zUploadUrlsData
});

/**
 * A free object. A `digest` in it must be that of the upload. `read.ktp.nikValid` says that a KTP's number was read and is
 * well formed.
 *
 */
export const zPictureClaim = z.looseObject({
    digest: z.string().regex(/^[0-9a-f]{64}$/).optional(),
    read: z.looseObject({
        ktp: z.looseObject({
            nikValid: z.boolean().optional()
        }).nullish()
    }).optional()
});

/**
 * The submission that is now processed.
 */
export const zConfirmUploadData = z.object({
    submissionId: z.string().min(1),
    uiMessages: zUiMessages.optional()
});

/**
 * Accepted for processing.
 */
export const zConfirmUploadResponse = z.object({
    success: z.literal(true),
    data: zConfirmUploadData
});

/**
 * Where one document is.
 */
export const zDocumentStatus = z.enum([
    'PENDING',
    'UPLOADED',
    'VERIFIED',
    'INVALID',
    'REJECTED'
]);

/**
 * One document of a submission.
 */
export const zSubmissionDocument = z.object({
    status: zDocumentStatus,
    documentReference: z.string().nullable(),
    reason: z.string().min(1).optional()
});

/**
 * The verdict, for the screen. Which fields are always there is not printed.
 */
export const zVerificationResult = z.object({
    isApproved: z.boolean(),
    riskLevel: z.enum([
        'LOW',
        'MEDIUM',
        'HIGH'
    ]).optional(),
    confidence: z.string().optional()
});

/**
 * What the capturing client does next. The vendor prints the three words and not the field that carries them.
 * `RETRY` capture again, `STATUS` go on polling, `EXIT` end the flow.
 *
 */
export const zNextAction = z.enum([
    'RETRY',
    'STATUS',
    'EXIT'
]);

/**
 * Where a submission is.
 */
export const zSubmissionStatusData = z.object({
    submissionId: z.string().min(1),
    status: zSubmissionStatus,
    submissionType: zPolledSubmissionType,
    createdAt: z.string(),
    completedAt: z.string().optional(),
    verificationResult: zVerificationResult.optional(),
    errorMessage: z.string().optional(),
    documents: z.record(z.string(), zSubmissionDocument).optional(),
    uiMessages: zUiMessages.optional(),
    nextAction: zNextAction.optional(),
    attempts: zAttempts.optional()
});

/**
 * Where a submission is.
 */
export const zSubmissionStatusResponse = z.object({
    success: z.literal(true),
    data: zSubmissionStatusData
});

/**
 * The lifecycle as the partner sees it.
 */
export const zFinalStatus = z.enum([
    'COMPLETED',
    'ERROR',
    'IN_PROGRESS'
]);

/**
 * The decision.
 */
export const zSubmissionResult = z.enum(['VALID', 'INVALID']);

/**
 * Selfie against reference image. Which fields are always there is not printed.
 */
export const zFaceMatchResult = z.object({
    score: z.number(),
    result: z.boolean(),
    version: z.string().optional()
});

/**
 * Whether the partner's reference image can be used at all; it says nothing about the user.
 */
export const zReferenceDocumentValidation = z.object({
    verificationResult: z.boolean(),
    verificationReasonCode: z.string().optional()
});

/**
 * The partner's reference image, by kind.
 */
export const zReferenceImageValidation = z.object({
    ktp: zReferenceDocumentValidation.optional()
});

/**
 * Presigned addresses of the pictures.
 */
export const zImageUrls = z.object({
    selfie: z.url().optional(),
    ktp: z.url().optional()
});

/**
 * Named after the field of initiate-flow that serves the same purpose.
 */
export const zReferenceImageResponse = z.object({
    success: z.literal(true),
    data: z.object({
        referenceImageUrl: z.url()
    })
});

/**
 * The callback of the vendor's sister product, taken for this one.
 */
export const zCallbackPayload = z.object({
    submissionId: z.string().min(1),
    partnerSessionId: z.string().min(1),
    status: z.enum(['COMPLETED', 'ERROR']),
    result: zSubmissionResult.nullish(),
    reasonCode: z.string().nullish()
});

/**
 * What was read of a KTP. The keys are those that the details of the vendor's sister product (eSign) have, all of them texts;
 * this product's pages show no fields, so that it is here at all is ours. What could not be read with confidence is left out.
 * Values stay in Indonesian, as printed. Of the sister product's keys two are never there: `region`, whose meaning is not
 * printed, and `issuanceDate`, which is not read.
 *
 */
export const zKtpData = z.object({
    nik: z.string().optional(),
    name: z.string().optional(),
    dateOfBirth: z.string().optional(),
    gender: z.string().optional(),
    bloodType: z.string().optional(),
    address: z.string().optional(),
    rt: z.string().optional(),
    rw: z.string().optional(),
    town: z.string().optional(),
    district: z.string().optional(),
    city: z.string().optional(),
    province: z.string().optional(),
    religion: z.string().optional(),
    maritalStatus: z.string().optional(),
    occupation: z.string().optional(),
    citizenship: z.string().optional(),
    validUntil: z.string().optional()
});

/**
 * One check of a document, made or not.
 */
export const zDocumentCheckResult = z.object({
    name: z.string().min(1),
    outcome: z.enum([
        'clear',
        'consider',
        'not-made'
    ]),
    reasons: z.array(z.string().min(1))
});

/**
 * What the gateway checked of a document. A check that was not made says nothing for it.
 */
export const zDocumentChecks = z.object({
    result: z.boolean(),
    checks: z.array(zDocumentCheckResult)
});

/**
 * What a liveness assessment comes to.
 */
export const zLivenessDecision = z.enum([
    'live',
    'not_live',
    'unsure'
]);

/**
 * One observation behind a liveness assessment.
 */
export const zLivenessReason = z.object({
    signal: z.string().min(1),
    weight: z.number().gte(-1).lte(1),
    value: z.number()
});

/**
 * How far picture, frames and evidence can be held to be one capture. `not-asked`: no nonce was given out; `absent`: nothing signed
 * came. Whatever is neither of these nor `bound` says what does not fit, and such a capture is never live.
 *
 */
export const zCaptureBinding = z.enum([
    'not-asked',
    'absent',
    'bound',
    'malformed',
    'signature-invalid',
    'nonce-mismatch',
    'file-mismatch',
    'frames-mismatch',
    'order-wrong',
    'chain-broken',
    'evidence-mismatch',
    'still-unlike-frames',
    'frames-without-face'
]);

/**
 * What the gateway itself found, beside what the client claimed.
 */
export const zLivenessEvidence = z.object({
    score: z.number().gte(0).lte(1),
    decision: zLivenessDecision,
    reasons: z.array(zLivenessReason),
    injectionSuspicion: z.number().gte(0).lte(1),
    clientScore: z.number().gte(0).lte(1).nullable(),
    binding: zCaptureBinding.optional(),
    frameCount: z.int().gte(1).optional()
});

/**
 * Whether a living person was in front of the camera. Which fields are always there is not printed.
 */
export const zLivenessResult = z.object({
    result: z.boolean(),
    version: z.string().optional(),
    evidence: zLivenessEvidence.optional()
});

/**
 * What was checked.
 */
export const zVerificationResults = z.object({
    faceMatch: zFaceMatchResult.optional(),
    liveness: zLivenessResult.optional(),
    document: zDocumentChecks.optional(),
    referenceImageValidation: zReferenceImageValidation.optional()
});

/**
 * Pictures and checks behind a decision.
 */
export const zSubmissionFindings = z.object({
    imageUrls: zImageUrls.optional(),
    verificationResults: zVerificationResults.optional(),
    ktpData: zKtpData.optional(),
    'x-bonafide': z.object({
        scripted: z.boolean().optional(),
        scenario: z.string().optional()
    }).optional()
});

/**
 * A submission as the partner's server sees it. Which fields are always there is not printed.
 */
export const zSubmissionDetailsData = z.object({
    status: zFinalStatus,
    submissionId: z.string().min(1),
    flow: z.string(),
    partnerSessionId: z.string(),
    result: zSubmissionResult.optional(),
    reasonCode: z.string().nullish(),
    processedAt: z.string().optional(),
    submissionDetails: zSubmissionFindings.optional()
});

/**
 * A submission as the partner's server sees it.
 */
export const zSubmissionDetailsResponse = z.object({
    success: z.literal(true),
    data: zSubmissionDetailsData
});

/**
 * The submitted picture.
 */
export const zCapturedPicture = z.object({
    digest: z.string().regex(/^[0-9a-f]{64}$/),
    width: z.int().gte(1),
    height: z.int().gte(1),
    trigger: z.enum(['auto', 'manual']),
    capturedAt: z.iso.datetime({ offset: true })
});

/**
 * Measures of the submitted picture, as the client took them.
 */
export const zQualityEvidence = z.object({
    score: z.number().gte(0).lte(1),
    sharpness: z.number().optional(),
    faceWidthRatio: z.number().optional(),
    luminanceMean0to255: z.number().optional(),
    yawDegrees: z.number().optional(),
    pitchDegrees: z.number().optional(),
    rollDegrees: z.number().optional()
});

/**
 * The client's liveness assessment. A claim, to be checked.
 */
export const zClientLivenessEvidence = z.object({
    score: z.number().gte(0).lte(1),
    decision: zLivenessDecision,
    reasons: z.array(zLivenessReason),
    injectionSuspicion: z.number().gte(0).lte(1),
    frameCount: z.int().gte(0),
    durationMs: z.number().gte(0),
    modelVersion: z.string().nullable(),
    fusionVersion: z.string().min(1)
});

/**
 * The camera that the picture came from. Its label is personal and never sent; a hash may be.
 */
export const zCameraEvidence = z.object({
    labelHash: z.string().regex(/^[0-9a-f]{64}$/).optional(),
    kind: z.string(),
    width: z.int().gte(0),
    height: z.int().gte(0),
    frameRate: z.number().gte(0)
});

/**
 * What the capturing client saw, sent beside the picture so that the gateway can check it again.
 */
export const zCaptureEvidence = z.object({
    version: z.literal('1'),
    sdkVersion: z.string().min(1),
    capture: zCapturedPicture,
    quality: zQualityEvidence,
    liveness: zClientLivenessEvidence,
    camera: zCameraEvidence,
    binding: z.string().min(1).max(65536).optional()
});

/**
 * A free object.
 */
export const zConfirmUploadMetadata = z.looseObject({
    bonafide: zCaptureEvidence.optional(),
    documents: z.record(z.string(), zPictureClaim).optional()
});

/**
 * Everything has been uploaded.
 */
export const zConfirmUploadRequest = z.object({
    submissionId: z.string().min(1),
    metadata: zConfirmUploadMetadata.optional()
});

/**
 * `PARTNER_CODE-PLATFORM-FLOW`, for example `CLIENT_X-SDK-COE_FACE_VERIFICATION`.
 */
export const zOnboardingPartner = z.string().min(1);

/**
 * The partner's own identifier of the user.
 */
export const zPartnerUserId = z.string().min(1);

/**
 * What kind of identifier that is.
 */
export const zPartnerUserIdType = z.string().min(1);

/**
 * The partner's correlation id, unique for each invocation.
 */
export const zPartnerSessionId = z.string().min(1);

/**
 * The partner's correlation id, unique for each invocation.
 */
export const zPartnerSessionIdOptional = z.string().min(1);

/**
 * The capturing client's own session.
 */
export const zSdkSessionId = z.string().min(1);

/**
 * The capturing client's own session.
 */
export const zSdkSessionIdOptional = z.string().min(1);
