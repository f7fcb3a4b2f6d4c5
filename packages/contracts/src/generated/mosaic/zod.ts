// Generated from specs/mosaic.yaml by `pnpm run generate`. Do not edit; `generate:check` compares.

import * as z from 'zod';

/**
 * Why a request was not served. The vendor's form could not be found; every object passes.
 */
export const zProblem = z.looseObject({
    error_code: z.string().optional(),
    message: z.string().optional()
});

/**
 * The client authenticates in the body.
 */
export const zTokenRequest = z.object({
    grant_type: z.literal('client_credentials'),
    client_id: z.string().min(1),
    client_secret: z.string().min(1),
    resource: z.string().min(1).optional()
});

/**
 * RFC 6749 §5.1.
 */
export const zTokenResponse = z.object({
    access_token: z.string().min(1),
    expires_in: z.int().gte(0).optional(),
    token_type: z.string()
});

/**
 * RFC 6749 §5.2.
 */
export const zTokenError = z.object({
    error: z.string(),
    error_description: z.string().optional()
});

/**
 * The decision; closed. `ALLOW`: go on. `CHALLENGE`: not passed, somebody or another step must look. `DENY`: fraud is
 * very likely.
 *
 */
export const zRecommendation = z.enum([
    'ALLOW',
    'CHALLENGE',
    'DENY'
]);

/**
 * Which picture of a session.
 */
export const zImageType = z.enum([
    'document_front',
    'document_back',
    'selfie'
]);

/**
 * What a session without verification does, for tests.
 */
export const zMockBehavior = z.looseObject({
    recommendation: zRecommendation.optional(),
    processing_time: z.union([
        z.string(),
        z.number()
    ]).optional(),
    force_recapture: z.boolean().optional(),
    force_retry: z.boolean().optional()
});

/**
 * One attempt to verify a person.
 */
export const zCreateVerificationRequest = z.object({
    callback_url: z.url().optional(),
    state: z.string().optional(),
    mock_behavior: zMockBehavior.optional(),
    start: z.looseObject({}).optional(),
    customer_information: z.looseObject({}).optional(),
    time_to_live: z.string().min(1).optional(),
    auto_start: z.boolean().optional()
});

/**
 * A session that was created.
 */
export const zVerificationSession = z.looseObject({
    start_token: z.string().min(1),
    session_id: z.string().min(1),
    expiration: z.iso.datetime({ offset: true }).optional(),
    missing_images: z.array(zImageType).optional()
});

/**
 * Where a session is. Only the word `complete` is printed, and that in the result.
 */
export const zVerificationStatus = z.looseObject({
    session_id: z.string().min(1).optional(),
    status: z.string().min(1),
    missing_images: z.array(zImageType).optional(),
    recapture_reason: z.string().optional()
});

/**
 * What the person agreed to.
 */
export const zVerificationConsent = z.looseObject({
    session_id: z.string().min(1).optional(),
    consent_version: z.string().optional(),
    consented_at: z.iso.datetime({ offset: true }).optional()
});

/**
 * Who it is. Personal data.
 */
export const zVerifiedPerson = z.looseObject({
    full_name: z.string().optional(),
    given_name: z.string().optional(),
    surname: z.string().optional(),
    national_id: z.string().optional(),
    date_of_birth: z.string().optional(),
    gender: z.string().optional(),
    age: z.number().optional()
});

/**
 * What was read of the document. Personal data.
 */
export const zVerifiedDocument = z.looseObject({
    country: z.string().optional(),
    region: z.string().optional(),
    type: z.string().optional(),
    number: z.string().optional(),
    serial_number: z.string().optional(),
    issue_date: z.string().optional(),
    expiration_date: z.string().optional()
});

/**
 * The older shape, and that of a journey's variable (`identity_result.verified_info.document.type`).
 */
export const zVerifiedInfo = z.looseObject({
    person: zVerifiedPerson.optional(),
    document: zVerifiedDocument.optional()
});

/**
 * Where the person lives, as the document says. Personal data.
 */
export const zVerifiedAddress = z.looseObject({
    country: z.string().optional(),
    region: z.string().optional(),
    city: z.string().optional(),
    street: z.string().optional(),
    house_number: z.string().optional(),
    apartment_number: z.string().optional(),
    postcode: z.string().optional(),
    full_address: z.string().optional()
});

/**
 * What else stands on the document. The types of `citizen` and `resident` were not captured.
 */
export const zAdditionalInfo = z.looseObject({
    address: zVerifiedAddress.optional(),
    national_status: z.looseObject({}).optional(),
    employment: z.looseObject({}).optional()
});

/**
 * One check. What else than a recommendation and reasons a check holds was not captured.
 */
export const zVerificationCheck = z.looseObject({
    recommendation: z.string().optional(),
    reasons: z.array(z.string()).optional()
});

/**
 * What was checked. Documented as `{recommendation, reasons}` is `risk_recommendation`; that the others are so too is inferred.
 */
export const zVerificationChecks = z.looseObject({
    document_validation: zVerificationCheck.optional(),
    document_authentication: zVerificationCheck.optional(),
    document_liveness: zVerificationCheck.optional(),
    biometric_matching: zVerificationCheck.optional(),
    biometric_liveness: zVerificationCheck.optional(),
    flagged_identity: zVerificationCheck.optional(),
    risk_recommendation: zVerificationCheck.optional()
});

/**
 * What a session came to. Without `recommendation` there is no decision yet. `person` and `document` stand here or in
 * `verified_info`: a reader must allow both.
 *
 */
export const zVerificationResult = z.looseObject({
    session_id: z.string().min(1).optional(),
    status: z.string().min(1),
    recommendation: zRecommendation.optional(),
    person: zVerifiedPerson.optional(),
    document: zVerifiedDocument.optional(),
    verified_info: zVerifiedInfo.optional(),
    additional_info: zAdditionalInfo.optional(),
    checks: zVerificationChecks.optional()
});

/**
 * One picture of a session.
 */
export const zSessionImage = z.looseObject({
    id: z.string().min(1),
    type: z.string().min(1)
});

/**
 * The pictures of a session.
 */
export const zSessionImages = z.object({
    session_images: z.array(zSessionImage)
});

/**
 * The picture to compare with.
 */
export const zFaceReference = z.object({
    type: z.string().min(1),
    content: z.string().min(1),
    format: z.string().optional()
});

/**
 * One attempt to recognise a person.
 */
export const zCreateFaceAuthenticationRequest = z.object({
    reference: zFaceReference,
    use_case: z.string().optional()
});

/**
 * A face authentication that was created.
 */
export const zFaceAuthenticationSession = z.looseObject({
    device_session_id: z.string().min(1),
    session_id: z.string().min(1).optional()
});

/**
 * What a face authentication came to. Without `recommendation` there is no decision yet.
 */
export const zFaceAuthenticationResult = z.looseObject({
    status: z.string().min(1),
    recommendation: zRecommendation.optional()
});

/**
 * Where the page goes.
 */
export const zJourneyPayload = z.looseObject({
    endpoint: z.string().min(1),
    base_endpoint: z.string().optional(),
    start_token: z.string().optional(),
    state: z.string().optional(),
    session: z.string().optional()
});

/**
 * Why the SDK could not go on.
 */
export const zJourneyError = z.looseObject({
    errorCode: z.string().min(1),
    description: z.string().optional(),
    data: z.unknown().optional()
});

/**
 * What a step hands over. Of other steps, anything.
 */
export const zJourneyData = z.looseObject({
    payload: zJourneyPayload.optional()
});

/**
 * What the orchestration SDK answers. `journeyStepId` is `identityVerification` for the step that is described here.
 */
export const zJourneyServiceResponse = z.looseObject({
    type: z.string().optional(),
    journeyStepId: z.string().optional(),
    data: zJourneyData.optional(),
    errorData: zJourneyError.optional(),
    token: z.string().optional()
});

/**
 * What the browser came back with.
 */
export const zJourneyReturn = z.object({
    state: z.string(),
    sessionId: z.string().min(1)
});

/**
 * What the page submits, with the option `client_input`.
 */
export const zJourneyClientInput = z.object({
    payload: zJourneyReturn
});

/**
 * As creating the session named it.
 */
export const zSessionId = z.string().min(1);
