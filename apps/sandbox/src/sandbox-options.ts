import type { Clock } from './clock.ts';
import type { FaceClient } from './face-oidc/face-client.ts';
import type { LogSink } from './logger.ts';
import type { LookupAll } from './outbound/guarded-fetch.ts';
import type { PictureProcessor } from './processing/picture-processor.ts';

/** A partner that the sandbox knows. */
export interface SandboxClient {
  /** With Assure, Mosaic and the face bridge, the OAuth client's id. */
  readonly clientId: string;
  /** With Assure, Mosaic and the face bridge, the OAuth client's secret. */
  readonly passKey: string;
  /** The `x-onboarding-partner` values that belong to it. */
  readonly onboardingPartners: readonly string[];
  /** Where finished submissions are announced; no callback is sent without it. */
  readonly callbackUrl?: string;
  /** Standard Webhooks secret (`whsec_` + base64, at least 24 bytes); callbacks are unsigned without it. */
  readonly callbackSecret?: string;
  /** The partner's own reference-image endpoint, asked for each submission; no comparison without it. */
  readonly referenceImageUrl?: string;
  /** Years that the holder of a document must have lived; no age is checked without it. */
  readonly minimumAgeYears?: number;
  /** The face bridge has this client only with it. */
  readonly faceOidc?: FaceClient;
  /** What IDnow and Keyless know of it. */
  readonly idnow?: {
    /** Where its events go; none are sent without it. */
    readonly eventUrl?: string;
    /** The API key of its Keyless tenant; without it, that interface knows it not. */
    readonly keylessApiKey?: string;
    /** Where the browser may be sent back to, word for word. Default: any page of this machine, and no other. */
    readonly redirectUrls?: readonly string[];
  };
  /** What the gateway identifies itself with on the partner's endpoints. Defaults to the client's own pair. */
  readonly iabCredentials?: { readonly clientId: string; readonly passKey: string };
}

export interface SandboxOptions {
  /** Default: one client, `DEMO-CLIENT` with pass key `demo-pass-key`. */
  readonly clients?: readonly SandboxClient[];
  /** A real Postgres; default: one inside this process. */
  readonly databaseUrl?: string;
  /** Where the embedded database keeps its files; default: memory. */
  readonly dataDir?: string;
  /** The origin in presigned URLs; default: the origin of the request that asked. */
  readonly publicUrl?: string;
  /** Origins whose pages may call the browser-facing operations; default: any. Credentials are never allowed. */
  readonly allowedOrigins?: '*' | readonly string[];
  /** Lets callbacks and reference images reach this machine. Default false. */
  readonly allowLoopback?: boolean;
  /** Seconds that a partner token or an access token of Assure or Mosaic lives; default 3600. */
  readonly partnerTokenSeconds?: number;
  /** Seconds; default 900, although the documented example says 60 days: a token in a browser should not outlive its flow. */
  readonly userTokenSeconds?: number;
  /** Seconds that an upload URL lives; default 600. */
  readonly uploadUrlSeconds?: number;
  /** Seconds that an image URL in submission details lives; default 600. */
  readonly imageUrlSeconds?: number;
  /** Bytes; default 8 MB. */
  readonly maximumUploadBytes?: number;
  /** Attempts within one flow; default 3. */
  readonly attempts?: number;
  /** Folder of the built hosted pages; default: that of `apps/hosted`. */
  readonly hostedPages?: string;
  /** Status requests that a flow may make per ten seconds; default 40. */
  readonly statusRequestsPerTenSeconds?: number;
  /** Requests that a client may make per ten seconds to each dossier of Assure, and as many outside of them; default 100. */
  readonly assureRequestsPerTenSeconds?: number;
  readonly callbacks?: {
    /** Waits before each retry, milliseconds. Default: the Standard Webhooks schedule (5 s … 24 h). */
    readonly retryDelaysMs?: readonly number[];
    /** Multiplies every wait; default 1. */
    readonly scale?: number;
    /** Milliseconds; default 10 000. */
    readonly timeoutMs?: number;
  };
  readonly retention?: {
    /** Minutes that pictures are kept; default 60. */
    readonly imagesMinutes?: number;
    /**
     * Days that an enrolled face is kept after it was last recognised; default 90. Source: guess; with the vendor it is a matter of
     * the contract.
     */
    readonly templatesDays?: number;
    /** Days that results are kept; default 30. */
    readonly resultsDays?: number;
  };
  readonly control?: {
    /** Default true. */
    readonly enabled?: boolean;
    /** Asked for as a bearer token. Without one the control page answers only under a loopback name. */
    readonly token?: string;
    /** Other origins whose pages may read the event stream, such as a demonstration. */
    readonly allowedOrigins?: readonly string[];
  };
  /** What looks at the pictures; default: `@bonafide/verifier`. */
  readonly processor?: PictureProcessor;
  readonly clock?: Clock;
  /** Default: one JSON line per record on standard output; null for silence. */
  readonly log?: LogSink | null;
  /** Name resolution for outbound requests; default: the system's. */
  readonly lookup?: LookupAll;
}
