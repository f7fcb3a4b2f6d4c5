// Generated from specs/capture-backend.yaml by `pnpm run generate`. Do not edit; `generate:check` compares.
export interface paths {
    "/requirements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a check will ask of the person */
        get: operations["getRequirements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/processes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a check
         * @description One check of the session's user. Consent is recorded before anything reaches the gateway; the time that counts is the
         *     backend's own. A phone begins one where its hand-over has none yet.
         */
        post: operations["createProcess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/processes/{processId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the process named it; not the gateway's. */
                processId: components["parameters"]["ProcessId"];
            };
            cookie?: never;
        };
        /**
         * Where a check is
         * @description To be polled while it is `processing`. `Retry-After` says how long to wait at least. What it says is for the screen:
         *     the partner's backend decides on what the gateway told it.
         */
        get: operations["getProcess"];
        put?: never;
        post?: never;
        /**
         * Cancel a check
         * @description Its pictures are deleted where they were sent. A check that is over stays as it is.
         */
        delete: operations["cancelProcess"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/processes/{processId}/images/{depiction}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the process named it; not the gateway's. */
                processId: components["parameters"]["ProcessId"];
                /** @description Which picture. */
                depiction: components["schemas"]["CaptureDepiction"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Hand in one picture
         * @description Again replaces. With status `recapture`, the first picture begins the next attempt.
         */
        put: operations["putImage"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/processes/{processId}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the process named it; not the gateway's. */
                processId: components["parameters"]["ProcessId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start the verification
         * @description All pictures are there. Again while it is processing changes nothing.
         */
        post: operations["startVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/handovers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a link to a phone
         * @description What was chosen so far goes along, so that the phone begins where the page was. The answer's `secret` belongs into the
         *     link's fragment, and nowhere else. Not found where the backend hands nothing over.
         */
        post: operations["createHandover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/handovers/{handoverId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description No secret. */
                handoverId: components["parameters"]["HandoverId"];
            };
            cookie?: never;
        };
        /**
         * Where a hand-over is
         * @description To be polled by the page until it is `done`, and by the phone until it is `connected`. `Retry-After` says how long to
         *     wait at least. The phone's token may ask this before it is confirmed, and nothing else.
         */
        get: operations["getHandover"];
        put?: never;
        post?: never;
        /**
         * Take a hand-over back
         * @description From the page: the link and the phone's token are of no more use. The check that the page names with `keep` goes on there,
         *     with the pictures that the phone has handed in; any other that the hand-over has led to is ended, since nobody is at it
         *     any more. With the phone's token: the person has stopped on the phone; the check is ended, and the page reads `left`. A
         *     hand-over that is done stays as it is.
         */
        delete: operations["revokeHandover"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/handovers/{handoverId}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description No secret. */
                handoverId: components["parameters"]["HandoverId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a link on the phone
         * @description Once. A wrong secret is answered as a hand-over that is not there.
         */
        post: operations["claimHandover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/handovers/{handoverId}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description No secret. */
                handoverId: components["parameters"]["HandoverId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that the phone is the person's
         * @description The phone that shows `code` may go on with the check. Again changes nothing.
         */
        post: operations["confirmHandover"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description Which picture.
         * @enum {string}
         */
        CaptureDepiction: "front" | "back" | "selfie";
        /**
         * @description One side of a document.
         * @enum {string}
         */
        DocumentSide: "front" | "back";
        /** @description A kind of document that may be used. */
        DocumentOption: {
            /** @description Open-ended: `passport`, `identityCard`, `driversLicense`, `residencePermit`. */
            documentType: string;
            sides: components["schemas"]["DocumentSide"][];
            /** @description ISO 3166-1 alpha-3. Left out, any. */
            issuingCountries?: string[];
        };
        /** @description What the person agrees to. */
        ConsentDocument: {
            title: string;
            /** Format: uri-reference */
            url: string;
        };
        /** @description A consent to the handling of biometric data that must be asked for. */
        ConsentRequirement: {
            /** @description Sent back with the consent, so that it is known what was agreed to. */
            version: string;
            /** @description Countries of residence, ISO 3166-1 alpha-3, where nothing may begin without it. */
            requiredIn: string[];
            documents: components["schemas"]["ConsentDocument"][];
        };
        /** @description What a check will ask of the person. */
        Requirements: {
            documents: components["schemas"]["DocumentOption"][];
            /** @description Whether the face is compared. */
            selfie: boolean;
            /** @description Where the backend knows it; then it need not be asked, and is not believed otherwise. */
            countryOfResidence?: string;
            consent?: components["schemas"]["ConsentRequirement"];
        };
        /** @description What the person said to the consent. */
        GrantedConsent: {
            granted: boolean;
            version: string;
            /**
             * Format: date-time
             * @description By the page's clock.
             */
            at: string;
        };
        /** @description By subject. */
        ProcessConsents: {
            privacy?: components["schemas"]["GrantedConsent"];
        };
        /** @description What the person chose. */
        CreateProcess: {
            documentType: string;
            /** @description ISO 3166-1 alpha-3. */
            issuingCountry?: string;
            /** @description ISO 3166-1 alpha-3. */
            countryOfResidence?: string;
            consents?: components["schemas"]["ProcessConsents"];
        };
        /** @description Which pictures this check needs. */
        ProcessRequirements: {
            /** @description Those of the document; left out where only the face is looked at. */
            sides?: components["schemas"]["DocumentSide"][];
            selfie: boolean;
        };
        /** @description A check that has begun. */
        CreatedProcess: {
            processId: string;
            requirements: components["schemas"]["ProcessRequirements"];
        };
        /**
         * @description Where a check is. `pending` pictures are awaited, `processing` the gateway is at it, `recapture` pictures are wanted
         *     again; the others are final.
         * @enum {string}
         */
        CaptureStatus: "pending" | "processing" | "recapture" | "accepted" | "rejected" | "inconclusive" | "canceled" | "failed";
        /** @description Which pictures are wanted again. */
        Recapture: {
            depictions: components["schemas"]["CaptureDepiction"][];
            /**
             * @description Open-ended: `image-quality`, `no-document`, `document-unreadable`, `unsupported-document`, `wrong-side`,
             *     `not-original`, `no-face`, `multiple-faces`, `not-live`, `upload-failed`, and `other` where the gateway does not
             *     say.
             */
            reason: string;
        };
        /** @description The budget of attempts. */
        CaptureAttempts: {
            /** @description Attempts begun, this one included. */
            used: number;
            /** @description Attempts allowed in all. */
            max: number;
        };
        /** @description Where a check is. */
        ProcessState: {
            processId: string;
            status: components["schemas"]["CaptureStatus"];
            recapture?: components["schemas"]["Recapture"];
            requirements: components["schemas"]["ProcessRequirements"];
            /** @description The pictures that are there and stay. */
            received: components["schemas"]["CaptureDepiction"][];
            attempts: components["schemas"]["CaptureAttempts"];
            /**
             * @description For a bound capture of the selfie, from a backend that can check one (`verifyCapture` of `@bonafide/verifier`): given out once for
             *     the attempt that is open. The selfie's evidence then holds a signed `binding`. See docs/liveness/binding.md.
             */
            captureNonce?: string;
        };
        /** @description A picture that arrived. */
        ReceivedImage: {
            depiction: components["schemas"]["CaptureDepiction"];
            /** @description SHA-256 of the bytes, lower-case hex. */
            digest: string;
        };
        /**
         * @description What the capturing client saw of one picture: a claim, and a free object. A `digest` in it must be that of the
         *     picture that arrived.
         */
        PictureEvidence: {
            /** @description SHA-256 of the bytes, lower-case hex. */
            digest?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description By picture. */
        CaptureEvidence: {
            front?: components["schemas"]["PictureEvidence"];
            back?: components["schemas"]["PictureEvidence"];
            selfie?: components["schemas"]["PictureEvidence"];
        };
        /** @description What goes with the pictures. */
        StartVerification: {
            evidence?: components["schemas"]["CaptureEvidence"];
        };
        /** @description How far the page has come. */
        CreateHandover: {
            /** @description Left out, the phone begins the check. */
            processId?: string;
            documentType?: string;
            /** @description ISO 3166-1 alpha-3. */
            issuingCountry?: string;
            consents?: components["schemas"]["ProcessConsents"];
        };
        /** @description What a link is made of. */
        CreatedHandover: {
            handoverId: string;
            /** @description Opens the link, once. */
            secret: string;
            /** @description How long the link waits to be opened, from this answer on. */
            expiresInSeconds: number;
        };
        /** @description What the phone found in the link. */
        ClaimHandover: {
            secret: string;
        };
        /** @description A phone that has joined. */
        ClaimedHandover: {
            /** @description A secret of this one check; good once the person has confirmed the phone. */
            captureToken: string;
            /** @description To be shown on the phone; the page shows it too. */
            code: string;
            /** @description How long the person has to confirm, from this answer on. */
            confirmWithinSeconds: number;
        };
        /** @description The phone that was seen. */
        ConfirmHandover: {
            code: string;
        };
        /**
         * @description Where a hand-over is. `waiting` nobody has opened the link, `joined` a phone has and is to be confirmed, `connected`
         *     the phone goes on with the check, `done` the check has come to its end, `left` the person has stopped on the phone, and
         *     the check with it.
         * @enum {string}
         */
        HandoverStatus: "waiting" | "joined" | "connected" | "done" | "left";
        /** @description Where a hand-over is, and with what the phone begins. */
        HandoverState: {
            handoverId: string;
            status: components["schemas"]["HandoverStatus"];
            /** @description Of the phone that has joined. */
            code?: string;
            /** @description Once the check has begun, here or there. */
            processId?: string;
            documentType?: string;
            /** @description ISO 3166-1 alpha-3. */
            issuingCountry?: string;
            consents?: components["schemas"]["ProcessConsents"];
        };
        /**
         * @description Why a request was not served, as one word.
         * @enum {string}
         */
        RefusalCode: "request-invalid" | "unauthorized" | "origin-forbidden" | "not-found" | "method-not-allowed" | "consent-required" | "consent-outdated" | "location-required" | "document-unsupported" | "image-unsupported" | "image-too-large" | "images-missing" | "evidence-mismatch" | "state-conflict" | "handover-unconfirmed" | "handover-claimed" | "handover-expired" | "handover-revoked" | "busy" | "rate-limited" | "gateway-refused" | "gateway-unavailable" | "internal";
        /** @description Why a request was not served. */
        Refusal: {
            code: components["schemas"]["RefusalCode"];
            /** @description For people who build the page, in English; never about the person. */
            message: string;
            /** @description Whether the same request may succeed later. */
            retryable: boolean;
        };
    };
    responses: never;
    parameters: {
        /** @description As creating the process named it; not the gateway's. */
        ProcessId: string;
        /** @description No secret. */
        HandoverId: string;
    };
    requestBodies: never;
    headers: {
        /** @description Whole seconds to wait at least. */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getRequirements: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The requirements. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Requirements"];
                };
            };
            /** @description Nobody is logged in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description A phone that the person has not confirmed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The hand-over's time is over, or it was taken back. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The backend failed. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The gateway refused, or what it said is not understood. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The gateway, or what the backend keeps its processes in, does not answer. `Retry-After` may say how long to wait. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    createProcess: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateProcess"];
            };
        };
        responses: {
            /** @description The check has begun; its pictures are awaited. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedProcess"];
                };
            };
            /** @description The request is not understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Nobody is logged in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Asked for by a page of another origin, or by a phone that the person has not confirmed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not possible as the process is now; `busy` passes. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The hand-over's time is over, or it was taken back. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The body is of another media type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Understood, and not possible so. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests. `Retry-After` may say how long to wait. */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The backend failed. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The gateway refused, or what it said is not understood. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The gateway, or what the backend keeps its processes in, does not answer. `Retry-After` may say how long to wait. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getProcess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the process named it; not the gateway's. */
                processId: components["parameters"]["ProcessId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where it is. */
            200: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcessState"];
                };
            };
            /** @description Nobody is logged in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description A phone that the person has not confirmed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description There is no such process of this session, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The hand-over's time is over, or it was taken back. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests. `Retry-After` may say how long to wait. */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The backend failed. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The gateway refused, or what it said is not understood. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The gateway, or what the backend keeps its processes in, does not answer. `Retry-After` may say how long to wait. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    cancelProcess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the process named it; not the gateway's. */
                processId: components["parameters"]["ProcessId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Canceled, or over before. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is logged in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Asked for by a page of another origin, or by a phone that the person has not confirmed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description There is no such process of this session, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not possible as the process is now; `busy` passes. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The hand-over's time is over, or it was taken back. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests. `Retry-After` may say how long to wait. */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The backend failed. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The gateway refused, or what it said is not understood. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The gateway, or what the backend keeps its processes in, does not answer. `Retry-After` may say how long to wait. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    putImage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the process named it; not the gateway's. */
                processId: components["parameters"]["ProcessId"];
                /** @description Which picture. */
                depiction: components["schemas"]["CaptureDepiction"];
            };
            cookie?: never;
        };
        /** @description The bytes of one picture. */
        requestBody: {
            content: {
                "image/jpeg": unknown;
                "image/png": unknown;
            };
        };
        responses: {
            /** @description Handed on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceivedImage"];
                };
            };
            /** @description The request is not understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Nobody is logged in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Asked for by a page of another origin, or by a phone that the person has not confirmed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description There is no such process of this session, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not possible as the process is now; `busy` passes. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The hand-over's time is over, or it was taken back. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The bytes are no JPEG or PNG picture, whatever their media type says. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests. `Retry-After` may say how long to wait. */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The backend failed. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The gateway refused, or what it said is not understood. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The gateway, or what the backend keeps its processes in, does not answer. `Retry-After` may say how long to wait. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    startVerification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the process named it; not the gateway's. */
                processId: components["parameters"]["ProcessId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["StartVerification"];
            };
        };
        responses: {
            /** @description Begun. */
            202: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProcessState"];
                };
            };
            /** @description The request is not understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Nobody is logged in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Asked for by a page of another origin, or by a phone that the person has not confirmed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description There is no such process of this session, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not possible as the process is now; `busy` passes. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The hand-over's time is over, or it was taken back. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The body is of another media type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests. `Retry-After` may say how long to wait. */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The backend failed. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The gateway refused, or what it said is not understood. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The gateway, or what the backend keeps its processes in, does not answer. `Retry-After` may say how long to wait. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    createHandover: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateHandover"];
            };
        };
        responses: {
            /** @description A link can be shown. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedHandover"];
                };
            };
            /** @description The request is not understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Nobody is logged in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Asked for by a page of another origin, or by a phone that the person has not confirmed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description There is no such process of this session, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not possible as the process is now; `busy` passes. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The body is of another media type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests. `Retry-After` may say how long to wait. */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The backend failed. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The gateway, or what the backend keeps its processes in, does not answer. `Retry-After` may say how long to wait. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    getHandover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description No secret. */
                handoverId: components["parameters"]["HandoverId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where it is. */
            200: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverState"];
                };
            };
            /** @description Nobody is logged in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description There is no such process of this session, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The hand-over's time is over, or it was taken back. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests. `Retry-After` may say how long to wait. */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The backend failed. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The gateway refused, or what it said is not understood. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The gateway, or what the backend keeps its processes in, does not answer. `Retry-After` may say how long to wait. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    revokeHandover: {
        parameters: {
            query?: {
                /** @description The process that the page goes on with, as it knows it. The phone keeps none. */
                keep?: string;
            };
            header?: never;
            path: {
                /** @description No secret. */
                handoverId: components["parameters"]["HandoverId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken back, or over before. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nobody is logged in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Asked for by a page of another origin, or by a phone that the person has not confirmed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description There is no such process of this session, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not possible as the process is now; `busy` passes. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The hand-over's time is over, or it was taken back. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests. `Retry-After` may say how long to wait. */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The backend failed. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The gateway refused, or what it said is not understood. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The gateway, or what the backend keeps its processes in, does not answer. `Retry-After` may say how long to wait. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    claimHandover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description No secret. */
                handoverId: components["parameters"]["HandoverId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimHandover"];
            };
        };
        responses: {
            /** @description The phone has joined, and waits to be confirmed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimedHandover"];
                };
            };
            /** @description The request is not understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Asked for by a page of another origin, or by a phone that the person has not confirmed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description There is no such process of this session, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Another device has opened the link before; `busy` passes. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The hand-over's time is over, or it was taken back. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The body is of another media type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests. `Retry-After` may say how long to wait. */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The backend failed. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The gateway, or what the backend keeps its processes in, does not answer. `Retry-After` may say how long to wait. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
    confirmHandover: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description No secret. */
                handoverId: components["parameters"]["HandoverId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmHandover"];
            };
        };
        responses: {
            /** @description Confirmed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not understood. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Nobody is logged in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Asked for by a page of another origin, or by a phone that the person has not confirmed. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description There is no such process of this session, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Not possible as the process is now; `busy` passes. */
            409: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The hand-over's time is over, or it was taken back. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many bytes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The body is of another media type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description Too many requests. `Retry-After` may say how long to wait. */
            429: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The backend failed. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The gateway, or what the backend keeps its processes in, does not answer. `Retry-After` may say how long to wait. */
            503: {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
        };
    };
}
