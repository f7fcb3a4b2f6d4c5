// Generated from specs/onekyc.yaml by `pnpm run generate`. Do not edit; `generate:check` compares.
export interface paths {
    "/v1/coe/partner/authentication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Generate a partner token
         * @description Valid for about an hour; the partner must keep and reuse it.
         */
        get: operations["getPartnerToken"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2/coe/authentication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Generate a user token directly
         * @description The older flow of native SDKs. Browsers get theirs through initiate-flow.
         */
        get: operations["getUserToken"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/coe-partner/v1/initiate-flow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Initiate a verification flow
         * @description Opens one verification of one user and answers with a user token (`source: SDK`) or the address of the hosted
         *     page (`source: WEB_SDK`). `x-partner-session-id` is the partner's correlation id and must be new each time.
         */
        post: operations["postInitiateFlow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/coe/v1/submissions/urls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get presigned upload addresses
         * @description Opens a submission, that is, one attempt. 429 `SUBMISSION_QUOTA_EXCEEDED` is the end of the attempts, not a rate
         *     limit.
         */
        get: operations["getUploadUrls"];
        /**
         * Confirm that the upload is complete
         * @description Processing starts here. `metadata` is a free object; ours puts its evidence under `metadata.bonafide`.
         */
        put: operations["putConfirmUpload"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/coe/v1/submissions/{submissionId}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Poll one submission
         * @description `COMPLETED` says that processing is over, not that the user passed. `verificationResult` here is for the screen;
         *     the partner's server decides on the submission details.
         */
        get: operations["getSubmissionStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/coe/v1/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the details of a submission
         * @description The decision. At least one of `x-partner-session-id` and `x-submission-id` must be sent. `result` means something
         *     only with `status: COMPLETED`.
         */
        get: operations["getSubmissionDetails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/uploads/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Upload a document to its presigned address
         * @description The vendor documents only that `documentUrl` is presigned and for how long. This is how the sandbox serves it. A
         *     client uses `documentUrl` as it is, and never builds it: host, path and query belong to the gateway.
         */
        put: operations["putUpload"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    referenceImage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the address of a user's reference image
         * @description Hosted by the partner at a path of its choice, called by the gateway with its own credentials. Anything but 200
         *     counts as an error of the partner.
         */
        get: operations["getReferenceImage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    submissionCallback: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell the partner that a submission has been processed
         * @description Hosted by the partner. The page of the CoE callback could not be read; this is the contract of the sister product
         *     that is nearest. That anything but 200 counts as an error is documented. A callback may come twice or late: be
         *     idempotent on `submissionId`, `status` and `result`, and read the submission details before deciding anything.
         *
         *     The vendor documents no signature. The sandbox signs as Standard Webhooks describes, and sends the header
         *     credentials that the gateway uses on the other partner-hosted call.
         */
        post: operations["postSubmissionCallback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /** @description One reason why a request was not served. */
        ErrorItem: {
            /** @description A string on most operations; an integer on the user token and the submission details. */
            code: string | number;
            /** @description The service that speaks, for example `ONEKYC_TOKEN_SERVICE`. Not on every operation. */
            entity?: string;
            /** @description Machine-readable, open-ended. The known ones are the examples of each operation. */
            cause: string;
        };
        /** @description The envelope of every error. */
        ErrorResponse: {
            /** @constant */
            success: false;
            data?: null;
            errors: components["schemas"]["ErrorItem"][];
        };
        /** @description A token and how long it lives. */
        TokenData: {
            /** @description A JWT, to be treated as opaque. */
            token: string;
            /** @description Lifetime in seconds, as a string. */
            expiry_seconds: string;
            /** @description Epoch seconds, as a string. */
            expires_at: string;
        };
        /** @description A partner token. */
        PartnerTokenResponse: {
            /** @constant */
            success: true;
            data: components["schemas"]["TokenData"];
        };
        /** @description A user token of the older flow. */
        UserTokenResponse: {
            /** @constant */
            success: true;
            data: components["schemas"]["TokenData"];
        };
        /**
         * @description What the user is to do.
         * @enum {string}
         */
        Flow: "FACE_VERIFICATION" | "KTP_SCAN" | "KYC_LITE" | "ON_DEMAND_FR" | "STANDALONE_LIVENESS";
        /**
         * @description Look of the hosted page.
         * @enum {string}
         */
        Theme: "DARK_MODE" | "LIGHT_MODE" | "NO_PREFERENCE";
        /** @description Options of one flow. */
        InitiateFlowDetails: {
            /**
             * Format: uri
             * @description A downloadable reference image, instead of the partner-hosted operation.
             */
            referenceImageUrl?: string;
            /**
             * @default id_ID
             * @enum {string}
             */
            userLocale?: "id_ID" | "en_ID";
            /**
             * @description Offer a QR code where the device has no camera.
             * @default false
             */
            allowQr?: boolean;
            /**
             * @description Always show a QR code.
             * @default false
             */
            forceQr?: boolean;
            /** @default true */
            portraitOnly?: boolean;
        };
        /** @description A flow whose screens the partner embeds. */
        InitiateSdkFlowRequest: {
            flow: components["schemas"]["Flow"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            source: "SDK";
            /** @default NO_PREFERENCE */
            theme?: components["schemas"]["Theme"];
            additionalDetails?: components["schemas"]["InitiateFlowDetails"];
        };
        /** @description A flow on the hosted page, which sends the browser back to one of two addresses. */
        InitiateWebFlowRequest: {
            flow: components["schemas"]["Flow"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            source: "WEB_SDK";
            /**
             * Format: uri
             * @description Used when processing finished, for approved and rejected alike.
             */
            successRedirectionUrl: string;
            /**
             * Format: uri
             * @description Used on technical failure, timeout or when the user leaves.
             */
            failureRedirectionUrl: string;
            /** @default NO_PREFERENCE */
            theme?: components["schemas"]["Theme"];
            additionalDetails?: components["schemas"]["InitiateFlowDetails"];
        };
        /** @description The redirect addresses are required exactly when `source` is `WEB_SDK`. */
        InitiateFlowRequest: components["schemas"]["InitiateSdkFlowRequest"] | components["schemas"]["InitiateWebFlowRequest"];
        /** @description The way into the flow. */
        InitiateFlowData: {
            /** @description The user token; with `source` `SDK`. */
            token?: string;
            /**
             * Format: uri
             * @description The hosted page; with `source` `WEB_SDK`.
             */
            launchUrl?: string;
            /** @description Lifetime in seconds, as a string. */
            expirySeconds: string;
            /** @description Epoch seconds, as a string. */
            expiresAt: string;
        };
        /** @description An open flow. */
        InitiateFlowResponse: {
            /** @constant */
            success: true;
            data: components["schemas"]["InitiateFlowData"];
        };
        /**
         * @description What a submission consists of.
         * @enum {string}
         */
        SubmissionType: "KTP_SCAN" | "STANDALONE_LIVENESS" | "FACE_MATCH" | "FACE_VERIFICATION" | "KYC_LITE";
        /**
         * @description As `SubmissionType`, and one more that only the status prints.
         * @enum {string}
         */
        PolledSubmissionType: "KTP_SCAN" | "STANDALONE_LIVENESS" | "FACE_MATCH" | "FACE_VERIFICATION" | "KYC_LITE" | "STANDALONE_IDENTITY_VERIFICATION";
        /**
         * @description Where a submission is. None of these words is a decision.
         * @enum {string}
         */
        SubmissionStatus: "INITIATED" | "IN_PROGRESS" | "PARTIALLY_COMPLETED" | "COMPLETED" | "ERROR";
        /** @description Words for the screen. */
        UiMessage: {
            title: string;
            message: string;
        };
        /** @description Words for the screen by key. The keys are not printed. */
        UiMessages: {
            [key: string]: components["schemas"]["UiMessage"];
        };
        /** @description The retry budget, which the vendor shows only by refusing. */
        Attempts: {
            /** @description Attempts begun, this one included. */
            used: number;
            /** @description Attempts allowed in all. */
            max: number;
        };
        /** @description Where one document goes. */
        UploadDocument: {
            /**
             * Format: uri
             * @description Presigned. PUT the bytes here.
             */
            documentUrl: string;
            documentReference: string;
            /** @description Seconds, as a string. */
            expiryInSeconds: string;
        };
        /** @description A submission and where its documents go. */
        UploadUrlsData: {
            submissionId: string;
            status: components["schemas"]["SubmissionStatus"];
            /** @description By document type, for example `SELFIE`, `ADDITIONAL_SELFIE`, `KTP`. */
            documents: {
                [key: string]: components["schemas"]["UploadDocument"];
            };
            uiMessages?: components["schemas"]["UiMessages"];
            attempts?: components["schemas"]["Attempts"];
            /**
             * @description For a bound capture of the selfie (docs/liveness/binding.md): given out once for this submission. The upload then holds a few
             *     frames beside the picture, and `metadata.bonafide.binding` says, signed, that they belong to it.
             */
            captureNonce?: string;
        };
        /** @description An open submission. */
        UploadUrlsResponse: {
            /** @constant */
            success: true;
            data: components["schemas"]["UploadUrlsData"];
        };
        /** @description A free object. */
        ConfirmUploadMetadata: {
            bonafide?: components["schemas"]["CaptureEvidence"];
            /**
             * @description What the capturing client saw of each picture, by the name of its document in lower case (`ktp`, `selfie`). Claims, to be
             *     checked: how a picture was taken and what could be read, never what stands on it.
             */
            documents?: {
                [key: string]: components["schemas"]["PictureClaim"];
            };
        } & {
            [key: string]: unknown;
        };
        /**
         * @description A free object. A `digest` in it must be that of the upload. `read.ktp.nikValid` says that a KTP's number was read and is
         *     well formed.
         */
        PictureClaim: {
            /** @description SHA-256 of the picture. */
            digest?: string;
            read?: {
                ktp?: ({
                    nikValid?: boolean;
                } & {
                    [key: string]: unknown;
                }) | null;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description Everything has been uploaded. */
        ConfirmUploadRequest: {
            submissionId: string;
            metadata?: components["schemas"]["ConfirmUploadMetadata"];
        };
        /** @description The submission that is now processed. */
        ConfirmUploadData: {
            submissionId: string;
            uiMessages?: components["schemas"]["UiMessages"];
        };
        /** @description Accepted for processing. */
        ConfirmUploadResponse: {
            /** @constant */
            success: true;
            data: components["schemas"]["ConfirmUploadData"];
        };
        /**
         * @description Where one document is.
         * @enum {string}
         */
        DocumentStatus: "PENDING" | "UPLOADED" | "VERIFIED" | "INVALID" | "REJECTED";
        /** @description One document of a submission. */
        SubmissionDocument: {
            status: components["schemas"]["DocumentStatus"];
            documentReference: string | null;
            /**
             * @description With `INVALID` or `REJECTED`: what to do better, in the words of a camera screen. Open-ended, for example `blurry`,
             *     `glare`, `no-document`, `multiple-faces`. With `RETRY`, only documents of these two statuses are asked for again.
             */
            reason?: string;
        };
        /** @description The verdict, for the screen. Which fields are always there is not printed. */
        VerificationResult: {
            isApproved: boolean;
            /** @enum {string} */
            riskLevel?: "LOW" | "MEDIUM" | "HIGH";
            /** @description Per cent, as a string. */
            confidence?: string;
        };
        /**
         * @description What the capturing client does next. The vendor prints the three words and not the field that carries them.
         *     `RETRY` capture again, `STATUS` go on polling, `EXIT` end the flow.
         * @enum {string}
         */
        NextAction: "RETRY" | "STATUS" | "EXIT";
        /** @description Where a submission is. */
        SubmissionStatusData: {
            submissionId: string;
            status: components["schemas"]["SubmissionStatus"];
            submissionType: components["schemas"]["PolledSubmissionType"];
            /** @description A timestamp. The format is not printed; the sandbox writes RFC 3339. */
            createdAt: string;
            /** @description A timestamp, as `createdAt`. */
            completedAt?: string;
            verificationResult?: components["schemas"]["VerificationResult"];
            errorMessage?: string;
            /** @description By document type. */
            documents?: {
                [key: string]: components["schemas"]["SubmissionDocument"];
            };
            uiMessages?: components["schemas"]["UiMessages"];
            nextAction?: components["schemas"]["NextAction"];
            attempts?: components["schemas"]["Attempts"];
        };
        /** @description Where a submission is. */
        SubmissionStatusResponse: {
            /** @constant */
            success: true;
            data: components["schemas"]["SubmissionStatusData"];
        };
        /**
         * @description The lifecycle as the partner sees it.
         * @enum {string}
         */
        FinalStatus: "COMPLETED" | "ERROR" | "IN_PROGRESS";
        /**
         * @description The decision.
         * @enum {string}
         */
        SubmissionResult: "VALID" | "INVALID";
        /** @description Selfie against reference image. Which fields are always there is not printed. */
        FaceMatchResult: {
            /** @description The scale is not printed; the sandbox writes 0 to 1. */
            score: number;
            result: boolean;
            version?: string;
        };
        /** @description Whether a living person was in front of the camera. Which fields are always there is not printed. */
        LivenessResult: {
            result: boolean;
            version?: string;
            evidence?: components["schemas"]["LivenessEvidence"];
        };
        /** @description Whether the partner's reference image can be used at all; it says nothing about the user. */
        ReferenceDocumentValidation: {
            verificationResult: boolean;
            /** @description For example `NOT_EKTP`. */
            verificationReasonCode?: string;
        };
        /** @description The partner's reference image, by kind. */
        ReferenceImageValidation: {
            ktp?: components["schemas"]["ReferenceDocumentValidation"];
        };
        /** @description What was checked. */
        VerificationResults: {
            faceMatch?: components["schemas"]["FaceMatchResult"];
            liveness?: components["schemas"]["LivenessResult"];
            document?: components["schemas"]["DocumentChecks"];
            referenceImageValidation?: components["schemas"]["ReferenceImageValidation"];
        };
        /** @description Presigned addresses of the pictures. */
        ImageUrls: {
            /** Format: uri */
            selfie?: string;
            /** Format: uri */
            ktp?: string;
        };
        /** @description Pictures and checks behind a decision. */
        SubmissionFindings: {
            imageUrls?: components["schemas"]["ImageUrls"];
            verificationResults?: components["schemas"]["VerificationResults"];
            ktpData?: components["schemas"]["KtpData"];
            /** @description Only on what a scenario decided. */
            "x-bonafide"?: {
                /** @description A scenario decided instead of the checks. */
                scripted?: boolean;
                /** @description Its name; `custom` for one that was sent whole. */
                scenario?: string;
            };
        };
        /** @description A submission as the partner's server sees it. Which fields are always there is not printed. */
        SubmissionDetailsData: {
            status: components["schemas"]["FinalStatus"];
            submissionId: string;
            flow: string;
            partnerSessionId: string;
            result?: components["schemas"]["SubmissionResult"];
            /**
             * @description Why, open-ended. Printed as a string; that it may be null is read from the callback of the sister product.
             *     Seen: `FACE_MATCH_FAILED`, `NOT_LIVE`, `REFERENCE_IMAGE_VALIDATION_FAILED`, `DOCUMENT_NOT_FOUND`,
             *     `INVALID_DOCUMENT`, and `VERIFICATION_FAILED` with status `ERROR`.
             */
            reasonCode?: string | null;
            /** @description A timestamp. The format is not printed; the sandbox writes RFC 3339. */
            processedAt?: string;
            submissionDetails?: components["schemas"]["SubmissionFindings"];
        };
        /** @description A submission as the partner's server sees it. */
        SubmissionDetailsResponse: {
            /** @constant */
            success: true;
            data: components["schemas"]["SubmissionDetailsData"];
        };
        /** @description Named after the field of initiate-flow that serves the same purpose. */
        ReferenceImageResponse: {
            /** @constant */
            success: true;
            data: {
                /** Format: uri */
                referenceImageUrl: string;
            };
        };
        /** @description The callback of the vendor's sister product, taken for this one. */
        CallbackPayload: {
            submissionId: string;
            partnerSessionId: string;
            /** @enum {string} */
            status: "COMPLETED" | "ERROR";
            /** @description Means something only with `COMPLETED`. */
            result?: components["schemas"]["SubmissionResult"] | null;
            reasonCode?: string | null;
        };
        /**
         * @description What was read of a KTP. The keys are those that the details of the vendor's sister product (eSign) have, all of them texts;
         *     this product's pages show no fields, so that it is here at all is ours. What could not be read with confidence is left out.
         *     Values stay in Indonesian, as printed. Of the sister product's keys two are never there: `region`, whose meaning is not
         *     printed, and `issuanceDate`, which is not read.
         */
        KtpData: {
            /** @description 16 digits. */
            nik?: string;
            name?: string;
            /** @description DD-MM-YYYY. */
            dateOfBirth?: string;
            /** @description `male` or `female`. */
            gender?: string;
            /** @description `A`, `B`, `AB` or `O`, with the sign where one is printed. */
            bloodType?: string;
            /** @description Street and number, as printed under Alamat. */
            address?: string;
            /** @description Three digits. */
            rt?: string;
            /** @description Three digits. */
            rw?: string;
            /** @description Kelurahan or desa. */
            town?: string;
            /** @description Kecamatan. */
            district?: string;
            /** @description Kota or kabupaten, with that word. */
            city?: string;
            province?: string;
            religion?: string;
            maritalStatus?: string;
            occupation?: string;
            /** @description `WNI` or `WNA`. */
            citizenship?: string;
            /** @description DD-MM-YYYY, or `SEUMUR HIDUP` (for life). */
            validUntil?: string;
        };
        /** @description One check of a document, made or not. */
        DocumentCheckResult: {
            /** @description Open-ended, for example `imageIntegrity`, `dataValidation`. */
            name: string;
            /** @enum {string} */
            outcome: "clear" | "consider" | "not-made";
            /** @description Codes, open-ended, for example `blurry`, `number-impossible`; of a check that was not made, why. */
            reasons: string[];
        };
        /** @description What the gateway checked of a document. A check that was not made says nothing for it. */
        DocumentChecks: {
            /** @description Whether every check that was made was passed. */
            result: boolean;
            checks: components["schemas"]["DocumentCheckResult"][];
        };
        /**
         * @description What a liveness assessment comes to.
         * @enum {string}
         */
        LivenessDecision: "live" | "not_live" | "unsure";
        /** @description One observation behind a liveness assessment. */
        LivenessReason: {
            /**
             * @description Open-ended, for example `model`, `moire`, `parallax`. `repeat`, `frame-timing`, `sensor-noise`, `camera-label`,
             *     `camera-settings`, `resolution-change`, `untrusted-input` and `page-hidden` are evidence of injection: they are in
             *     `injectionSuspicion` and never in `score`.
             */
            signal: string;
            /** @description −1 speaks for an attack, 0 says nothing, +1 speaks for a bona fide presentation. */
            weight: number;
            /** @description The measured value, in the signal's own unit. */
            value: number;
        };
        /** @description What the gateway itself found, beside what the client claimed. */
        LivenessEvidence: {
            score: number;
            decision: components["schemas"]["LivenessDecision"];
            reasons: components["schemas"]["LivenessReason"][];
            /** @description The larger of what the gateway found and what the client reported against itself. */
            injectionSuspicion: number;
            /** @description The score that the client sent, or null when it sent none. */
            clientScore: number | null;
            binding?: components["schemas"]["CaptureBinding"];
            /** @description Pictures that the gateway itself looked at, the submitted one included. */
            frameCount?: number;
        };
        /**
         * @description How far picture, frames and evidence can be held to be one capture. `not-asked`: no nonce was given out; `absent`: nothing signed
         *     came. Whatever is neither of these nor `bound` says what does not fit, and such a capture is never live.
         * @enum {string}
         */
        CaptureBinding: "not-asked" | "absent" | "bound" | "malformed" | "signature-invalid" | "nonce-mismatch" | "file-mismatch" | "frames-mismatch" | "order-wrong" | "chain-broken" | "evidence-mismatch" | "still-unlike-frames" | "frames-without-face";
        /** @description The submitted picture. */
        CapturedPicture: {
            /** @description SHA-256 of the uploaded bytes, lower-case hex. Must equal the gateway's own. */
            digest: string;
            /** @description Pixels. */
            width: number;
            /** @description Pixels. */
            height: number;
            /** @enum {string} */
            trigger: "auto" | "manual";
            /** Format: date-time */
            capturedAt: string;
        };
        /** @description Measures of the submitted picture, as the client took them. */
        QualityEvidence: {
            score: number;
            sharpness?: number;
            /** @description Width of the face by width of the picture. */
            faceWidthRatio?: number;
            luminanceMean0to255?: number;
            yawDegrees?: number;
            pitchDegrees?: number;
            rollDegrees?: number;
        };
        /** @description The client's liveness assessment. A claim, to be checked. */
        ClientLivenessEvidence: {
            score: number;
            decision: components["schemas"]["LivenessDecision"];
            reasons: components["schemas"]["LivenessReason"][];
            /** @description A claim that counts against the client alone. Nothing is to be concluded from a small one. */
            injectionSuspicion: number;
            frameCount: number;
            durationMs: number;
            modelVersion: string | null;
            fusionVersion: string;
        };
        /** @description The camera that the picture came from. Its label is personal and never sent; a hash may be. */
        CameraEvidence: {
            /** @description SHA-256 of the label, lower-case hex. */
            labelHash?: string;
            /** @description The client's classification, for example `front`, `virtual`. */
            kind: string;
            /** @description Pixels. */
            width: number;
            /** @description Pixels. */
            height: number;
            /** @description Frames a second. */
            frameRate: number;
        };
        /** @description What the capturing client saw, sent beside the picture so that the gateway can check it again. */
        CaptureEvidence: {
            /** @constant */
            version: "1";
            sdkVersion: string;
            capture: components["schemas"]["CapturedPicture"];
            quality: components["schemas"]["QualityEvidence"];
            liveness: components["schemas"]["ClientLivenessEvidence"];
            camera: components["schemas"]["CameraEvidence"];
            /**
             * @description A compact JWS (ES256) over the rest of this object, the uploaded file, its frames and the `captureNonce`. See
             *     docs/liveness/binding.md.
             */
            binding?: string;
        };
    };
    responses: never;
    parameters: {
        /** @description `PARTNER_CODE-PLATFORM-FLOW`, for example `CLIENT_X-SDK-COE_FACE_VERIFICATION`. */
        OnboardingPartner: string;
        /** @description The partner's own identifier of the user. */
        PartnerUserId: string;
        /** @description What kind of identifier that is. */
        PartnerUserIdType: string;
        /** @description The partner's correlation id, unique for each invocation. */
        PartnerSessionId: string;
        /** @description The partner's correlation id, unique for each invocation. */
        PartnerSessionIdOptional: string;
        /** @description The capturing client's own session. */
        SdkSessionId: string;
        /** @description The capturing client's own session. */
        SdkSessionIdOptional: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getPartnerToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A new partner token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartnerTokenResponse"];
                };
            };
            /** @description A credential header is missing. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The credentials are wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The gateway failed. The wording of the cause varies. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    getUserToken: {
        parameters: {
            query?: never;
            header: {
                /** @description `PARTNER_CODE-PLATFORM-FLOW`, for example `CLIENT_X-SDK-COE_FACE_VERIFICATION`. */
                "x-onboarding-partner": components["parameters"]["OnboardingPartner"];
                /** @description The partner's own identifier of the user. */
                "x-partner-user-id": components["parameters"]["PartnerUserId"];
                /** @description What kind of identifier that is. */
                "x-partner-user-id-type": components["parameters"]["PartnerUserIdType"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A new user token, valid for sixty days. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserTokenResponse"];
                };
            };
            /** @description A required header is missing. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The credentials are wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The gateway failed. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    postInitiateFlow: {
        parameters: {
            query?: never;
            header: {
                /** @description `PARTNER_CODE-PLATFORM-FLOW`, for example `CLIENT_X-SDK-COE_FACE_VERIFICATION`. */
                "x-onboarding-partner": components["parameters"]["OnboardingPartner"];
                /** @description The partner's own identifier of the user. */
                "x-partner-user-id": components["parameters"]["PartnerUserId"];
                /** @description What kind of identifier that is. */
                "x-partner-user-id-type": components["parameters"]["PartnerUserIdType"];
                /** @description The partner's correlation id, unique for each invocation. */
                "x-partner-session-id": components["parameters"]["PartnerSessionId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InitiateFlowRequest"];
            };
        };
        responses: {
            /** @description The flow is open. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InitiateFlowResponse"];
                };
            };
            /** @description A required header or body field is blank. Each has its own cause; one is printed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The partner token is missing, wrong or no longer valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The onboarding partner is not this client's. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The gateway failed. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    getUploadUrls: {
        parameters: {
            query: {
                /** @description What will be uploaded. */
                submissionType: components["schemas"]["SubmissionType"];
            };
            header: {
                /** @description The partner's correlation id, unique for each invocation. */
                "x-partner-session-id": components["parameters"]["PartnerSessionId"];
                /** @description The capturing client's own session. */
                "x-sdk-session-id": components["parameters"]["SdkSessionId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where to put each document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadUrlsResponse"];
                };
            };
            /** @description A required header is missing, or the submission type is not known. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The user token is missing, wrong or no longer valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description No attempts are left. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The gateway failed. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    putConfirmUpload: {
        parameters: {
            query?: never;
            header: {
                /** @description The capturing client's own session. */
                "x-sdk-session-id": components["parameters"]["SdkSessionId"];
                /** @description The partner's correlation id, unique for each invocation. */
                "x-partner-session-id"?: components["parameters"]["PartnerSessionIdOptional"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmUploadRequest"];
            };
        };
        responses: {
            /** @description Accepted for processing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfirmUploadResponse"];
                };
            };
            /** @description A required header is missing, or the body is not understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The user token is missing, wrong or no longer valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The submission is not this user's. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description There is no such submission. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Not allowed in the submission's current state. The code is not printed. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description What was uploaded cannot be used. The code is not printed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Too many requests. The code is not printed. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The gateway failed. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The gateway is not available at the moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    getSubmissionStatus: {
        parameters: {
            query?: never;
            header?: {
                /** @description The partner's correlation id, unique for each invocation. */
                "x-partner-session-id"?: components["parameters"]["PartnerSessionIdOptional"];
                /** @description The capturing client's own session. */
                "x-sdk-session-id"?: components["parameters"]["SdkSessionIdOptional"];
            };
            path: {
                /** @description As the upload addresses named it. */
                submissionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where the submission is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmissionStatusResponse"];
                };
            };
            /** @description A required header is missing, or the id is not well formed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The user token is missing, wrong or no longer valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description There is no such submission. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The gateway failed. The cause is not printed. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    getSubmissionDetails: {
        parameters: {
            query?: never;
            header?: {
                /** @description The partner's correlation id, unique for each invocation. */
                "x-partner-session-id"?: components["parameters"]["PartnerSessionIdOptional"];
                /** @description Names the submission instead of, or besides, the partner's session. */
                "x-submission-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The submission. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmissionDetailsResponse"];
                };
            };
            /** @description The question cannot be answered for this user. A submission that does not exist is 400 here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The partner token is missing, wrong or no longer valid. The vendor's pages disagree about the code. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Not this client's submission. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The gateway failed. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    putUpload: {
        parameters: {
            query: {
                /** @description Epoch seconds after which the address is dead. */
                expires: string;
                /** @description Opaque. */
                signature: string;
            };
            header?: never;
            path: {
                /** @description Opaque. */
                key: string;
            };
            cookie?: never;
        };
        /** @description The bytes of one picture. */
        requestBody: {
            content: {
                "image/jpeg": unknown;
                "image/png": unknown;
                "image/webp": unknown;
            };
        };
        responses: {
            /** @description Stored. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The address has expired, or its signature is wrong. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Too many bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description Not one of the accepted media types. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            /** @description The bytes are not a picture of the declared type. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
        };
    };
    getReferenceImage: {
        parameters: {
            query?: never;
            header: {
                /** @description The partner's own identifier of the user. */
                "x-partner-user-id": components["parameters"]["PartnerUserId"];
                /** @description What kind of identifier that is. */
                "x-partner-user-id-type": components["parameters"]["PartnerUserIdType"];
                /** @description Which image is wanted. */
                "x-reference-image-type"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where the image can be fetched. The names in the body are not printed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferenceImageResponse"];
                };
            };
            /** @description The partner has no image of this user. The body is not printed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The gateway's credentials are wrong. The body is not printed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The partner failed. The body is not printed. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postSubmissionCallback: {
        parameters: {
            query?: never;
            header?: {
                /** @description Standard Webhooks. Unique for each event, the same in each delivery of it. */
                "webhook-id"?: string;
                /** @description Standard Webhooks. Epoch seconds of this delivery. */
                "webhook-timestamp"?: string;
                /** @description Standard Webhooks. Space-separated signatures, each `v1,` or `v1a,` and base64. */
                "webhook-signature"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CallbackPayload"];
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
            /** @description The credentials or the signature are wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken; the gateway may deliver again. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
