// Generated from specs/assure.yaml by `pnpm run generate`. Do not edit; `generate:check` compares.
export interface paths {
    "/auth/open/connect/token": {
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
         * @description OAuth 2.0 client credentials; the client authenticates with HTTP Basic (`client_secret_basic`). The answer's
         *     `expires_in` says how long the token is to be kept and reused.
         */
        post: operations["postToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assure/dossiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a dossier
         * @description One for each end-user.
         */
        post: operations["createDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assure/dossiers/{dossierId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the dossier named it. */
                dossierId: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        /**
         * Get a dossier
         * @description All that it contains. Of the contents, only what creating it answers is described here.
         */
        get: operations["getDossier"];
        put?: never;
        post?: never;
        /**
         * Delete a dossier
         * @description With every process and picture in it. What is to be kept must have been fetched before.
         */
        delete: operations["deleteDossier"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assure/dossiers/{dossierId}/userdata": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the dossier named it. */
                dossierId: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        /**
         * Get what the customer has said of the end-user
         * @description Its fields were not captured.
         */
        get: operations["getUserData"];
        /**
         * Say something of the end-user
         * @description The method is inferred.
         */
        put: operations["setUserData"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assure/dossiers/{dossierId}/files": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the dossier named it. */
                dossierId: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        /**
         * Get the pictures of a dossier
         * @description That it exists is documented; the answer is inferred from the request.
         */
        get: operations["getFiles"];
        put?: never;
        /**
         * Keep pictures in a dossier
         * @description Data URLs. They outlive the processes, whose pictures can be copied into them; a `portrait` can only be copied, not sent.
         */
        post: operations["setFiles"];
        /** Delete the pictures of a dossier */
        delete: operations["deleteFiles"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assure/dossiers/{dossierId}/capture": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the dossier named it. */
                dossierId: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start the vendor's capture flow
         * @description Answers with the address of the capture page, which creates and starts the process by itself; at the end the browser
         *     goes to `redirectUrl`. A page that shows it in a frame must have been allowed by the vendor.
         */
        post: operations["startCapture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assure/capture/configurations/{configurationId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The customer's own name for it; `uiProfile` of a capture flow. */
                configurationId: string;
            };
            cookie?: never;
        };
        /** Get a capture configuration */
        get: operations["getCaptureConfiguration"];
        /** Update a capture configuration */
        put: operations["updateCaptureConfiguration"];
        /** Create a capture configuration */
        post: operations["createCaptureConfiguration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assure/services/watermark": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark a picture with a text
         * @description The body is documented; address and answer are not known. What stands here is ours.
         */
        post: operations["watermarkImage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assure/services/redact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Blacken what must not be kept of a picture
         * @description The body is documented; address and answer are not known. What stands here is ours.
         */
        post: operations["redactImage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assure/onfido/document-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the documents that the provider takes
         * @description Each provider has its own address, `/assure/{provider}/document-types`, as public clients have it; what is in the
         *     answer is not printed.
         */
        get: operations["getDocumentTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assure/dossiers/{dossierId}/processes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the dossier named it. */
                dossierId: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a process
         * @description With Onfido, the end-user's location must be given, and for a resident of the United States also the consent when a
         *     face is compared (`documentSelfie`, `documentVideo`). What is missing is not refused here but when the verification
         *     is started. The path is inferred from the documented one that reads a process.
         */
        post: operations["createProcess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assure/dossiers/{dossierId}/processes/{processId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the dossier named it. */
                dossierId: components["parameters"]["DossierId"];
                /** @description As creating the process named it. */
                processId: components["parameters"]["ProcessId"];
            };
            cookie?: never;
        };
        /**
         * Get a process
         * @description The decision is `status`. `finalResult` is there only when it is `accepted`; `providerSpecific` holds less the worse
         *     the outcome; `failReason` only with `failed`. `failed` is technical, but not always nobody's fault: several faces in
         *     a selfie end so too.
         */
        get: operations["getProcess"];
        put?: never;
        post?: never;
        /**
         * Delete a process
         * @description With its pictures.
         */
        delete: operations["deleteProcess"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assure/dossiers/{dossierId}/processes/{processId}/images": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the dossier named it. */
                dossierId: components["parameters"]["DossierId"];
                /** @description As creating the process named it. */
                processId: components["parameters"]["ProcessId"];
            };
            cookie?: never;
        };
        get?: never;
        /**
         * Set images to the process
         * @description Data URLs of JPEG or PNG pictures. A picture that is set again replaces the one before; that the pictures which a
         *     request does not name stay as they are is inferred, and so are path, method and the names in the body, which follow
         *     the files of a dossier.
         *
         *     The provider's own SDK hands its pictures to the provider, by the `authorization` of the process. There is no such
         *     provider in the sandbox: it takes them here, by the same token.
         */
        put: operations["setImages"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assure/dossiers/{dossierId}/processes/{processId}/images/{depiction}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the dossier named it. */
                dossierId: components["parameters"]["DossierId"];
                /** @description As creating the process named it. */
                processId: components["parameters"]["ProcessId"];
                /** @description Which picture. */
                depiction: components["schemas"]["Depiction"];
            };
            cookie?: never;
        };
        /**
         * Get an image
         * @description With Onfido, `FRONT` and `SELFIE`, `BACK` of a document with two sides, and never `PORTRAIT`. Path and body are
         *     inferred.
         */
        get: operations["getImage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assure/dossiers/{dossierId}/processes/{processId}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the dossier named it. */
                dossierId: components["parameters"]["DossierId"];
                /** @description As creating the process named it. */
                processId: components["parameters"]["ProcessId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start the verification
         * @description Needs no parameters. Fails when the end-user's location is missing or no country follows from it, and for a resident
         *     of the United States without consent when a face is compared. Path, method and the statuses are inferred. The body is
         *     an extension: what the capturing client saw, for a gateway that checks it.
         */
        post: operations["startVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assure/dossiers/{dossierId}/processes/{processId}/full-result": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the dossier named it. */
                dossierId: components["parameters"]["DossierId"];
                /** @description As creating the process named it. */
                processId: components["parameters"]["ProcessId"];
            };
            cookie?: never;
        };
        /**
         * Download the full result
         * @description A ZIP file with the provider's own JSON, which has the parts of each check (for example `supported_document`). The
         *     operation is documented, its path is not known; neither are the names of the files inside.
         */
        get: operations["downloadFullResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assure/dossiers/{dossierId}/processes/{processId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the dossier named it. */
                dossierId: components["parameters"]["DossierId"];
                /** @description As creating the process named it. */
                processId: components["parameters"]["ProcessId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a process
         * @description The end-user gave up: the process becomes `canceled`, which a notification says. With the vendor this happens on the
         *     provider's own screens only; a customer that draws its own says so here, or deletes the process. Again changes nothing.
         */
        post: operations["cancelProcess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    processNotification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell the customer that a process is finished
         * @description Hosted by the customer at the process's `notificationUrl`, without personal data: read the process. How often and how
         *     long it is delivered again is not printed; nor is that no delivery comes twice. The process's `authorizationHeader`
         *     comes with it; that it is the header `Authorization` is inferred.
         */
        post: operations["postNotification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    processComplete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell the customer, as the dashboard is set up, that a process is finished
         * @description The newer way, `process.complete`. Its body is shown in the dashboard only, but for `externalReference`, which holds the
         *     dossier's id. It can be signed with a shared secret by a way that could not be read: do not rely on this description,
         *     and read the process.
         */
        post: operations["postEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    captureReturn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Come back from the vendor's capture flow
         * @description The end-user's browser, at the flow's `redirectUrl`. Nothing is signed: read the process. Of a flow with two providers
         *     only `dossierId` comes.
         */
        get: operations["getCaptureReturn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /** @description Why a request was not served, much like `application/problem+json`. Which fields are always there is not printed. */
        Problem: {
            /** @description Open-ended; seen, `base:client-problem`. */
            type?: string;
            title?: string;
            status?: number;
            /** @description For people. May quote the request. */
            detail?: string;
            method?: string;
            instance?: string;
            traceId?: string;
            /** @description The reason as one word, which the vendor says in `detail` only. Open-ended. */
            code?: string;
        };
        /** @description The client authenticates in the `Authorization` header, so only the grant is in the body. */
        TokenRequest: {
            /** @constant */
            grant_type: "client_credentials";
            /** @description Space-separated. The older host wants `client.assure.api`. */
            scope?: string;
        };
        /** @description RFC 6749 §5.1. */
        TokenResponse: {
            access_token: string;
            /** @description Seconds, as a number. */
            expires_in?: number;
            /** @description `Bearer`, in any case. */
            token_type: string;
            scope?: string;
        };
        /** @description RFC 6749 §5.2. */
        TokenError: {
            /** @description For example `invalid_client`. */
            error: string;
            error_description?: string;
        };
        /** @description May be empty. */
        CreateDossierRequest: {
            /** @description The customer's own name for the end-user. Seen in public clients. */
            externalReference?: string;
        };
        /** @description One end-user's place. */
        Dossier: {
            dossierId: string;
            externalReference?: string;
            /** Format: date-time */
            createdAt?: string;
            /** Format: date-time */
            updatedAt?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description One kind of document that a provider takes. */
        DocumentTypeEntry: {
            /** @description Open-ended, for example `passport`. */
            documentType: string;
            /** @description From which countries. Left out, from all that the provider knows. */
            issuingCountries?: string[];
            /** @description Which pictures of it are needed. */
            sides?: components["schemas"]["Depiction"][];
        } & {
            [key: string]: unknown;
        };
        /** @description What a provider takes. */
        DocumentTypesResponse: {
            documentTypes: components["schemas"]["DocumentTypeEntry"][];
        };
        /** @description Where the end-user lives; one of the two. The country is the safer one, since none may follow from an address. */
        Location: {
            /** @description ISO 3166-1 alpha-3. */
            countryOfResidence?: string;
            ipAddress?: string;
        };
        /** @description What the end-user has agreed to. */
        Consents: {
            /**
             * @description That the end-user has read, understood and accepted the provider's facial scan policy, privacy policy and terms.
             *     Needed of residents of the United States when a face is compared.
             */
            privacy?: boolean;
        };
        /** @description What the provider needs to know. Other providers have other fields. */
        ProcessParameters: {
            location?: components["schemas"]["Location"];
            consents?: components["schemas"]["Consents"];
            /** @description Bundle or application ID of an app that uses the provider's SDK. */
            mobileAppId?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description One attempt with one provider. */
        CreateProcessRequest: {
            /** @description Open-ended, for example `onfido`. */
            provider: string;
            /** @description With Onfido `document`, `documentSelfie`, `documentVideo`; other providers have others. */
            processType: string;
            /** @description Open-ended, for example `passport`. */
            documentType?: string;
            /**
             * Format: uri
             * @description Must have been allowed by the vendor.
             */
            notificationUrl?: string;
            /** @description What the notification is to show. A secret. */
            authorizationHeader?: string;
            processParameters?: components["schemas"]["ProcessParameters"];
        };
        /**
         * @description Where a process is, and the decision. `processing` is seen on redirects only. `canceled` is by the end-user, `failed`
         *     is technical.
         * @enum {string}
         */
        ProcessStatus: "pending" | "processing" | "accepted" | "rejected" | "inconclusive" | "canceled" | "failed";
        /** @description Who it is; only when the process is `accepted`. */
        FinalResult: {
            firstName?: string;
            lastName?: string;
            /** @description YYYY-MM-DD. */
            dateOfBirth?: string;
            /** @description YYYY-MM-DD. */
            dateOfExpiry?: string;
            /** @description For example `F`. */
            gender?: string;
            /** @description ISO 3166-1 alpha-3. */
            nationality?: string;
            /** @description ISO 3166-1 alpha-3. */
            issuingCountry?: string;
            /** @description Open-ended; `unknown` when the document was not recognised. */
            documentType?: string;
            documentNumber?: string;
            /** @description Open-ended: `low`, `medium`, `high`. */
            similarityScore?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description The person against the document's portrait. Words are open; `clear` and `consider` are printed. */
        FacialSimilarity: {
            result?: string;
            /** @description Whether the pictures suffice to compare faces. */
            imageIntegrity?: string;
            /** @description Whether the faces are of one person. */
            faceComparison?: string;
            /** @description Whether the person is real. */
            visualAuthenticity?: string;
            /** @description Open-ended: `low`, `medium`, `high`. */
            similarityScore?: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description The document. Words are open; `clear` and `consider` are printed, and for `subResult` `clear`, `suspected` and
         *     `rejected`. A check that was not made is left out.
         */
        DocumentVerification: {
            result?: string;
            subResult?: string;
            /** @description Whether the parts agree, for example the MRZ with the printed text. */
            dataConsistency?: string;
            /** @description Whether what can be validated is right, for example dates and check digits. */
            dataValidation?: string;
            /** @description Whether the data are those that the customer gave. */
            dataComparison?: string;
            /** @description Whether the pictures suffice. */
            imageIntegrity?: string;
            /** @description Whether it looks like the real thing and not like a copy or a screen. */
            visualAuthenticity?: string;
            /** @description Whether it is known as compromised. */
            compromisedDocument?: string;
            /** @description Whether it is reported as stolen. */
            policeRecord?: string;
            /** @description Whether the person is old enough. */
            ageValidation?: string;
            firstName?: string;
            lastName?: string;
            /** @description YYYY-MM-DD. */
            dateOfBirth?: string;
            /** @description YYYY-MM-DD. */
            dateOfExpiry?: string;
            /** @description For example `F`. */
            gender?: string;
            /** @description ISO 3166-1 alpha-3. */
            nationality?: string;
            /** @description ISO 3166-1 alpha-3. */
            issuingCountry?: string;
            /** @description Open-ended; `unknown` when the document was not recognised. */
            documentType?: string;
            documentNumber?: string;
            mrzLine1?: string;
            mrzLine2?: string;
            /** @description Of the formats that have three lines; the vendor prints two. */
            mrzLine3?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description What the provider said. Other providers have other fields. */
        ProviderSpecific: {
            facialSimilarity?: components["schemas"]["FacialSimilarity"];
            documentVerification?: components["schemas"]["DocumentVerification"];
        } & {
            [key: string]: unknown;
        };
        /** @description Why a process failed. */
        FailReason: {
            /** @description Open-ended; seen, `upload_failed`. */
            type: string;
            /** @description For people; the provider's own words. */
            message?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description One attempt and what came of it. Which fields are always there is not printed. */
        Process: {
            processId: string;
            status: components["schemas"]["ProcessStatus"];
            provider?: string;
            processType?: string;
            notificationUrl?: string;
            /** @description Token for the provider's own SDK, when the process is created for an app (`mobileAppId`). A secret. */
            authorization?: string;
            /** Format: date-time */
            createdAt?: string;
            /** Format: date-time */
            updatedAt?: string;
            finalResult?: components["schemas"]["FinalResult"];
            providerSpecific?: components["schemas"]["ProviderSpecific"];
            failReason?: components["schemas"]["FailReason"];
        } & {
            [key: string]: unknown;
        };
        /** @description What the customer has said of the end-user. Personal data; its fields were not captured. */
        UserData: {
            [key: string]: unknown;
        };
        /** @description Pictures of a dossier. `portrait` is never sent, since it can only be copied. */
        DossierFiles: {
            /** @description A data URL. */
            front?: string;
            /** @description A data URL. */
            back?: string;
            /** @description A data URL. */
            selfie?: string;
            /** @description A data URL. */
            portrait?: string;
        };
        /** @description Who verifies, and what. */
        CaptureProvider: {
            /** @description Open-ended, for example `onfido`. */
            provider: string;
            processType: string;
            /** @description Whether the pictures are blackened. */
            redact?: boolean;
        } & {
            [key: string]: unknown;
        };
        /** @description How the capture page looks, and the text message that sends the end-user to it. */
        CaptureParameters: {
            /** @description Id of a capture configuration. */
            uiProfile?: string;
            uiLanguage?: string;
            smsSender?: string;
            smsMessage?: string;
            /** @description Which code it is was not captured. */
            defaultCountry?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description One capture flow. */
        StartCaptureRequest: {
            providers: components["schemas"]["CaptureProvider"][];
            /** Format: uri */
            redirectUrl?: string;
            /** @description Open-ended; seen, `native`, which is the provider's own. */
            sdk?: string;
            /**
             * Format: uri
             * @description Must have been allowed by the vendor.
             */
            notificationUrl?: string;
            captureParameters?: components["schemas"]["CaptureParameters"];
        } & {
            [key: string]: unknown;
        };
        /** @description A capture flow that was started. */
        CaptureFlow: {
            /** @description Where the end-user goes. A secret of this one attempt. */
            url: string;
            processId?: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * @description How the capture page looks and what it takes. `onfidoConfig` (workflow and looks) applies with `sdk` `native` and the
         *     provider `onfido`. The full list of fields is not known: every object passes.
         */
        CaptureConfiguration: {
            documentTypes?: string[];
            onfidoConfig?: {
                [key: string]: unknown;
            };
            /** @description `allowedIdTypes`. */
            signicatvideoidConfig?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description The text. */
        Watermark: {
            title?: string;
            description?: string;
            date?: string;
        };
        /** @description A picture of at most 4 MB and 5000 pixels a side, and what it shows. */
        ImageServiceRequest: {
            /** @description A data URL. */
            image: string;
            dossierId?: string;
            processId?: string;
            /** @enum {string} */
            imageDepiction?: "selfie" | "front";
            watermark?: components["schemas"]["Watermark"];
        };
        /** @description Every object passes; `externalReference` is the dossier's id, and where it stands is not known. */
        ProcessCompleteEvent: {
            [key: string]: unknown;
        };
        /**
         * @description Which picture of a process.
         * @enum {string}
         */
        Depiction: "FRONT" | "BACK" | "SELFIE" | "PORTRAIT";
        /** @description At least one picture. */
        SetImagesRequest: {
            /** @description A data URL. */
            front?: string;
            /** @description A data URL. */
            back?: string;
            /** @description A data URL. */
            selfie?: string;
        };
        /** @description One picture. */
        ImageResponse: {
            depiction?: components["schemas"]["Depiction"];
            /** @description A data URL. */
            image: string;
        };
        /** @description What the capturing client saw of one picture. A claim, to be checked; a free object. */
        PictureEvidence: {
            [key: string]: unknown;
        };
        /** @description By picture. */
        CaptureEvidence: {
            front?: components["schemas"]["PictureEvidence"];
            back?: components["schemas"]["PictureEvidence"];
            selfie?: components["schemas"]["PictureEvidence"];
        };
        /** @description The vendor takes no parameters. */
        StartVerificationRequest: {
            bonafide?: components["schemas"]["CaptureEvidence"];
        };
        /** @description A process is finished. Without personal data. */
        Notification: {
            dossierId: string;
            processId: string;
            /** @description As `ProcessStatus`; not to be acted on, since the process says it too. */
            status: string;
        } & {
            [key: string]: unknown;
        };
    };
    responses: never;
    parameters: {
        /** @description As creating the dossier named it. */
        DossierId: string;
        /** @description As creating the process named it. */
        ProcessId: string;
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
            /** @description The request is not understood, or the client may not do this (RFC 6749 §5.2). */
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
    createDossier: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CreateDossierRequest"];
            };
        };
        responses: {
            /** @description The dossier. That it is 201 and not 200 is not printed. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dossier"];
                };
            };
            /** @description The request is not understood. `detail` is for people. */
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
            /** @description The account may not do this. */
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
    getDossier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the dossier named it. */
                dossierId: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dossier. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dossier"];
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
            /** @description The account may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such dossier, or no longer. */
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
    deleteDossier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the dossier named it. */
                dossierId: components["parameters"]["DossierId"];
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
            /** @description The account may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such dossier, or no longer. */
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
    getUserData: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the dossier named it. */
                dossierId: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The data. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserData"];
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
            /** @description The account may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such dossier, or no longer. */
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
    setUserData: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the dossier named it. */
                dossierId: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserData"];
            };
        };
        responses: {
            /** @description Stored. The status is not printed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not understood. `detail` is for people. */
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
            /** @description The account may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such dossier, or no longer. */
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
    getFiles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the dossier named it. */
                dossierId: components["parameters"]["DossierId"];
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
                    "application/json": components["schemas"]["DossierFiles"];
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
            /** @description The account may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such dossier, or no longer. */
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
    setFiles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the dossier named it. */
                dossierId: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DossierFiles"];
            };
        };
        responses: {
            /** @description Stored. The status is not printed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A picture cannot be used. */
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
            /** @description The account may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such dossier, or no longer. */
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
    deleteFiles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the dossier named it. */
                dossierId: components["parameters"]["DossierId"];
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
            /** @description The account may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such dossier, or no longer. */
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
    startCapture: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the dossier named it. */
                dossierId: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartCaptureRequest"];
            };
        };
        responses: {
            /** @description The flow. That it is 201 and not 200 is not printed. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaptureFlow"];
                };
            };
            /** @description The request is not understood. `detail` is for people. */
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
            /** @description The account may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such dossier, or no longer. */
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
    getCaptureConfiguration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The customer's own name for it; `uiProfile` of a capture flow. */
                configurationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The configuration. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaptureConfiguration"];
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
            /** @description The account may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such configuration. */
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
    updateCaptureConfiguration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The customer's own name for it; `uiProfile` of a capture flow. */
                configurationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaptureConfiguration"];
            };
        };
        responses: {
            /** @description The configuration. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaptureConfiguration"];
                };
            };
            /** @description The request is not understood. `detail` is for people. */
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
            /** @description The account may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such configuration. */
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
    createCaptureConfiguration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The customer's own name for it; `uiProfile` of a capture flow. */
                configurationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaptureConfiguration"];
            };
        };
        responses: {
            /** @description The configuration. That it is 201 and not 200 is not printed. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaptureConfiguration"];
                };
            };
            /** @description The request is not understood. `detail` is for people. */
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
            /** @description The account may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is one of this name. */
            409: {
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
    watermarkImage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImageServiceRequest"];
            };
        };
        responses: {
            /** @description The picture. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageResponse"];
                };
            };
            /** @description The request is not understood. `detail` is for people. */
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
            /** @description The account may not do this. */
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
    redactImage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImageServiceRequest"];
            };
        };
        responses: {
            /** @description The picture. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImageResponse"];
                };
            };
            /** @description The request is not understood. `detail` is for people. */
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
            /** @description The account may not do this. */
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
    getDocumentTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The documents. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentTypesResponse"];
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
            /** @description The account may not do this. */
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
    createProcess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the dossier named it. */
                dossierId: components["parameters"]["DossierId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateProcessRequest"];
            };
        };
        responses: {
            /** @description The process. That it is 201 and not 200 is not printed. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Process"];
                };
            };
            /** @description The request is not understood, or the notification address is not allowed. */
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
            /** @description The account may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such dossier, or no longer. */
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
    getProcess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the dossier named it. */
                dossierId: components["parameters"]["DossierId"];
                /** @description As creating the process named it. */
                processId: components["parameters"]["ProcessId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Process"];
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
            /** @description The account may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such process in this dossier, or no longer. */
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
    deleteProcess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the dossier named it. */
                dossierId: components["parameters"]["DossierId"];
                /** @description As creating the process named it. */
                processId: components["parameters"]["ProcessId"];
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
            /** @description The account may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such process in this dossier, or no longer. */
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
    setImages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the dossier named it. */
                dossierId: components["parameters"]["DossierId"];
                /** @description As creating the process named it. */
                processId: components["parameters"]["ProcessId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetImagesRequest"];
            };
        };
        responses: {
            /** @description Stored. The status is not printed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A picture cannot be used. */
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
            /** @description The account may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such process in this dossier, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The process is no longer pending. */
            409: {
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
    getImage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the dossier named it. */
                dossierId: components["parameters"]["DossierId"];
                /** @description As creating the process named it. */
                processId: components["parameters"]["ProcessId"];
                /** @description Which picture. */
                depiction: components["schemas"]["Depiction"];
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
                    "application/json": components["schemas"]["ImageResponse"];
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
            /** @description The account may not do this. */
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
    startVerification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the dossier named it. */
                dossierId: components["parameters"]["DossierId"];
                /** @description As creating the process named it. */
                processId: components["parameters"]["ProcessId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["StartVerificationRequest"];
            };
        };
        responses: {
            /** @description Begun; a notification follows. The status is not printed. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something that the provider needs is missing. That it fails is documented; status and words are not. */
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
            /** @description The account may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such process in this dossier, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The process is no longer pending. */
            409: {
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
    downloadFullResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the dossier named it. */
                dossierId: components["parameters"]["DossierId"];
                /** @description As creating the process named it. */
                processId: components["parameters"]["ProcessId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": unknown;
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
            /** @description The account may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such process in this dossier, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The process has not ended. */
            409: {
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
    cancelProcess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description As creating the dossier named it. */
                dossierId: components["parameters"]["DossierId"];
                /** @description As creating the process named it. */
                processId: components["parameters"]["ProcessId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Canceled. */
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
            /** @description The account may not do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such process in this dossier, or no longer. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            /** @description The process has ended in another way. */
            409: {
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
    postNotification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Notification"];
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
            /** @description Not the gateway. */
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
    postEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProcessCompleteEvent"];
            };
        };
        responses: {
            /** @description Taken. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not the gateway. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getCaptureReturn: {
        parameters: {
            query?: {
                /** @description Of the end-user. */
                dossierId?: string;
                /** @description Of the attempt. */
                processId?: string;
                /** @description As `ProcessStatus`, for example `processing`. Not to be acted on. */
                status?: string;
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
            /** @description The customer knows no such process. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
