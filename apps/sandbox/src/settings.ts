import { join } from 'node:path';
import type { SandboxClient, SandboxOptions } from './sandbox-options.ts';

/** The options with their defaults filled in. */
export interface Settings {
  readonly clients: ReadonlyMap<string, SandboxClient>;
  readonly publicUrl: string | null;
  readonly allowLoopback: boolean;
  readonly allowedOrigins: '*' | readonly string[];
  readonly partnerTokenSeconds: number;
  readonly userTokenSeconds: number;
  readonly uploadUrlSeconds: number;
  readonly imageUrlSeconds: number;
  readonly maximumUploadBytes: number;
  readonly attempts: number;
  readonly hostedPages: string;
  readonly statusRequestsPerTenSeconds: number;
  readonly assureRequestsPerTenSeconds: number;
  readonly callbackRetryDelaysMs: readonly number[];
  readonly callbackTimeoutMs: number;
  readonly imagesMs: number;
  readonly resultsMs: number;
  readonly templatesMs: number;
  readonly control: {
    readonly enabled: boolean;
    readonly token: string | null;
    readonly allowedOrigins: readonly string[];
  };
}

/** Where this repository builds them. No dependency: the pages are tested against this app. */
const HOSTED_PAGES = join(import.meta.dirname, '../../hosted/dist');

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The example schedule of the Standard Webhooks specification, after the immediate first attempt. */
const STANDARD_WEBHOOKS_DELAYS_MS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

const DEMO_CLIENT: SandboxClient = {
  clientId: 'DEMO-CLIENT',
  passKey: 'demo-pass-key',
  idnow: { keylessApiKey: 'demo-keyless-key' },
  onboardingPartners: [
    'DEMO-WEB_SDK-COE_STANDALONE_LIVENESS',
    'DEMO-SDK-COE_STANDALONE_LIVENESS',
    'DEMO-WEB_SDK-COE_FACE_VERIFICATION',
    'DEMO-SDK-COE_FACE_VERIFICATION',
    'DEMO-WEB_SDK-COE_KTP_SCAN',
    'DEMO-SDK-COE_KTP_SCAN',
    'DEMO-WEB_SDK-COE_KYC_LITE',
    'DEMO-SDK-COE_KYC_LITE',
  ],
  faceOidc: { redirectUris: ['http://localhost:8788/face/done'], name: 'Demo' },
};

/** Fills in defaults; throws a `TypeError` for options that cannot work. */
export function toSettings(options: SandboxOptions): Settings {
  const clients = options.clients ?? [DEMO_CLIENT];
  const byId = new Map(clients.map((client) => [client.clientId, client]));
  if (byId.size !== clients.length) throw new TypeError('clients: clientId must be unique');
  for (const client of clients) checkClient(client);
  const publicUrl = options.publicUrl === undefined ? null : new URL(options.publicUrl).origin;
  const scale = options.callbacks?.scale ?? 1;
  return {
    clients: byId,
    publicUrl,
    allowLoopback: options.allowLoopback ?? false,
    allowedOrigins: options.allowedOrigins ?? '*',
    partnerTokenSeconds: positive('partnerTokenSeconds', options.partnerTokenSeconds ?? 3600),
    userTokenSeconds: positive('userTokenSeconds', options.userTokenSeconds ?? 900),
    uploadUrlSeconds: positive('uploadUrlSeconds', options.uploadUrlSeconds ?? 600),
    imageUrlSeconds: positive('imageUrlSeconds', options.imageUrlSeconds ?? 600),
    maximumUploadBytes: positive('maximumUploadBytes', options.maximumUploadBytes ?? 8 * 1024 * 1024),
    hostedPages: options.hostedPages ?? HOSTED_PAGES,
    attempts: positive('attempts', options.attempts ?? 3),
    statusRequestsPerTenSeconds: positive('statusRequestsPerTenSeconds', options.statusRequestsPerTenSeconds ?? 40),
    assureRequestsPerTenSeconds: positive('assureRequestsPerTenSeconds', options.assureRequestsPerTenSeconds ?? 100),
    callbackRetryDelaysMs: (options.callbacks?.retryDelaysMs ?? STANDARD_WEBHOOKS_DELAYS_MS).map((ms) => ms * scale),
    callbackTimeoutMs: positive('callbacks.timeoutMs', options.callbacks?.timeoutMs ?? 10 * SECOND),
    imagesMs: positive('retention.imagesMinutes', options.retention?.imagesMinutes ?? 60) * MINUTE,
    templatesMs: positive('retention.templatesDays', options.retention?.templatesDays ?? 90) * DAY,
    resultsMs: positive('retention.resultsDays', options.retention?.resultsDays ?? 30) * DAY,
    control: {
      enabled: options.control?.enabled ?? true,
      token: options.control?.token ?? null,
      allowedOrigins: options.control?.allowedOrigins ?? [],
    },
  };
}

function positive(name: string, value: number): number {
  if (!(value > 0)) throw new TypeError(`${name}: must be positive`);
  return value;
}

function checkClient(client: SandboxClient): void {
  if (client.clientId === '' || client.passKey === '')
    throw new TypeError('clients: clientId and passKey are required');
  if (client.callbackSecret !== undefined && !/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/.test(client.callbackSecret)) {
    throw new TypeError('clients: callbackSecret must be whsec_ and at least 24 bytes in base64');
  }
}
