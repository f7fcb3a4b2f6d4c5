// Generated from specs/capture-backend.yaml by `pnpm run generate`. Do not edit; `generate:check` compares.

import * as z from 'zod';

/**
 * Which picture.
 */
export const zCaptureDepiction = z.enum([
    'front',
    'back',
    'selfie'
]);

/**
 * One side of a document.
 */
export const zDocumentSide = z.enum(['front', 'back']);

/**
 * A kind of document that may be used.
 */
export const zDocumentOption = z.object({
    documentType: z.string().min(1),
    sides: z.array(zDocumentSide).min(1),
    issuingCountries: z.array(z.string().regex(/^[A-Z]{3}$/)).optional()
});

/**
 * What the person agrees to.
 */
export const zConsentDocument = z.object({
    title: z.string().min(1),
    url: z.string()
});

/**
 * A consent to the handling of biometric data that must be asked for.
 */
export const zConsentRequirement = z.object({
    version: z.string().min(1),
    requiredIn: z.array(z.string().regex(/^[A-Z]{3}$/)),
    documents: z.array(zConsentDocument)
});

/**
 * What a check will ask of the person.
 */
export const zRequirements = z.object({
    documents: z.array(zDocumentOption),
    selfie: z.boolean(),
    countryOfResidence: z.string().regex(/^[A-Z]{3}$/).optional(),
    consent: zConsentRequirement.optional()
});

/**
 * What the person said to the consent.
 */
export const zGrantedConsent = z.object({
    granted: z.boolean(),
    version: z.string().min(1),
    at: z.iso.datetime({ offset: true })
});

/**
 * By subject.
 */
export const zProcessConsents = z.object({
    privacy: zGrantedConsent.optional()
});

/**
 * What the person chose.
 */
export const zCreateProcess = z.object({
    documentType: z.string().min(1),
    issuingCountry: z.string().regex(/^[A-Z]{3}$/).optional(),
    countryOfResidence: z.string().regex(/^[A-Z]{3}$/).optional(),
    consents: zProcessConsents.optional()
});

/**
 * Which pictures this check needs.
 */
export const zProcessRequirements = z.object({
    sides: z.array(zDocumentSide).min(1).optional(),
    selfie: z.boolean()
});

/**
 * A check that has begun.
 */
export const zCreatedProcess = z.object({
    processId: z.string().min(1),
    requirements: zProcessRequirements
});

/**
 * Where a check is. `pending` pictures are awaited, `processing` the gateway is at it, `recapture` pictures are wanted
 * again; the others are final.
 *
 */
export const zCaptureStatus = z.enum([
    'pending',
    'processing',
    'recapture',
    'accepted',
    'rejected',
    'inconclusive',
    'canceled',
    'failed'
]);

/**
 * Which pictures are wanted again.
 */
export const zRecapture = z.object({
    depictions: z.array(zCaptureDepiction).min(1),
    reason: z.string().min(1)
});

/**
 * The budget of attempts.
 */
export const zCaptureAttempts = z.object({
    used: z.int().gte(0),
    max: z.int().gte(1)
});

/**
 * Where a check is.
 */
export const zProcessState = z.object({
    processId: z.string().min(1),
    status: zCaptureStatus,
    recapture: zRecapture.optional(),
    requirements: zProcessRequirements,
    received: z.array(zCaptureDepiction),
    attempts: zCaptureAttempts,
    captureNonce: z.string().min(16).max(128).optional()
});

/**
 * A picture that arrived.
 */
export const zReceivedImage = z.object({
    depiction: zCaptureDepiction,
    digest: z.string().regex(/^[0-9a-f]{64}$/)
});

/**
 * What the capturing client saw of one picture: a claim, and a free object. A `digest` in it must be that of the
 * picture that arrived.
 *
 */
export const zPictureEvidence = z.looseObject({
    digest: z.string().regex(/^[0-9a-f]{64}$/).optional()
});

/**
 * By picture.
 */
export const zCaptureEvidence = z.object({
    front: zPictureEvidence.optional(),
    back: zPictureEvidence.optional(),
    selfie: zPictureEvidence.optional()
});

/**
 * What goes with the pictures.
 */
export const zStartVerification = z.object({
    evidence: zCaptureEvidence.optional()
});

/**
 * How far the page has come.
 */
export const zCreateHandover = z.object({
    processId: z.string().min(1).optional(),
    documentType: z.string().min(1).optional(),
    issuingCountry: z.string().regex(/^[A-Z]{3}$/).optional(),
    consents: zProcessConsents.optional()
});

/**
 * What a link is made of.
 */
export const zCreatedHandover = z.object({
    handoverId: z.string().min(1),
    secret: z.string().min(1),
    expiresInSeconds: z.int().gte(1)
});

/**
 * What the phone found in the link.
 */
export const zClaimHandover = z.object({
    secret: z.string().min(1)
});

/**
 * A phone that has joined.
 */
export const zClaimedHandover = z.object({
    captureToken: z.string().min(1),
    code: z.string().min(1),
    confirmWithinSeconds: z.int().gte(1)
});

/**
 * The phone that was seen.
 */
export const zConfirmHandover = z.object({
    code: z.string().min(1)
});

/**
 * Where a hand-over is. `waiting` nobody has opened the link, `joined` a phone has and is to be confirmed, `connected`
 * the phone goes on with the check, `done` the check has come to its end, `left` the person has stopped on the phone, and
 * the check with it.
 *
 */
export const zHandoverStatus = z.enum([
    'waiting',
    'joined',
    'connected',
    'done',
    'left'
]);

/**
 * Where a hand-over is, and with what the phone begins.
 */
export const zHandoverState = z.object({
    handoverId: z.string().min(1),
    status: zHandoverStatus,
    code: z.string().min(1).optional(),
    processId: z.string().min(1).optional(),
    documentType: z.string().min(1).optional(),
    issuingCountry: z.string().regex(/^[A-Z]{3}$/).optional(),
    consents: zProcessConsents.optional()
});

/**
 * Why a request was not served, as one word.
 */
export const zRefusalCode = z.enum([
    'request-invalid',
    'unauthorized',
    'origin-forbidden',
    'not-found',
    'method-not-allowed',
    'consent-required',
    'consent-outdated',
    'location-required',
    'document-unsupported',
    'image-unsupported',
    'image-too-large',
    'images-missing',
    'evidence-mismatch',
    'state-conflict',
    'handover-unconfirmed',
    'handover-claimed',
    'handover-expired',
    'handover-revoked',
    'busy',
    'rate-limited',
    'gateway-refused',
    'gateway-unavailable',
    'internal'
]);

/**
 * Why a request was not served.
 */
export const zRefusal = z.object({
    code: zRefusalCode,
    message: z.string(),
    retryable: z.boolean()
});

/**
 * As creating the process named it; not the gateway's.
 */
export const zProcessId = z.string().min(1);

/**
 * No secret.
 */
export const zHandoverId = z.string().min(1);
