// Generated from specs/mosaic.yaml by `pnpm run generate`. Do not edit; `generate:check` compares.
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
         * @description OAuth 2.0 client credentials, in the body. Older samples of the vendor leave `resource` out.
         */
        post: operations["postToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/api/v1/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a verification session
         * @description With `mock_behavior` nothing is verified: the session ends with the recommendation that was asked for. Whether a
         *     production account may do so is not printed.
         */
        post: operations["createVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/api/v1/verification/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the session named it. */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete the data of a session
         * @description Pictures, findings and what was read. Otherwise they are kept for 90 days, or as the session said.
         */
        delete: operations["deleteVerification"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/api/v1/verification/{sessionId}/status": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the session named it. */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        /**
         * Get where a session is
         * @description The operation is documented; its address and every word of its answer are not known. What stands here is ours.
         */
        get: operations["getVerificationStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/api/v1/verification/{sessionId}/consent": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the session named it. */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        /**
         * Get the consent that the person gave
         * @description The operation is documented; its address and its answer are not known. What stands here is ours.
         */
        get: operations["getVerificationConsent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/api/v1/verification/{sessionId}/result": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the session named it. */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        /**
         * Get the result of a session
         * @description `recommendation` is the decision: go on, look closer, or fraud is likely. A failure that is no fraud is `CHALLENGE`.
         *     Two shapes are documented: `person` and `document` stand at the top, or inside of `verified_info`.
         */
        get: operations["getVerificationResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/api/v1/verification/{sessionId}/images": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the session named it. */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        /** List the pictures of a session */
        get: operations["getVerificationImages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/api/v1/verification/{sessionId}/images/{imageId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the session named it. */
                sessionId: components["parameters"]["SessionId"];
                /** @description As the list names it. */
                imageId: string;
            };
            cookie?: never;
        };
        /**
         * Get a picture
         * @description The bytes themselves. Which formats come is not printed.
         */
        get: operations["getVerificationImage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/api/v1/face-auth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a face authentication
         * @description With the reference picture to compare with. `device_session_id` is what the SDK starts with.
         */
        post: operations["createFaceAuthentication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/api/v1/face-auth/{deviceSessionId}/result": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the face authentication named it. */
                deviceSessionId: string;
            };
            cookie?: never;
        };
        /** Get the result of a face authentication */
        get: operations["getFaceAuthenticationResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/verify/app/{startToken}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description `start_token` of a session. A secret of this one attempt. */
                startToken: string;
            };
            cookie?: never;
        };
        /**
         * Open the hosted verification page
         * @description Asks for consent, takes the pictures and waits for the checks. On a desktop computer it shows a QR code and waits for
         *     the phone. At the end the browser goes to `callback_url`.
         */
        get: operations["getHostedPage"];
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
    verificationReturn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Come back to the customer's page
         * @description The person's browser, at the session's `callback_url`. Nothing is signed: compare `state` with the one that was sent,
         *     and read the result.
         */
        get: operations["getVerificationReturn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    journeyStep: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Be asked for an identity verification by a journey
         * @description No call over the network, but what the orchestration SDK hands to the page in a journey (the body here) and what the
         *     page submits to it (the answer here). A page without `sessionId` and `state` in its address saves the SDK's state and
         *     goes to `endpoint`; back again, it restores the state and submits.
         */
        post: operations["postJourneyStep"];
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
            /** @description One word. Open-ended. */
            error_code?: string;
            /** @description For people. */
            message?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description The client authenticates in the body. */
        TokenRequest: {
            /** @constant */
            grant_type: "client_credentials";
            client_id: string;
            /** @description A secret. */
            client_secret: string;
            /** @description `https://verify.identity.security`. */
            resource?: string;
        };
        /** @description RFC 6749 §5.1. */
        TokenResponse: {
            access_token: string;
            /** @description Seconds, as a number. */
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
         * @description The decision; closed. `ALLOW`: go on. `CHALLENGE`: not passed, somebody or another step must look. `DENY`: fraud is
         *     very likely.
         * @enum {string}
         */
        Recommendation: "ALLOW" | "CHALLENGE" | "DENY";
        /**
         * @description Which picture of a session.
         * @enum {string}
         */
        ImageType: "document_front" | "document_back" | "selfie";
        /** @description What a session without verification does, for tests. */
        MockBehavior: {
            recommendation?: components["schemas"]["Recommendation"];
            /**
             * @description How long the checks seem to take once all pictures are there. A string such as `5s` in a sample; seconds in the
             *     journey's settings, which is why a number passes too.
             */
            processing_time?: string | number;
            /** @description Whether the first attempt asks for pictures again. The journey's settings call it "Force Recapture"; the field's present name could not be found. */
            force_recapture?: boolean;
            /** @description The same in a sample of 2023. */
            force_retry?: boolean;
        } & {
            [key: string]: unknown;
        };
        /** @description One attempt to verify a person. */
        CreateVerificationRequest: {
            /**
             * Format: uri
             * @description Where the browser comes back. Needed on the web.
             */
            callback_url?: string;
            /** @description Comes back with the browser. */
            state?: string;
            mock_behavior?: components["schemas"]["MockBehavior"];
            /** @description Starts at once, for pictures that a server sends. Its fields are not printed. */
            start?: {
                [key: string]: unknown;
            };
            /** @description The customer's own, without personal data. Its form is not printed. */
            customer_information?: {
                [key: string]: unknown;
            };
            /**
             * @deprecated
             * @description After which the data are deleted, for example `90d`; `1h` in a sample.
             */
            time_to_live?: string;
            /**
             * @deprecated
             * @description As `start`.
             */
            auto_start?: boolean;
        };
        /** @description A session that was created. */
        VerificationSession: {
            /** @description For the hosted page or the SDK. A secret of this one attempt. */
            start_token: string;
            session_id: string;
            /** Format: date-time */
            expiration?: string;
            /** @description Which pictures are still to be taken. */
            missing_images?: components["schemas"]["ImageType"][];
        } & {
            [key: string]: unknown;
        };
        /** @description Where a session is. Only the word `complete` is printed, and that in the result. */
        VerificationStatus: {
            session_id?: string;
            /** @description Open-ended; in our sandbox `pending`, `processing`, `recapture`, `complete`, `canceled`, `failed`, `expired`. */
            status: string;
            missing_images?: components["schemas"]["ImageType"][];
            /** @description Open-ended, in the words of the vendor's SDK, for example `PoorImageQuality`. */
            recapture_reason?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description What the person agreed to. */
        VerificationConsent: {
            session_id?: string;
            consent_version?: string;
            /** Format: date-time */
            consented_at?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description Who it is. Personal data. */
        VerifiedPerson: {
            full_name?: string;
            given_name?: string;
            surname?: string;
            national_id?: string;
            /** @description YYYY-MM-DD. */
            date_of_birth?: string;
            gender?: string;
            /** @description Years. */
            age?: number;
        } & {
            [key: string]: unknown;
        };
        /** @description What was read of the document. Personal data. */
        VerifiedDocument: {
            /** @description Which code it is was not captured. */
            country?: string;
            region?: string;
            /** @description Open-ended, for example `national_id`. */
            type?: string;
            number?: string;
            serial_number?: string;
            /** @description YYYY-MM-DD. */
            issue_date?: string;
            /** @description YYYY-MM-DD. */
            expiration_date?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description The older shape, and that of a journey's variable (`identity_result.verified_info.document.type`). */
        VerifiedInfo: {
            person?: components["schemas"]["VerifiedPerson"];
            document?: components["schemas"]["VerifiedDocument"];
        } & {
            [key: string]: unknown;
        };
        /** @description Where the person lives, as the document says. Personal data. */
        VerifiedAddress: {
            country?: string;
            region?: string;
            city?: string;
            street?: string;
            house_number?: string;
            apartment_number?: string;
            postcode?: string;
            full_address?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description What else stands on the document. The types of `citizen` and `resident` were not captured. */
        AdditionalInfo: {
            address?: components["schemas"]["VerifiedAddress"];
            /** @description `citizen`, `resident`. */
            national_status?: {
                [key: string]: unknown;
            };
            /** @description `profession`. */
            employment?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description One check. What else than a recommendation and reasons a check holds was not captured. */
        VerificationCheck: {
            /** @description As `Recommendation`; open, since it is not the decision. */
            recommendation?: string;
            /** @description Open-ended; seen, `presentation_attack`, `biometric_mismatch`, `multiple_same_identity_attempts`, `action_is_suspected_fraud`. */
            reasons?: string[];
        } & {
            [key: string]: unknown;
        };
        /** @description What was checked. Documented as `{recommendation, reasons}` is `risk_recommendation`; that the others are so too is inferred. */
        VerificationChecks: {
            document_validation?: components["schemas"]["VerificationCheck"];
            document_authentication?: components["schemas"]["VerificationCheck"];
            document_liveness?: components["schemas"]["VerificationCheck"];
            biometric_matching?: components["schemas"]["VerificationCheck"];
            biometric_liveness?: components["schemas"]["VerificationCheck"];
            flagged_identity?: components["schemas"]["VerificationCheck"];
            risk_recommendation?: components["schemas"]["VerificationCheck"];
        } & {
            [key: string]: unknown;
        };
        /**
         * @description What a session came to. Without `recommendation` there is no decision yet. `person` and `document` stand here or in
         *     `verified_info`: a reader must allow both.
         */
        VerificationResult: {
            session_id?: string;
            /** @description Open-ended; only `complete` is printed. */
            status: string;
            recommendation?: components["schemas"]["Recommendation"];
            person?: components["schemas"]["VerifiedPerson"];
            document?: components["schemas"]["VerifiedDocument"];
            verified_info?: components["schemas"]["VerifiedInfo"];
            additional_info?: components["schemas"]["AdditionalInfo"];
            checks?: components["schemas"]["VerificationChecks"];
        } & {
            [key: string]: unknown;
        };
        /** @description One picture of a session. */
        SessionImage: {
            id: string;
            /** @description Open-ended; seen, `selfie`. */
            type: string;
        } & {
            [key: string]: unknown;
        };
        /** @description The pictures of a session. */
        SessionImages: {
            session_images: components["schemas"]["SessionImage"][];
        };
        /** @description The picture to compare with. */
        FaceReference: {
            /** @description Open-ended; seen, `raw`. */
            type: string;
            /** @description Base64 or a data URL. */
            content: string;
            /** @description Open-ended; seen, `string`. */
            format?: string;
        };
        /** @description One attempt to recognise a person. */
        CreateFaceAuthenticationRequest: {
            reference: components["schemas"]["FaceReference"];
            /** @description Open-ended; seen, `login`. */
            use_case?: string;
        };
        /** @description A face authentication that was created. */
        FaceAuthenticationSession: {
            /** @description What the SDK starts with. A secret of this one attempt. */
            device_session_id: string;
            session_id?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description What a face authentication came to. Without `recommendation` there is no decision yet. */
        FaceAuthenticationResult: {
            /** @description Open-ended; `complete` as for a verification. */
            status: string;
            recommendation?: components["schemas"]["Recommendation"];
        } & {
            [key: string]: unknown;
        };
        /** @description Where the page goes. */
        JourneyPayload: {
            /** @description The address of the hosted page. */
            endpoint: string;
            base_endpoint?: string;
            /** @description For the SDK of an app. A secret of this one attempt. */
            start_token?: string;
            state?: string;
            session?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description Why the SDK could not go on. */
        JourneyError: {
            /** @description Open-ended, for example `network_error`. */
            errorCode: string;
            description?: string;
            /** @description Open-ended. */
            data?: unknown;
        } & {
            [key: string]: unknown;
        };
        /** @description What a step hands over. Of other steps, anything. */
        JourneyData: {
            payload?: components["schemas"]["JourneyPayload"];
        } & {
            [key: string]: unknown;
        };
        /** @description What the orchestration SDK answers. `journeyStepId` is `identityVerification` for the step that is described here. */
        JourneyServiceResponse: {
            /** @description Open-ended, for example `journey_success`. */
            type?: string;
            journeyStepId?: string;
            data?: components["schemas"]["JourneyData"];
            errorData?: components["schemas"]["JourneyError"];
            /** @description Of a journey that ended well. A secret. */
            token?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description What the browser came back with. */
        JourneyReturn: {
            state: string;
            sessionId: string;
        };
        /** @description What the page submits, with the option `client_input`. */
        JourneyClientInput: {
            payload: components["schemas"]["JourneyReturn"];
        };
    };
    responses: never;
    parameters: {
        /** @description As creating the session named it. */
        SessionId: string;
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
    createVerification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateVerificationRequest"];
            };
        };
        responses: {
            /** @description The session. Which success status it is was not captured. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationSession"];
                };
            };
            /** @description The request is not understood. */
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
            /** @description The application may not do this. */
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
            /** @description The gateway failed. */
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
    deleteVerification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the session named it. */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone. The status is not printed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
            /** @description The application may not do this. */
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
            /** @description The gateway failed. */
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
    getVerificationStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the session named it. */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where it is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationStatus"];
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
            /** @description The application may not do this. */
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
            /** @description The gateway failed. */
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
    getVerificationConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the session named it. */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The consent. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationConsent"];
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
            /** @description The application may not do this. */
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
            /** @description The gateway failed. */
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
    getVerificationResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the session named it. */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationResult"];
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
            /** @description The application may not do this. */
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
            /** @description The gateway failed. */
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
    getVerificationImages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the session named it. */
                sessionId: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The pictures. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionImages"];
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
            /** @description The application may not do this. */
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
            /** @description The gateway failed. */
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
    getVerificationImage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the session named it. */
                sessionId: components["parameters"]["SessionId"];
                /** @description As the list names it. */
                imageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": unknown;
                    "image/png": unknown;
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
            /** @description The application may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such picture. */
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
            /** @description The gateway failed. */
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
    createFaceAuthentication: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateFaceAuthenticationRequest"];
            };
        };
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaceAuthenticationSession"];
                };
            };
            /** @description The request is not understood. */
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
            /** @description The application may not do this. */
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
            /** @description The gateway failed. */
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
    getFaceAuthenticationResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the face authentication named it. */
                deviceSessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FaceAuthenticationResult"];
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
            /** @description The application may not do this. */
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
            /** @description The gateway failed. */
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
    getHostedPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description `start_token` of a session. A secret of this one attempt. */
                startToken: string;
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
            /** @description The token is not known or no longer valid. */
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
    getVerificationReturn: {
        parameters: {
            query: {
                /** @description `session_id` of the session. */
                sessionId: string;
                /** @description `state` of the session, when it had one. */
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
    postJourneyStep: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JourneyServiceResponse"];
            };
        };
        responses: {
            /** @description What the page submits, with the option `client_input`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JourneyClientInput"];
                };
            };
            /** @description The page cannot go on. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
