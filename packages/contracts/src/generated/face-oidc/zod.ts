// Generated from specs/face-oidc.yaml by `pnpm run generate`. Do not edit; `generate:check` compares.

import * as z from 'zod';

/**
 * Turns the face check on. `dynamic` (iProov Genuine Presence Assurance) is answered by coloured light, `express` (Liveness
 * Assurance) is passive; with `_only` the check is on the web page, without it the person may choose the app.
 *
 */
export const zFaceAuthScope = z.enum([
    'faceauth_dynamic_only',
    'faceauth_express_only',
    'faceauth_dynamic',
    'faceauth_express'
]);

/**
 * Left out, empty or with `face:any` in it: any real face passes. `face:` and a data URL of a JPEG: the face must be the
 * one on that photo. Anything else is an identifier or e-mail address of a profile at the vendor's: the first time it
 * enrols, later it compares; the relying party is not told which.
 *
 */
export const zLoginHint = z.string();

/**
 * OpenID Connect Discovery 1.0 §3. Other fields pass.
 */
export const zDiscovery = z.looseObject({
    issuer: z.string().min(1),
    authorization_endpoint: z.string().min(1),
    token_endpoint: z.string().min(1),
    userinfo_endpoint: z.string().optional(),
    jwks_uri: z.string().min(1),
    end_session_endpoint: z.string().optional(),
    registration_endpoint: z.string().optional(),
    revocation_endpoint: z.string().optional(),
    backchannel_authentication_endpoint: z.string().optional(),
    pushed_authorization_request_endpoint: z.string().optional(),
    scopes_supported: z.array(z.union([zFaceAuthScope, z.string()])).optional(),
    response_types_supported: z.array(z.string()).optional(),
    grant_types_supported: z.array(z.string()).optional(),
    subject_types_supported: z.array(z.string()).optional(),
    id_token_signing_alg_values_supported: z.array(z.string()).optional(),
    token_endpoint_auth_methods_supported: z.array(z.string()).optional(),
    code_challenge_methods_supported: z.array(z.string()).optional(),
    acr_values_supported: z.array(z.string()).optional(),
    claims_parameter_supported: z.boolean().optional(),
    request_parameter_supported: z.boolean().optional(),
    request_uri_parameter_supported: z.boolean().optional()
});

/**
 * A JWK set (RFC 7517 §5).
 */
export const zKeySet = z.looseObject({
    keys: z.array(z.looseObject({}))
});

/**
 * The parameters of `authorize`, but for `request_uri` (RFC 9126 §2.1).
 */
export const zPushedAuthorizationRequest = z.looseObject({
    client_id: z.string().min(1),
    client_secret: z.string().optional(),
    redirect_uri: z.string().min(1),
    response_type: z.string().min(1),
    scope: z.string().min(1),
    state: z.string().optional(),
    nonce: z.string().optional(),
    login_hint: zLoginHint.optional(),
    code_challenge: z.string().optional(),
    code_challenge_method: z.string().optional()
});

/**
 * RFC 9126 §2.2.
 */
export const zPushedAuthorizationResponse = z.looseObject({
    request_uri: z.string().min(1),
    expires_in: z.number()
});

/**
 * Ways to the login on another device. `session` and `server` come with `display=authref` only.
 */
export const zAuthenticationReference = z.looseObject({
    qrlink: z.string().optional(),
    qrcode: z.string().optional(),
    applink: z.string().optional(),
    qrauth: z.string().optional(),
    expires_in: z.number().optional(),
    expires_at: z.union([
        z.number(),
        z.string()
    ]).optional(),
    session: z.string().optional(),
    server: z.string().optional()
});

/**
 * A login by CIBA.
 */
export const zBackchannelRequest = z.object({
    client_notification_token: z.string().optional(),
    login_hint: z.string().min(1),
    client_id: z.string().min(1),
    client_secret: z.string().optional(),
    scope: z.string().min(1)
});

/**
 * A login by CIBA that was begun.
 */
export const zBackchannelResponse = z.looseObject({
    auth_req_id: z.string().min(1),
    expires_in: z.number(),
    interval: z.number().optional(),
    authref: zAuthenticationReference.optional()
});

/**
 * For a code.
 */
export const zCodeTokenRequest = z.object({
    grant_type: z.literal('authorization_code'),
    code: z.string().min(1),
    redirect_uri: z.string().optional(),
    code_verifier: z.string().optional(),
    client_id: z.string().optional(),
    client_secret: z.string().optional()
});

/**
 * For a login by CIBA.
 */
export const zBackchannelTokenRequest = z.object({
    grant_type: z.literal('urn:openid:params:grant-type:ciba'),
    auth_req_id: z.string().min(1),
    client_id: z.string().optional(),
    client_secret: z.string().optional()
});

/**
 * Told apart by `grant_type`.
 */
export const zTokenRequest = z.union([
    zCodeTokenRequest,
    zBackchannelTokenRequest
]);

/**
 * OpenID Connect Core §3.1.3.3.
 */
export const zTokenResponse = z.looseObject({
    access_token: z.string().min(1),
    token_type: z.string(),
    expires_in: z.number().optional(),
    id_token: z.string().min(1),
    scope: z.string().optional()
});

/**
 * RFC 6749 §5.2.
 */
export const zOAuthError = z.looseObject({
    error: z.string().min(1),
    error_description: z.string().optional()
});

/**
 * RFC 7009 §2.1.
 */
export const zRevokeRequest = z.object({
    token: z.string().min(1),
    token_type_hint: z.string().optional()
});

/**
 * The token in a form.
 */
export const zUserInfoRequest = z.object({
    access_token: z.string().min(1)
});

/**
 * That a living face was there. What it says is documented: the method, the server that verified, the time, and the
 * `state` of the login that it belongs to. Its keys are not: these are ours, and every object passes.
 *
 */
export const zFacePresent = z.looseObject({
    method: z.string().optional(),
    server: z.string().optional(),
    time: z.string().optional(),
    state: z.string().optional()
});

/**
 * All that a login with the face check says; other claims are ignored.
 */
export const zFaceClaims = z.looseObject({
    sub: z.string().min(1),
    'com.svipe:face_present': z.union([
        zFacePresent,
        z.string()
    ]).optional(),
    'com.svipe:validation_portrait_present': z.string().optional(),
    email: z.string().optional()
});

/**
 * Claims of the id token (OpenID Connect Core §2), and those of the check.
 */
export const zIdTokenClaims = zFaceClaims.and(z.looseObject({
    iss: z.string().min(1),
    aud: z.union([
        z.string(),
        z.array(z.string())
    ]),
    exp: z.number(),
    iat: z.number(),
    auth_time: z.number().optional(),
    nonce: z.string().optional(),
    acr: z.string().optional(),
    at_hash: z.string().optional(),
    c_hash: z.string().optional(),
    sid: z.string().optional()
}));

/**
 * Claims of a login. Beside those of the check it carries some of the id token's.
 */
export const zUserInfo = zFaceClaims.and(z.looseObject({
    'com.svipe:meta_transaction_id': z.string().optional(),
    iss: z.string().optional(),
    aud: z.union([
        z.string(),
        z.array(z.string())
    ]).optional(),
    exp: z.number().optional(),
    iat: z.number().optional(),
    nbf: z.number().optional(),
    auth_time: z.number().optional(),
    sid: z.string().optional()
}));

/**
 * RFC 7591 §2.
 */
export const zClientRegistration = z.looseObject({
    redirect_uris: z.array(z.string()).min(1),
    client_name: z.string().optional(),
    scope: z.string().optional(),
    token_endpoint_auth_method: z.string().optional()
});

/**
 * RFC 7591 §3.2.1.
 */
export const zRegisteredClient = z.looseObject({
    client_id: z.string().min(1),
    client_secret: z.string().optional(),
    redirect_uris: z.array(z.string()).optional()
});

/**
 * CIBA §10.3.1 and §12.
 */
export const zBackchannelNotification = z.looseObject({
    auth_req_id: z.string().min(1),
    access_token: z.string().optional(),
    token_type: z.string().optional(),
    expires_in: z.number().optional(),
    id_token: z.string().optional(),
    error: z.string().optional(),
    error_description: z.string().optional()
});
