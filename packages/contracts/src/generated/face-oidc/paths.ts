// Generated from specs/face-oidc.yaml by `pnpm run generate`. Do not edit; `generate:check` compares.
export interface paths {
    "/.well-known/openid-configuration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the discovery document
         * @description OpenID Connect Discovery 1.0 §3.
         */
        get: operations["getDiscovery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the keys that tokens are verified with */
        get: operations["getKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/authorize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Begin a login
         * @description The person's browser. Up to three attempts; then it comes back to `redirect_uri`. A photo in `login_hint` makes a long
         *     address: `request_uri` may be needed, and whether POST works is not known.
         */
        get: operations["getAuthorize"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/par": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand in the parameters of a login
         * @description RFC 9126. Not in the recorded discovery document: a client looks for `pushed_authorization_request_endpoint` there. With it
         *     neither a photo nor an identifier of a person stands in an address, and a photo may be larger than an address can be.
         */
        post: operations["postPushedAuthorize"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/authorize_ciba": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a login without a browser
         * @description CIBA. `login_hint` is `authref`, whereby the person is found by whoever opens the answer's address. Ask `token` for the
         *     outcome at most every `interval` seconds ("pull"), or be told ("push").
         */
        post: operations["postBackchannelAuthorize"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get the tokens of a login
         * @description For a code, or for a login that was begun by CIBA. The client authenticates with HTTP Basic, in the body, or not at all with PKCE.
         */
        post: operations["postToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/token/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a token
         * @description RFC 7009.
         */
        post: operations["postRevoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/userinfo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the claims of a login */
        get: operations["getUserInfo"];
        put?: never;
        /**
         * Get the claims of a login, with the token in a form
         * @description As a sample of the vendor does it.
         */
        post: operations["postUserInfo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** End the provider's session */
        get: operations["getLogout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register a relying party
         * @description The address is in the recorded discovery document; the bodies follow RFC 7591. Usually done in the vendor's portal.
         */
        post: operations["registerClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    loginReturn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Come back to the relying party
         * @description The person's browser, at `redirect_uri`. Compare `state` first. `code` counts once it is changed for tokens that were
         *     verified; `error` says that the login was not granted, and not why.
         */
        get: operations["getLoginReturn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    backchannelNotification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell the relying party that a login by CIBA has ended
         * @description That there is "push" is documented; the form is that of CIBA §10.
         */
        post: operations["postBackchannelNotification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /**
         * @description Turns the face check on. `dynamic` (iProov Genuine Presence Assurance) is answered by coloured light, `express` (Liveness
         *     Assurance) is passive; with `_only` the check is on the web page, without it the person may choose the app.
         * @enum {string}
         */
        FaceAuthScope: "faceauth_dynamic_only" | "faceauth_express_only" | "faceauth_dynamic" | "faceauth_express";
        /**
         * @description Left out, empty or with `face:any` in it: any real face passes. `face:` and a data URL of a JPEG: the face must be the
         *     one on that photo. Anything else is an identifier or e-mail address of a profile at the vendor's: the first time it
         *     enrols, later it compares; the relying party is not told which.
         */
        LoginHint: string;
        /** @description OpenID Connect Discovery 1.0 §3. Other fields pass. */
        Discovery: {
            issuer: string;
            authorization_endpoint: string;
            token_endpoint: string;
            userinfo_endpoint?: string;
            jwks_uri: string;
            end_session_endpoint?: string;
            registration_endpoint?: string;
            revocation_endpoint?: string;
            backchannel_authentication_endpoint?: string;
            pushed_authorization_request_endpoint?: string;
            scopes_supported?: (components["schemas"]["FaceAuthScope"] | string)[];
            response_types_supported?: string[];
            grant_types_supported?: string[];
            subject_types_supported?: string[];
            id_token_signing_alg_values_supported?: string[];
            token_endpoint_auth_methods_supported?: string[];
            code_challenge_methods_supported?: string[];
            acr_values_supported?: string[];
            claims_parameter_supported?: boolean;
            request_parameter_supported?: boolean;
            request_uri_parameter_supported?: boolean;
        } & {
            [key: string]: unknown;
        };
        /** @description A JWK set (RFC 7517 §5). */
        KeySet: {
            keys: {
                [key: string]: unknown;
            }[];
        } & {
            [key: string]: unknown;
        };
        /** @description The parameters of `authorize`, but for `request_uri` (RFC 9126 §2.1). */
        PushedAuthorizationRequest: {
            client_id: string;
            /** @description A secret. */
            client_secret?: string;
            redirect_uri: string;
            response_type: string;
            scope: string;
            state?: string;
            nonce?: string;
            login_hint?: components["schemas"]["LoginHint"];
            code_challenge?: string;
            /** @description `S256`. */
            code_challenge_method?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description RFC 9126 §2.2. */
        PushedAuthorizationResponse: {
            request_uri: string;
            /** @description Seconds. */
            expires_in: number;
        } & {
            [key: string]: unknown;
        };
        /** @description Ways to the login on another device. `session` and `server` come with `display=authref` only. */
        AuthenticationReference: {
            qrlink?: string;
            /** @description A picture as a data URL; its form was not captured. */
            qrcode?: string;
            applink?: string;
            qrauth?: string;
            /** @description Seconds. */
            expires_in?: number;
            /** @description Its form was not captured. */
            expires_at?: number | string;
            session?: string;
            server?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description A login by CIBA. */
        BackchannelRequest: {
            /** @description Comes back with a notification. A secret. */
            client_notification_token?: string;
            /** @description `authref`. */
            login_hint: string;
            client_id: string;
            /** @description A secret. */
            client_secret?: string;
            scope: string;
        };
        /** @description A login by CIBA that was begun. */
        BackchannelResponse: {
            auth_req_id: string;
            /** @description Seconds; 1800. */
            expires_in: number;
            /** @description Seconds; 5. */
            interval?: number;
            authref?: components["schemas"]["AuthenticationReference"];
        } & {
            [key: string]: unknown;
        };
        /** @description For a code. */
        CodeTokenRequest: {
            /** @constant */
            grant_type: "authorization_code";
            code: string;
            redirect_uri?: string;
            /** @description PKCE. A secret. */
            code_verifier?: string;
            client_id?: string;
            /** @description A secret. */
            client_secret?: string;
        };
        /** @description For a login by CIBA. */
        BackchannelTokenRequest: {
            /** @constant */
            grant_type: "urn:openid:params:grant-type:ciba";
            auth_req_id: string;
            client_id?: string;
            /** @description A secret. */
            client_secret?: string;
        };
        /** @description Told apart by `grant_type`. */
        TokenRequest: components["schemas"]["CodeTokenRequest"] | components["schemas"]["BackchannelTokenRequest"];
        /** @description OpenID Connect Core §3.1.3.3. */
        TokenResponse: {
            access_token: string;
            /** @description `Bearer`, in any case. */
            token_type: string;
            /** @description Seconds. */
            expires_in?: number;
            /** @description A JWT; its claims are `IdTokenClaims`. */
            id_token: string;
            scope?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description RFC 6749 §5.2. */
        OAuthError: {
            /** @description Open-ended. */
            error: string;
            error_description?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description RFC 7009 §2.1. */
        RevokeRequest: {
            token: string;
            token_type_hint?: string;
        };
        /** @description The token in a form. */
        UserInfoRequest: {
            access_token: string;
        };
        /**
         * @description That a living face was there. What it says is documented: the method, the server that verified, the time, and the
         *     `state` of the login that it belongs to. Its keys are not: these are ours, and every object passes.
         */
        FacePresent: {
            method?: string;
            server?: string;
            time?: string;
            state?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description All that a login with the face check says; other claims are ignored. */
        FaceClaims: {
            /** @description In the browser another each time; with the app the wallet's key. */
            sub: string;
            /** @description The proof; its form is not known. */
            "com.svipe:face_present"?: components["schemas"]["FacePresent"] | string;
            /** @description A data URL of the face as it was captured; cropped with `dynamic`, wide with `express`. Personal data. */
            "com.svipe:validation_portrait_present"?: string;
            /** @description The one in `login_hint`. */
            email?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description Claims of the id token (OpenID Connect Core §2), and those of the check. */
        IdTokenClaims: components["schemas"]["FaceClaims"] & ({
            iss: string;
            /** @description The client's id. */
            aud: string | string[];
            /** @description Epoch seconds. */
            exp: number;
            /** @description Epoch seconds. */
            iat: number;
            /** @description Epoch seconds. */
            auth_time?: number;
            nonce?: string;
            /** @description Whether it is set is not known. */
            acr?: string;
            at_hash?: string;
            c_hash?: string;
            sid?: string;
        } & {
            [key: string]: unknown;
        });
        /** @description Claims of a login. Beside those of the check it carries some of the id token's. */
        UserInfo: components["schemas"]["FaceClaims"] & ({
            "com.svipe:meta_transaction_id"?: string;
            iss?: string;
            /** @description The client's id. */
            aud?: string | string[];
            /** @description Epoch seconds. */
            exp?: number;
            /** @description Epoch seconds. */
            iat?: number;
            /** @description Epoch seconds. */
            nbf?: number;
            /** @description Epoch seconds. */
            auth_time?: number;
            sid?: string;
        } & {
            [key: string]: unknown;
        });
        /** @description RFC 7591 §2. */
        ClientRegistration: {
            redirect_uris: string[];
            client_name?: string;
            scope?: string;
            token_endpoint_auth_method?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description RFC 7591 §3.2.1. */
        RegisteredClient: {
            client_id: string;
            /** @description A secret. */
            client_secret?: string;
            redirect_uris?: string[];
        } & {
            [key: string]: unknown;
        };
        /** @description CIBA §10.3.1 and §12. */
        BackchannelNotification: {
            auth_req_id: string;
            access_token?: string;
            token_type?: string;
            /** @description Seconds. */
            expires_in?: number;
            id_token?: string;
            error?: string;
            error_description?: string;
        } & {
            [key: string]: unknown;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getDiscovery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. The recorded one does not list the four scopes of the face check. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Discovery"];
                };
            };
            /** @description No such issuer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A JWK set (RFC 7517). Tokens are signed with RS256. Which of the two media types comes is not printed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jwk-set+json": components["schemas"]["KeySet"];
                    "application/json": components["schemas"]["KeySet"];
                };
            };
            /** @description No such issuer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getAuthorize: {
        parameters: {
            query: {
                /** @description Of the relying party. */
                client_id: string;
                /** @description One that is registered. */
                redirect_uri: string;
                /** @description `code`; the recorded discovery document has others too. */
                response_type: string;
                /** @description `openid` and others, separated by spaces; among them one of `FaceAuthScope`, unless the portal has set it for this client. */
                scope: string;
                /** @description Comes back, and is bound into `com.svipe:face_present`. */
                state?: string;
                /** @description Comes back in the id token. */
                nonce?: string;
                /** @description What the face is compared with; see `LoginHint`. */
                login_hint?: components["schemas"]["LoginHint"];
                /** @description PKCE (RFC 7636); recommended. */
                code_challenge?: string;
                /** @description `S256`. */
                code_challenge_method?: "S256";
                /** @description `face_present`, `document_present`, `face_and_document_present`. */
                acr_values?: string;
                /** @description OpenID Connect Core §5.5, as JSON. With the face check, claims other than its own are ignored. */
                claims?: string;
                /** @description The parameters as a JWT (OpenID Connect Core §6.1). */
                request?: string;
                /** @description Where that JWT is (OpenID Connect Core §6.2). */
                request_uri?: string;
                /** @description `authref` answers with addresses and a QR code instead of a page. */
                display?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page; with `display=authref`, the addresses. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                    "application/json": components["schemas"]["AuthenticationReference"];
                };
            };
            /** @description To `redirect_uri`, with `code` and `state`, or `error` and `state`. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Client or address are not known, so that the browser cannot be sent anywhere. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postPushedAuthorize: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["PushedAuthorizationRequest"];
            };
        };
        responses: {
            /** @description Begin the login with `client_id` and this `request_uri`, once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushedAuthorizationResponse"];
                };
            };
            /** @description The request is not understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description The client is not known, or its secret is wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
        };
    };
    postBackchannelAuthorize: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["BackchannelRequest"];
            };
        };
        responses: {
            /** @description Where the person goes on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackchannelResponse"];
                };
            };
            /** @description The request is not understood, or not granted (RFC 6749 §5.2, CIBA §13). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description The client is not known, or its secret is wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
        };
    };
    postToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            /** @description The tokens. Verify the id token before any claim of it counts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenResponse"];
                };
            };
            /** @description The code is not valid, or a login by CIBA is not finished (CIBA §11) or was refused. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description The client is not known, or its secret is wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
        };
    };
    postRevoke: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["RevokeRequest"];
            };
        };
        responses: {
            /** @description Gone, or never known. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not understood, or not granted (RFC 6749 §5.2, CIBA §13). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description The client is not known, or its secret is wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
        };
    };
    getUserInfo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The claims, as JSON, or as a JWT signed with RS256 for a client that is registered so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserInfo"];
                };
            };
            /** @description The access token is missing, wrong or no longer valid (RFC 6750). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postUserInfo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["UserInfoRequest"];
            };
        };
        responses: {
            /** @description The claims, as JSON, or as a JWT signed with RS256 for a client that is registered so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserInfo"];
                };
            };
            /** @description The access token is missing, wrong or no longer valid (RFC 6750). */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getLogout: {
        parameters: {
            query?: {
                /** @description The id token of the login. */
                id_token_hint?: string;
                /** @description OpenID Connect RP-Initiated Logout §2. */
                post_logout_redirect_uri?: string;
                /** @description Comes back. */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /** @description To the address that was asked for. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The address is not registered. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    registerClient: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClientRegistration"];
            };
        };
        responses: {
            /** @description The client. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredClient"];
                };
            };
            /** @description The request is not understood, or not granted (RFC 6749 §5.2, CIBA §13). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
        };
    };
    getLoginReturn: {
        parameters: {
            query?: {
                /** @description As the login began with. */
                state?: string;
                /** @description When the login was passed. */
                code?: string;
                /** @description When it was not. After three attempts and after giving up, `access_denied` is likely for both. */
                error?: string;
                /** @description For people. */
                error_description?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The relying party's page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The state is another one. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postBackchannelNotification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BackchannelNotification"];
            };
        };
        responses: {
            /** @description Taken. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not the provider. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
