// Generated from specs/assure.yaml by `pnpm run generate`. Do not edit; `generate:check` compares.

import * as z from 'zod';

/**
 * Why a request was not served, much like `application/problem+json`. Which fields are always there is not printed.
 */
export const zProblem = z.object({
    type: z.string().optional(),
    title: z.string().optional(),
    status: z.int().optional(),
    detail: z.string().optional(),
    method: z.string().optional(),
    instance: z.string().optional(),
    traceId: z.string().optional(),
    code: z.string().optional()
});

/**
 * The client authenticates in the `Authorization` header, so only the grant is in the body.
 */
export const zTokenRequest = z.object({
    grant_type: z.literal('client_credentials'),
    scope: z.string().min(1).optional()
});

/**
 * RFC 6749 §5.1.
 */
export const zTokenResponse = z.object({
    access_token: z.string().min(1),
    expires_in: z.int().gte(0).optional(),
    token_type: z.string(),
    scope: z.string().optional()
});

/**
 * RFC 6749 §5.2.
 */
export const zTokenError = z.object({
    error: z.string(),
    error_description: z.string().optional()
});

/**
 * May be empty.
 */
export const zCreateDossierRequest = z.object({
    externalReference: z.string().optional()
});

/**
 * One end-user's place.
 */
export const zDossier = z.looseObject({
    dossierId: z.string().min(1),
    externalReference: z.string().optional(),
    createdAt: z.iso.datetime({ offset: true }).optional(),
    updatedAt: z.iso.datetime({ offset: true }).optional()
});

/**
 * Where the end-user lives; one of the two. The country is the safer one, since none may follow from an address.
 */
export const zLocation = z.object({
    countryOfResidence: z.string().regex(/^[A-Z]{3}$/).optional(),
    ipAddress: z.string().min(1).optional()
});

/**
 * What the end-user has agreed to.
 */
export const zConsents = z.object({
    privacy: z.boolean().optional()
});

/**
 * What the provider needs to know. Other providers have other fields.
 */
export const zProcessParameters = z.looseObject({
    location: zLocation.optional(),
    consents: zConsents.optional(),
    mobileAppId: z.string().min(1).optional()
});

/**
 * One attempt with one provider.
 */
export const zCreateProcessRequest = z.object({
    provider: z.string().min(1),
    processType: z.string().min(1),
    documentType: z.string().min(1).optional(),
    notificationUrl: z.url().optional(),
    authorizationHeader: z.string().min(1).optional(),
    processParameters: zProcessParameters.optional()
});

/**
 * Where a process is, and the decision. `processing` is seen on redirects only. `canceled` is by the end-user, `failed`
 * is technical.
 *
 */
export const zProcessStatus = z.enum([
    'pending',
    'processing',
    'accepted',
    'rejected',
    'inconclusive',
    'canceled',
    'failed'
]);

/**
 * Who it is; only when the process is `accepted`.
 */
export const zFinalResult = z.looseObject({
    firstName: z.string().optional(),
    lastName: z.string().optional(),
    dateOfBirth: z.string().optional(),
    dateOfExpiry: z.string().optional(),
    gender: z.string().optional(),
    nationality: z.string().optional(),
    issuingCountry: z.string().optional(),
    documentType: z.string().optional(),
    documentNumber: z.string().optional(),
    similarityScore: z.string().optional()
});

/**
 * The person against the document's portrait. Words are open; `clear` and `consider` are printed.
 */
export const zFacialSimilarity = z.looseObject({
    result: z.string().optional(),
    imageIntegrity: z.string().optional(),
    faceComparison: z.string().optional(),
    visualAuthenticity: z.string().optional(),
    similarityScore: z.string().optional()
});

/**
 * The document. Words are open; `clear` and `consider` are printed, and for `subResult` `clear`, `suspected` and
 * `rejected`. A check that was not made is left out.
 *
 */
export const zDocumentVerification = z.looseObject({
    result: z.string().optional(),
    subResult: z.string().optional(),
    dataConsistency: z.string().optional(),
    dataValidation: z.string().optional(),
    dataComparison: z.string().optional(),
    imageIntegrity: z.string().optional(),
    visualAuthenticity: z.string().optional(),
    compromisedDocument: z.string().optional(),
    policeRecord: z.string().optional(),
    ageValidation: z.string().optional(),
    firstName: z.string().optional(),
    lastName: z.string().optional(),
    dateOfBirth: z.string().optional(),
    dateOfExpiry: z.string().optional(),
    gender: z.string().optional(),
    nationality: z.string().optional(),
    issuingCountry: z.string().optional(),
    documentType: z.string().optional(),
    documentNumber: z.string().optional(),
    mrzLine1: z.string().optional(),
    mrzLine2: z.string().optional(),
    mrzLine3: z.string().optional()
});

/**
 * What the provider said. Other providers have other fields.
 */
export const zProviderSpecific = z.looseObject({
    facialSimilarity: zFacialSimilarity.optional(),
    documentVerification: zDocumentVerification.optional()
});

/**
 * Why a process failed.
 */
export const zFailReason = z.looseObject({
    type: z.string(),
    message: z.string().optional()
});

/**
 * One attempt and what came of it. Which fields are always there is not printed.
 */
export const zProcess = z.looseObject({
    processId: z.string().min(1),
    status: zProcessStatus,
    provider: z.string().optional(),
    processType: z.string().optional(),
    notificationUrl: z.string().optional(),
    authorization: z.string().optional(),
    createdAt: z.iso.datetime({ offset: true }).optional(),
    updatedAt: z.iso.datetime({ offset: true }).optional(),
    finalResult: zFinalResult.optional(),
    providerSpecific: zProviderSpecific.optional(),
    failReason: zFailReason.optional()
});

/**
 * What the customer has said of the end-user. Personal data; its fields were not captured.
 */
export const zUserData = z.looseObject({});

/**
 * Pictures of a dossier. `portrait` is never sent, since it can only be copied.
 */
export const zDossierFiles = z.object({
    front: z.string().regex(/^data:image\/(jpeg|png);base64,/).optional(),
    back: z.string().regex(/^data:image\/(jpeg|png);base64,/).optional(),
    selfie: z.string().regex(/^data:image\/(jpeg|png);base64,/).optional(),
    portrait: z.string().regex(/^data:image\/(jpeg|png);base64,/).optional()
});

/**
 * Who verifies, and what.
 */
export const zCaptureProvider = z.looseObject({
    provider: z.string().min(1),
    processType: z.string().min(1),
    redact: z.boolean().optional()
});

/**
 * How the capture page looks, and the text message that sends the end-user to it.
 */
export const zCaptureParameters = z.looseObject({
    uiProfile: z.string().optional(),
    uiLanguage: z.string().optional(),
    smsSender: z.string().optional(),
    smsMessage: z.string().optional(),
    defaultCountry: z.string().optional()
});

/**
 * One capture flow.
 */
export const zStartCaptureRequest = z.looseObject({
    providers: z.array(zCaptureProvider).min(1),
    redirectUrl: z.url().optional(),
    sdk: z.string().optional(),
    notificationUrl: z.url().optional(),
    captureParameters: zCaptureParameters.optional()
});

/**
 * A capture flow that was started.
 */
export const zCaptureFlow = z.looseObject({
    url: z.string().min(1),
    processId: z.string().min(1).optional()
});

/**
 * How the capture page looks and what it takes. `onfidoConfig` (workflow and looks) applies with `sdk` `native` and the
 * provider `onfido`. The full list of fields is not known: every object passes.
 *
 */
export const zCaptureConfiguration = z.looseObject({
    documentTypes: z.array(z.string()).optional(),
    onfidoConfig: z.looseObject({}).optional(),
    signicatvideoidConfig: z.looseObject({}).optional()
});

/**
 * The text.
 */
export const zWatermark = z.object({
    title: z.string().optional(),
    description: z.string().optional(),
    date: z.string().optional()
});

/**
 * A picture of at most 4 MB and 5000 pixels a side, and what it shows.
 */
export const zImageServiceRequest = z.object({
    image: z.string().regex(/^data:image\/(jpeg|png);base64,/),
    dossierId: z.string().optional(),
    processId: z.string().optional(),
    imageDepiction: z.enum(['selfie', 'front']).optional(),
    watermark: zWatermark.optional()
});

/**
 * Every object passes; `externalReference` is the dossier's id, and where it stands is not known.
 */
export const zProcessCompleteEvent = z.looseObject({});

/**
 * Which picture of a process.
 */
export const zDepiction = z.enum([
    'FRONT',
    'BACK',
    'SELFIE',
    'PORTRAIT'
]);

/**
 * One kind of document that a provider takes.
 */
export const zDocumentTypeEntry = z.looseObject({
    documentType: z.string().min(1),
    issuingCountries: z.array(z.string().min(1)).optional(),
    sides: z.array(zDepiction).optional()
});

/**
 * What a provider takes.
 */
export const zDocumentTypesResponse = z.object({
    documentTypes: z.array(zDocumentTypeEntry)
});

/**
 * At least one picture.
 */
export const zSetImagesRequest = z.object({
    front: z.string().regex(/^data:image\/(jpeg|png);base64,/).optional(),
    back: z.string().regex(/^data:image\/(jpeg|png);base64,/).optional(),
    selfie: z.string().regex(/^data:image\/(jpeg|png);base64,/).optional()
});

/**
 * One picture.
 */
export const zImageResponse = z.object({
    depiction: zDepiction.optional(),
    image: z.string().min(1)
});

/**
 * What the capturing client saw of one picture. A claim, to be checked; a free object.
 */
export const zPictureEvidence = z.looseObject({});

/**
 * By picture.
 */
export const zCaptureEvidence = z.object({
    front: zPictureEvidence.optional(),
    back: zPictureEvidence.optional(),
    selfie: zPictureEvidence.optional()
});

/**
 * The vendor takes no parameters.
 */
export const zStartVerificationRequest = z.object({
    bonafide: zCaptureEvidence.optional()
});

/**
 * A process is finished. Without personal data.
 */
export const zNotification = z.looseObject({
    dossierId: z.string().min(1),
    processId: z.string().min(1),
    status: z.string().min(1)
});

/**
 * As creating the dossier named it.
 */
export const zDossierId = z.string().min(1);

/**
 * As creating the process named it.
 */
export const zProcessId = z.string().min(1);
