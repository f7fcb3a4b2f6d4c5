// Generated from specs/idnow.yaml by `pnpm run generate`. Do not edit; `generate:check` compares.
export interface paths {
    "/oidc/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get an access token
         * @description On the token host. OAuth 2.0 client credentials, in the body (`client_secret_post`) or with HTTP Basic
         *     (`client_secret_basic`). A token lasts a day.
         */
        post: operations["postToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flows/{flowId}/{environment}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a session
         * @description `metadata.subjectId` becomes the block `UserReference` of the flow. `input` gives blocks to the steps under camelCase
         *     names. The body may also be multipart, with pictures as parts; the names of the parts were not captured.
         */
        post: operations["createSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/{environment}/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a session and its results
         * @description `outcome` is the decision, and means something when `sessionStatus` is `COMPLETED`. `results` is there at the end: the
         *     blocks that the flow gives out. That they are typed references is documented; how a reference looks, and under which
         *     names, is not known. The blocks themselves are described as the pages of the steps give them.
         */
        get: operations["getSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/{environment}/vault/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an entry of the vault
         * @description That the transaction JWT is kept as a binary entry of the vault is documented; how an entry is read is not. What stands
         *     here is ours.
         */
        get: operations["getVaultEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the keys that events are verified with
         * @description That the signature of an event is to be verified is documented; where the keys are published is not. What stands here is
         *     ours: a JWK set (RFC 7517 §5), in which an old key stays for a while after a new one has begun to sign.
         */
        get: operations["getEventKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/verify-jwt/public-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the key that transaction JWTs are verified with
         * @description For a customer that verifies by itself. Key form and algorithm are not printed.
         */
        get: operations["getTransactionKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/verify-jwt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a transaction JWT verified
         * @description That the transaction's data are in the body and a result comes back is documented; the names are not known.
         */
        post: operations["postVerifyTransaction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete an enrolled face
         * @description Of the customer's own Keyless tenant.
         */
        delete: operations["deleteUser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/player/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open the page that leads through a flow
         * @description With the vendor an address of its own, which `playerUrl` gives whole and which says nothing of its form. At the end the
         *     browser goes to `redirectUrl` with `state`.
         */
        get: operations["getPlayer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    sessionReturn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Come back to the customer's page
         * @description The person's browser, at the session's `redirectUrl`. Nothing is signed; read the session. Which other parameters come is not known.
         */
        get: operations["getSessionReturn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    event: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell the customer what happened to a session
         * @description The whole body is a JWT: verify its signature, `iss`, `aud`, `exp` and `iat`; its claims are `EventClaims`. Without
         *     personal data. Delivered up to three times, with the same `eventId` and another `eventDeliverId`. Where its keys are
         *     published is not known.
         */
        post: operations["postEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /** @description Why a request was not served. The vendor's form could not be found; every object passes. */
        Problem: {
            statusCode?: number;
            error?: string;
            /** @description For people; a text or several. */
            message?: unknown;
        } & {
            [key: string]: unknown;
        };
        /** @description The client authenticates in the `Authorization` header, or here. */
        TokenRequest: {
            /** @constant */
            grant_type: "client_credentials";
            client_id?: string;
            /** @description A secret. */
            client_secret?: string;
        };
        /** @description RFC 6749 §5.1. */
        TokenResponse: {
            access_token: string;
            /** @description Seconds, as a number; a day. */
            expires_in?: number;
            /** @description `Bearer`, in any case. */
            token_type: string;
        };
        /** @description RFC 6749 §5.2. */
        TokenError: {
            /** @description For example `invalid_client`. */
            error: string;
            error_description?: string;
        };
        /**
         * @description Closed.
         * @enum {string}
         */
        Environment: "live" | "staging";
        /**
         * @description Where a session is; closed. `COMPLETED` is no decision.
         * @enum {string}
         */
        SessionStatus: "CREATED" | "RUNNING" | "EXPIRED" | "ERROR" | "ABORTED" | "COMPLETED";
        /**
         * @description The decision; closed. On which kind of node the flow ended.
         * @enum {string}
         */
        SessionOutcome: "accepted" | "rejected" | "NO_OUTCOME";
        /** @description Who it is about, and in which language. */
        SessionMetadata: {
            /** @description The customer's own name for the person. Required in the latest pages. */
            subjectId: string;
            /** @description For example `en`. */
            locale?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description Who the person says to be. Personal data. */
        BasicIdentity: {
            familyName?: string;
            givenName?: string;
            /** @description YYYY-MM-DD. */
            birthDate?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description Pictures of a document that the customer has. Their encoding was not captured. */
        DocumentImages: {
            /** @description Open-ended. */
            documentType?: string;
            frontSide?: string;
            backSide?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description Pictures of a face that the customer has; enrolment prefers them to `DocumentImages`. Their fields were not captured. */
        BiometricSamples: {
            [key: string]: unknown;
        };
        /** @description Data blocks for the steps, under camelCase names. */
        SessionInput: {
            basicIdentity?: components["schemas"]["BasicIdentity"];
            documentImages?: components["schemas"]["DocumentImages"];
            biometricSamples?: components["schemas"]["BiometricSamples"];
            userReference?: components["schemas"]["UserReference"];
        } & {
            [key: string]: unknown;
        };
        /** @description One person's passage through a flow. */
        CreateSessionRequest: {
            metadata: components["schemas"]["SessionMetadata"];
            input?: components["schemas"]["SessionInput"];
            /**
             * Format: uri
             * @description Must have been allowed by the vendor.
             */
            redirectUrl?: string;
            /** @description Comes back with the browser. */
            state?: string;
        };
        /** @description The session that was created. */
        SessionContext: {
            sessionId: string;
            sessionStatus: components["schemas"]["SessionStatus"];
            /** Format: date-time */
            createdAt?: string;
            /** Format: date-time */
            expiresAt?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description The answer to creating a session. */
        CreatedSession: {
            flowId?: string;
            /** @description Its type was not captured. */
            flowVersion?: string | number;
            environment?: components["schemas"]["Environment"];
            sessionContext: components["schemas"]["SessionContext"];
            /** @description Where the person's browser goes. A secret of this one session. */
            playerUrl: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description The step that the session was at last. `verdict` is its route: `verified`, `rejected` (Authentication v2);
         *     `authenticated`, `failed` (Authentication v1); `accepted`, `rejected`, `already_enrolled` (Biometric Enrollment);
         *     `verified`, `not_verified`, `fraud_detected` (document verification); others of other steps.
         */
        LastStep: {
            stepId?: string;
            stepDescription?: string;
            /** @description On older pages. */
            stepName?: string;
            /** @description On older pages. */
            stepType?: string;
            /** @description Open-ended. */
            verdict?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description What the flow gives out, by block. That there are results at the end is documented, their names and whether they are blocks or references to them is not. */
        SessionResults: {
            verification?: components["schemas"]["Verification"];
            authenticationResult?: components["schemas"]["AuthenticationResult"];
            authenticatorCredential?: components["schemas"]["AuthenticatorCredential"];
        } & {
            [key: string]: unknown;
        };
        /** @description A session and what came of it. */
        Session: {
            sessionId: string;
            sessionStatus: components["schemas"]["SessionStatus"];
            flowId?: string;
            /** @description Its type was not captured. */
            flowVersion?: string | number;
            environment?: components["schemas"]["Environment"];
            subjectId?: string;
            outcome?: components["schemas"]["SessionOutcome"];
            /** Format: date-time */
            createdAt?: string;
            /** Format: date-time */
            startedAt?: string;
            /** Format: date-time */
            updatedAt?: string;
            /** Format: date-time */
            completedAt?: string;
            /** Format: date-time */
            expiresAt?: string;
            redirectUrl?: string;
            state?: string;
            lastStep?: components["schemas"]["LastStep"];
            results?: components["schemas"]["SessionResults"];
            "x-bonafide"?: components["schemas"]["SessionExtension"];
        } & {
            [key: string]: unknown;
        };
        /** @description What the vendor's blocks have no place for. */
        SessionExtension: {
            /** @description A scenario decided instead of the checks. */
            scripted?: boolean;
            /** @description An error code of the Keyless web SDK, as Authentication v1 has it in `reason`; open-ended. */
            reasonCode?: string;
            /** @description How long a person who is locked out stays so. */
            retryAfterSeconds?: number;
        } & {
            [key: string]: unknown;
        };
        /** @description Who is to be recognised. Input of the three biometric steps; the authentications cannot do without. */
        UserReference: {
            subjectId: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description Closed.
         * @enum {string}
         */
        CredentialType: "FACE" | "FINGERPRINT" | "FIDO_KEY";
        /** @description What Biometric Enrollment leaves on the route `accepted`. That it exists is documented; its fields follow those of `AuthenticationResult`. */
        AuthenticatorCredential: {
            credentialId?: string;
            credentialType?: components["schemas"]["CredentialType"];
            subjectId?: string;
            provider?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description Why Authentication v1 failed. */
        AuthenticationReason: {
            /** @description An error code of the Keyless web SDK; open-ended. */
            code: string;
            /** @description `CODE - message`. */
            details?: string;
        };
        /** @description What Authentication v1 leaves, on both routes. The JWT of Keyless stays in the vault. */
        AuthenticationResult: {
            /**
             * @description Closed.
             * @enum {string}
             */
            result: "success" | "failure";
            provider?: string;
            credentialId?: string;
            credentialType?: components["schemas"]["CredentialType"];
            subjectId?: string;
            requestId?: string;
            /**
             * Format: date-time
             * @description On success.
             */
            authenticatedAt?: string;
            /**
             * Format: date-time
             * @description On failure.
             */
            attemptedAt?: string;
            reason?: components["schemas"]["AuthenticationReason"];
        } & {
            [key: string]: unknown;
        };
        /**
         * @description What Authentication v2 came to; closed.
         * @enum {string}
         */
        VerificationStatus: "verified" | "rejected" | "aborted" | "error";
        /**
         * @description Closed.
         * @enum {string}
         */
        CheckOutcome: "passed" | "failed";
        /**
         * @description One check. That there are two, `livenessDetection` and `faceComparison`, each `passed` or `failed`, is documented; how an
         *     item of the list looks is not. Ours has the check's name as its key; `{type, result}` passes too.
         */
        VerificationCheck: {
            livenessDetection?: components["schemas"]["CheckOutcome"];
            faceComparison?: components["schemas"]["CheckOutcome"];
            type?: string;
            result?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description Where in the vault. */
        VaultReference: {
            /** @constant */
            $ref: "vault";
            $id: string;
        };
        /** @description What was kept for an audit. `transactionJwt` is the only type that is printed. */
        VerificationEvidence: {
            /** @description Open-ended. */
            type: string;
            ref: components["schemas"]["VaultReference"];
        };
        /** @description How it was verified. Both lists are empty when it was aborted or failed technically; `evidence` is filled on success only. */
        VerificationMethod: {
            /** @description `biometric`. */
            type: string;
            checks: components["schemas"]["VerificationCheck"][];
            evidence: components["schemas"]["VerificationEvidence"][];
        } & {
            [key: string]: unknown;
        };
        /**
         * @description The block of Authentication v2. `trustFramework` (`io.idnow.biometric`) and `assuranceLevel` (`substantial`) are set on
         *     success and null otherwise. Whether `verifiedAt` and `verificationProcessId` are there when it was aborted or failed
         *     technically is not known.
         */
        Verification: {
            status: components["schemas"]["VerificationStatus"];
            methods: components["schemas"]["VerificationMethod"][];
            /** @description `keyless`. */
            provider?: string;
            trustFramework?: string | null;
            assuranceLevel?: string | null;
            /** Format: date-time */
            verifiedAt?: string | null;
            /** @description Transaction id of Keyless. */
            verificationProcessId?: string | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Which session, and where it is. Nothing more, so read the session. */
        EventPayload: {
            flowId?: string;
            sessionId: string;
            /** @description As `SessionStatus`; open, since it is not to be acted on. */
            sessionStatus: string;
        } & {
            [key: string]: unknown;
        };
        /** @description What happened. */
        EventData: {
            /** @description The same each time this event is delivered. */
            eventId: string;
            /** @description Another each time. */
            eventDeliverId?: string;
            /** @description Its type was not captured. */
            eventVersion?: string | number;
            /** @description `resource.action`; open-ended, no list was found. */
            eventName: string;
            /** @description Its type was not captured. */
            eventSequence?: string | number;
            /** Format: date-time */
            createdAt?: string;
            environment?: components["schemas"]["Environment"];
            payload: components["schemas"]["EventPayload"];
            lastStepId?: string | null;
            lastStepType?: string | null;
            lastStepStatus?: string | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Claims of the JWT that an event is. */
        EventClaims: {
            /** @description Which issuer is not known. */
            iss: string;
            /** @description RFC 7519 §4.1.3. */
            aud: string | string[];
            /** @description Epoch seconds. */
            exp: number;
            /** @description Epoch seconds. */
            iat: number;
            data: components["schemas"]["EventData"];
        } & {
            [key: string]: unknown;
        };
        /** @description A public key (RFC 7517 §4). */
        EventKey: {
            kty: string;
            kid: string;
            alg: string;
            use?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description A set of public keys (RFC 7517 §5). */
        EventKeys: {
            keys: components["schemas"]["EventKey"][];
        } & {
            [key: string]: unknown;
        };
        /** @description A JWT; its claims are `EventClaims`. */
        EventToken: string;
        /**
         * @description Claims of the JWT that Keyless signs when a face was recognised. That it covers the transaction's data, and on request a
         *     digest of the picture, is documented; no claim's name is. Every object passes; the names here are ours.
         */
        TransactionClaims: {
            iss?: string;
            /** @description The user's name at Keyless. */
            sub?: string;
            /** @description Epoch seconds. */
            iat?: number;
            /** @description Epoch seconds. */
            exp?: number;
            /** @description `verificationProcessId` of the block. */
            jti?: string;
            transactionData?: string;
            /** @description After the option `includeRecognitionFrameHash`. */
            recognitionFrameHash?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description A JWT; its claims are `TransactionClaims`. To be verified on a server. */
        TransactionToken: string;
        /** @description The public key. */
        TransactionKey: {
            result: string;
        } & {
            [key: string]: unknown;
        };
        /** @description Every object passes; the names are ours. */
        VerifyTransactionRequest: {
            jwt?: string;
            transactionData?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description The result, whose form is not printed. */
        VerifyTransactionResponse: {
            /** @description Open-ended. */
            result?: unknown;
        } & {
            [key: string]: unknown;
        };
        /** @description Whether it is gone. */
        DeleteUserResponse: {
            success: boolean;
        } & {
            [key: string]: unknown;
        };
    };
    responses: never;
    parameters: {
        /** @description Which of the flow's two environments. */
        Environment: components["schemas"]["Environment"];
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
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
            /** @description A token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenResponse"];
                };
            };
            /** @description The request is not understood (RFC 6749 §5.2). */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenError"];
                };
            };
            /** @description The client is not known, or its secret is wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenError"];
                };
            };
        };
    };
    createSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which flow. */
                flowId: string;
                /** @description Which of the flow's two environments. */
                environment: components["parameters"]["Environment"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateSessionRequest"];
            };
        };
        responses: {
            /** @description The session. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedSession"];
                };
            };
            /** @description The request is not understood. The body of a refusal was not captured. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The access token is missing, wrong or no longer valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The client may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` may say how long to wait. No limits are printed. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The platform failed. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the flow's two environments. */
                environment: components["parameters"]["Environment"];
                /** @description As creating the session named it. */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The access token is missing, wrong or no longer valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The client may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such session, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` may say how long to wait. No limits are printed. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The platform failed. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVaultEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which of the flow's two environments. */
                environment: components["parameters"]["Environment"];
                /** @description `$id` of a reference into the vault. */
                entryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entry; of `transactionJwt`, a JWT whose claims are `TransactionClaims`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jwt": components["schemas"]["TransactionToken"];
                };
            };
            /** @description The access token is missing, wrong or no longer valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The client may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such session, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` may say how long to wait. No limits are printed. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The platform failed. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEventKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The public keys. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventKeys"];
                };
            };
            /** @description Too many requests; `Retry-After` may say how long to wait. No limits are printed. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTransactionKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransactionKey"];
                };
            };
            /** @description The API key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postVerifyTransaction: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyTransactionRequest"];
            };
        };
        responses: {
            /** @description The result. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifyTransactionResponse"];
                };
            };
            /** @description The API key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    deleteUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Upper-case hexadecimal. */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeleteUserResponse"];
                };
            };
            /** @description The API key is missing or wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getPlayer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A secret of this one session. */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /** @description There is no such session, or it has ended. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
        };
    };
    getSessionReturn: {
        parameters: {
            query?: {
                /** @description As the session was created with. */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The customer's page. */
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
    postEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/jwt": components["schemas"]["EventToken"];
            };
        };
        responses: {
            /** @description Taken. Answer quickly and work afterwards. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not the platform. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken; the platform may deliver again. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
