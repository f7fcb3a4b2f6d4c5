// Generated from specs/idnow.yaml by `pnpm run generate`. Do not edit; `generate:check` compares.

import * as z from 'zod';

/**
 * Why a request was not served. The vendor's form could not be found; every object passes.
 */
export const zProblem = z.looseObject({
    statusCode: z.int().optional(),
    error: z.string().optional(),
    message: z.unknown().optional()
});

/**
 * The client authenticates in the `Authorization` header, or here.
 */
export const zTokenRequest = z.object({
    grant_type: z.literal('client_credentials'),
    client_id: z.string().min(1).optional(),
    client_secret: z.string().min(1).optional()
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
 * Closed.
 */
export const zEnvironment = z.enum(['live', 'staging']);

/**
 * Where a session is; closed. `COMPLETED` is no decision.
 */
export const zSessionStatus = z.enum([
    'CREATED',
    'RUNNING',
    'EXPIRED',
    'ERROR',
    'ABORTED',
    'COMPLETED'
]);

/**
 * The decision; closed. On which kind of node the flow ended.
 */
export const zSessionOutcome = z.enum([
    'accepted',
    'rejected',
    'NO_OUTCOME'
]);

/**
 * Who it is about, and in which language.
 */
export const zSessionMetadata = z.looseObject({
    subjectId: z.string().min(1),
    locale: z.string().optional()
});

/**
 * Who the person says to be. Personal data.
 */
export const zBasicIdentity = z.looseObject({
    familyName: z.string().optional(),
    givenName: z.string().optional(),
    birthDate: z.string().optional()
});

/**
 * Pictures of a document that the customer has. Their encoding was not captured.
 */
export const zDocumentImages = z.looseObject({
    documentType: z.string().optional(),
    frontSide: z.string().optional(),
    backSide: z.string().optional()
});

/**
 * Pictures of a face that the customer has; enrolment prefers them to `DocumentImages`. Their fields were not captured.
 */
export const zBiometricSamples = z.looseObject({});

/**
 * The session that was created.
 */
export const zSessionContext = z.looseObject({
    sessionId: z.string().min(1),
    sessionStatus: zSessionStatus,
    createdAt: z.iso.datetime({ offset: true }).optional(),
    expiresAt: z.iso.datetime({ offset: true }).optional()
});

/**
 * The answer to creating a session.
 */
export const zCreatedSession = z.looseObject({
    flowId: z.string().optional(),
    flowVersion: z.union([
        z.string(),
        z.number()
    ]).optional(),
    environment: zEnvironment.optional(),
    sessionContext: zSessionContext,
    playerUrl: z.string().min(1)
});

/**
 * The step that the session was at last. `verdict` is its route: `verified`, `rejected` (Authentication v2);
 * `authenticated`, `failed` (Authentication v1); `accepted`, `rejected`, `already_enrolled` (Biometric Enrollment);
 * `verified`, `not_verified`, `fraud_detected` (document verification); others of other steps.
 *
 */
export const zLastStep = z.looseObject({
    stepId: z.string().optional(),
    stepDescription: z.string().optional(),
    stepName: z.string().optional(),
    stepType: z.string().optional(),
    verdict: z.string().optional()
});

/**
 * What the vendor's blocks have no place for.
 */
export const zSessionExtension = z.looseObject({
    scripted: z.boolean().optional(),
    reasonCode: z.string().min(1).optional(),
    retryAfterSeconds: z.int().gte(0).optional()
});

/**
 * Who is to be recognised. Input of the three biometric steps; the authentications cannot do without.
 */
export const zUserReference = z.looseObject({
    subjectId: z.string().min(1)
});

/**
 * Data blocks for the steps, under camelCase names.
 */
export const zSessionInput = z.looseObject({
    basicIdentity: zBasicIdentity.optional(),
    documentImages: zDocumentImages.optional(),
    biometricSamples: zBiometricSamples.optional(),
    userReference: zUserReference.optional()
});

/**
 * One person's passage through a flow.
 */
export const zCreateSessionRequest = z.object({
    metadata: zSessionMetadata,
    input: zSessionInput.optional(),
    redirectUrl: z.url().optional(),
    state: z.string().max(2048).optional()
});

/**
 * Closed.
 */
export const zCredentialType = z.enum([
    'FACE',
    'FINGERPRINT',
    'FIDO_KEY'
]);

/**
 * What Biometric Enrollment leaves on the route `accepted`. That it exists is documented; its fields follow those of `AuthenticationResult`.
 */
export const zAuthenticatorCredential = z.looseObject({
    credentialId: z.string().optional(),
    credentialType: zCredentialType.optional(),
    subjectId: z.string().optional(),
    provider: z.string().optional()
});

/**
 * Why Authentication v1 failed.
 */
export const zAuthenticationReason = z.object({
    code: z.string().min(1),
    details: z.string().optional()
});

/**
 * What Authentication v1 leaves, on both routes. The JWT of Keyless stays in the vault.
 */
export const zAuthenticationResult = z.looseObject({
    result: z.enum(['success', 'failure']),
    provider: z.string().optional(),
    credentialId: z.string().optional(),
    credentialType: zCredentialType.optional(),
    subjectId: z.string().optional(),
    requestId: z.string().optional(),
    authenticatedAt: z.iso.datetime({ offset: true }).optional(),
    attemptedAt: z.iso.datetime({ offset: true }).optional(),
    reason: zAuthenticationReason.optional()
});

/**
 * What Authentication v2 came to; closed.
 */
export const zVerificationStatus = z.enum([
    'verified',
    'rejected',
    'aborted',
    'error'
]);

/**
 * Closed.
 */
export const zCheckOutcome = z.enum(['passed', 'failed']);

/**
 * One check. That there are two, `livenessDetection` and `faceComparison`, each `passed` or `failed`, is documented; how an
 * item of the list looks is not. Ours has the check's name as its key; `{type, result}` passes too.
 *
 */
export const zVerificationCheck = z.looseObject({
    livenessDetection: zCheckOutcome.optional(),
    faceComparison: zCheckOutcome.optional(),
    type: z.string().optional(),
    result: z.string().optional()
});

/**
 * Where in the vault.
 */
export const zVaultReference = z.object({
    $ref: z.literal('vault'),
    $id: z.string().min(1)
});

/**
 * What was kept for an audit. `transactionJwt` is the only type that is printed.
 */
export const zVerificationEvidence = z.object({
    type: z.string().min(1),
    ref: zVaultReference
});

/**
 * How it was verified. Both lists are empty when it was aborted or failed technically; `evidence` is filled on success only.
 */
export const zVerificationMethod = z.looseObject({
    type: z.string().min(1),
    checks: z.array(zVerificationCheck),
    evidence: z.array(zVerificationEvidence)
});

/**
 * The block of Authentication v2. `trustFramework` (`io.idnow.biometric`) and `assuranceLevel` (`substantial`) are set on
 * success and null otherwise. Whether `verifiedAt` and `verificationProcessId` are there when it was aborted or failed
 * technically is not known.
 *
 */
export const zVerification = z.looseObject({
    status: zVerificationStatus,
    methods: z.array(zVerificationMethod),
    provider: z.string().optional(),
    trustFramework: z.string().nullish(),
    assuranceLevel: z.string().nullish(),
    verifiedAt: z.iso.datetime({ offset: true }).nullish(),
    verificationProcessId: z.string().nullish()
});

/**
 * What the flow gives out, by block. That there are results at the end is documented, their names and whether they are blocks or references to them is not.
 */
export const zSessionResults = z.looseObject({
    verification: zVerification.optional(),
    authenticationResult: zAuthenticationResult.optional(),
    authenticatorCredential: zAuthenticatorCredential.optional()
});

/**
 * A session and what came of it.
 */
export const zSession = z.looseObject({
    sessionId: z.string().min(1),
    sessionStatus: zSessionStatus,
    flowId: z.string().optional(),
    flowVersion: z.union([
        z.string(),
        z.number()
    ]).optional(),
    environment: zEnvironment.optional(),
    subjectId: z.string().optional(),
    outcome: zSessionOutcome.optional(),
    createdAt: z.iso.datetime({ offset: true }).optional(),
    startedAt: z.iso.datetime({ offset: true }).optional(),
    updatedAt: z.iso.datetime({ offset: true }).optional(),
    completedAt: z.iso.datetime({ offset: true }).optional(),
    expiresAt: z.iso.datetime({ offset: true }).optional(),
    redirectUrl: z.string().optional(),
    state: z.string().optional(),
    lastStep: zLastStep.optional(),
    results: zSessionResults.optional(),
    'x-bonafide': zSessionExtension.optional()
});

/**
 * Which session, and where it is. Nothing more, so read the session.
 */
export const zEventPayload = z.looseObject({
    flowId: z.string().optional(),
    sessionId: z.string().min(1),
    sessionStatus: z.string().min(1)
});

/**
 * What happened.
 */
export const zEventData = z.looseObject({
    eventId: z.string().min(1),
    eventDeliverId: z.string().optional(),
    eventVersion: z.union([
        z.string(),
        z.number()
    ]).optional(),
    eventName: z.string().min(1),
    eventSequence: z.union([
        z.string(),
        z.number()
    ]).optional(),
    createdAt: z.iso.datetime({ offset: true }).optional(),
    environment: zEnvironment.optional(),
    payload: zEventPayload,
    lastStepId: z.string().nullish(),
    lastStepType: z.string().nullish(),
    lastStepStatus: z.string().nullish()
});

/**
 * Claims of the JWT that an event is.
 */
export const zEventClaims = z.looseObject({
    iss: z.string().min(1),
    aud: z.union([
        z.string(),
        z.array(z.string())
    ]),
    exp: z.number(),
    iat: z.number(),
    data: zEventData
});

/**
 * A public key (RFC 7517 §4).
 */
export const zEventKey = z.looseObject({
    kty: z.string().min(1),
    kid: z.string().min(1),
    alg: z.string().min(1),
    use: z.string().optional()
});

/**
 * A set of public keys (RFC 7517 §5).
 */
export const zEventKeys = z.looseObject({
    keys: z.array(zEventKey)
});

/**
 * A JWT; its claims are `EventClaims`.
 */
export const zEventToken = z.string().min(1);

/**
 * Claims of the JWT that Keyless signs when a face was recognised. That it covers the transaction's data, and on request a
 * digest of the picture, is documented; no claim's name is. Every object passes; the names here are ours.
 *
 */
export const zTransactionClaims = z.looseObject({
    iss: z.string().optional(),
    sub: z.string().optional(),
    iat: z.number().optional(),
    exp: z.number().optional(),
    jti: z.string().optional(),
    transactionData: z.string().optional(),
    recognitionFrameHash: z.string().optional()
});

/**
 * A JWT; its claims are `TransactionClaims`. To be verified on a server.
 */
export const zTransactionToken = z.string().min(1);

/**
 * The public key.
 */
export const zTransactionKey = z.looseObject({
    result: z.string().min(1)
});

/**
 * Every object passes; the names are ours.
 */
export const zVerifyTransactionRequest = z.looseObject({
    jwt: z.string().optional(),
    transactionData: z.string().optional()
});

/**
 * The result, whose form is not printed.
 */
export const zVerifyTransactionResponse = z.looseObject({
    result: z.unknown().optional()
});

/**
 * Whether it is gone.
 */
export const zDeleteUserResponse = z.looseObject({
    success: z.boolean()
});

/**
 * Which of the flow's two environments.
 */
export const zEnvironment2 = zEnvironment;
