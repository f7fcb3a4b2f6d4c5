import { setTimeout as sleep } from 'node:timers/promises';
import type { Sandbox } from '../../src/sandbox.ts';
import { ACME, LIVENESS_PARTNER } from './open-test-sandbox.ts';
import { digestOf, picture } from './pictures.ts';

const ORIGIN = 'http://localhost';

/** What an answer was, parsed. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // The body of whatever operation was called; tests look at what they expect and nothing else.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
}

/** Calls a path of the OneKYC base; a full URL is taken as it is. */
export async function call(sandbox: Sandbox, path: string, init: RequestInit = {}): Promise<Answer> {
  const url = path.startsWith('http') ? path : `${ORIGIN}${path.startsWith('/control') ? '' : '/onekyc'}${path}`;
  const response = await sandbox.fetch(new Request(url, init));
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text.startsWith('{') ? JSON.parse(text) : text };
}

export async function partnerToken(
  sandbox: Sandbox,
  client: { clientId: string; passKey: string } = ACME,
): Promise<string> {
  const { body } = await call(sandbox, '/v1/coe/partner/authentication', {
    headers: { 'client-id': client.clientId, 'pass-key': client.passKey },
  });
  return body.data.token;
}

export interface Started {
  readonly partnerToken: string;
  readonly userToken: string;
  readonly correlationId: string;
  readonly userHeaders: Readonly<Record<string, string>>;
}

export interface StartOptions {
  readonly scenario?: unknown;
  readonly correlationId?: string;
  readonly userId?: string;
  readonly flow?: string;
  readonly onboardingPartner?: string;
  readonly client?: { readonly clientId: string; readonly passKey: string };
  readonly additionalDetails?: unknown;
}

export async function initiate(sandbox: Sandbox, token: string, options: StartOptions = {}): Promise<Answer> {
  const { scenario } = options;
  return call(sandbox, '/coe-partner/v1/initiate-flow', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-onekyc-token': token,
      'x-onboarding-partner': options.onboardingPartner ?? LIVENESS_PARTNER,
      'x-partner-user-id': options.userId ?? 'user-1',
      'x-partner-user-id-type': 'INTERNAL',
      'x-partner-session-id': options.correlationId ?? crypto.randomUUID(),
      ...(scenario === undefined
        ? {}
        : { 'x-bonafide-scenario': typeof scenario === 'string' ? scenario : JSON.stringify(scenario) }),
    },
    body: JSON.stringify({
      flow: options.flow ?? 'STANDALONE_LIVENESS',
      source: 'SDK',
      ...(options.additionalDetails === undefined ? {} : { additionalDetails: options.additionalDetails }),
    }),
  });
}

/** Opens a flow and returns what a browser would be given. */
export async function start(sandbox: Sandbox, options: StartOptions = {}): Promise<Started> {
  const correlationId = options.correlationId ?? crypto.randomUUID();
  const token = await partnerToken(sandbox, options.client);
  const answer = await initiate(sandbox, token, { ...options, correlationId });
  if (answer.status !== 200) throw new Error(`initiate-flow answered ${answer.status} ${JSON.stringify(answer.body)}`);
  const userToken: string = answer.body.data.token;
  return { partnerToken: token, userToken, correlationId, userHeaders: userHeaders(userToken, correlationId) };
}

export function userHeaders(userToken: string, correlationId: string): Readonly<Record<string, string>> {
  return { 'x-onekyc-token': userToken, 'x-partner-session-id': correlationId, 'x-sdk-session-id': 'sdk-1' };
}

export function uploadUrls(
  sandbox: Sandbox,
  started: Started,
  submissionType = 'STANDALONE_LIVENESS',
): Promise<Answer> {
  return call(sandbox, `/coe/v1/submissions/urls?submissionType=${submissionType}`, { headers: started.userHeaders });
}

export function upload(
  sandbox: Sandbox,
  url: string,
  bytes: Uint8Array<ArrayBuffer> = picture('live'),
  contentType = 'image/jpeg',
): Promise<Answer> {
  return call(sandbox, url, { method: 'PUT', headers: { 'content-type': contentType }, body: bytes });
}

export function confirm(sandbox: Sandbox, started: Started, submissionId: string, metadata?: unknown): Promise<Answer> {
  return call(sandbox, '/coe/v1/submissions/urls', {
    method: 'PUT',
    headers: { ...started.userHeaders, 'content-type': 'application/json' },
    body: JSON.stringify({ submissionId, ...(metadata === undefined ? {} : { metadata }) }),
  });
}

export function status(sandbox: Sandbox, started: Started, submissionId: string): Promise<Answer> {
  return call(sandbox, `/coe/v1/submissions/${submissionId}/status`, { headers: started.userHeaders });
}

export function details(
  sandbox: Sandbox,
  token: string,
  keys: { readonly correlationId?: string; readonly submissionId?: string },
): Promise<Answer> {
  return call(sandbox, '/coe/v1/submissions', {
    headers: {
      'x-onekyc-token': token,
      ...(keys.correlationId === undefined ? {} : { 'x-partner-session-id': keys.correlationId }),
      ...(keys.submissionId === undefined ? {} : { 'x-submission-id': keys.submissionId }),
    },
  });
}

/** Uploads and confirms one picture; resolves with the submission's id. */
export async function submit(
  sandbox: Sandbox,
  started: Started,
  bytes: Uint8Array<ArrayBuffer> = picture('live'),
  submissionType = 'STANDALONE_LIVENESS',
): Promise<string> {
  const { body } = await uploadUrls(sandbox, started, submissionType);
  const { submissionId, documents } = body.data;
  await upload(sandbox, documents.SELFIE.documentUrl, bytes);
  const confirmed = await confirm(sandbox, started, submissionId, { bonafide: captureEvidence(bytes) });
  if (confirmed.status !== 200)
    throw new Error(`confirm answered ${confirmed.status} ${JSON.stringify(confirmed.body)}`);
  return submissionId;
}

/** Polls until processing is over; resolves with the last answer's data. */
// As with `Answer.body`: tests look at what they expect and nothing else.
// oxlint-disable-next-line typescript/no-explicit-any
export async function settled(sandbox: Sandbox, started: Started, submissionId: string): Promise<any> {
  for (;;) {
    const { body } = await status(sandbox, started, submissionId);
    if (body.success === true && body.data.nextAction !== 'STATUS') return body.data;
    await sleep(50);
  }
}

/** Waits until a condition holds; the test's own time-out is the limit. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(25);
}

/** What a browser sends beside its picture. */
export function captureEvidence(bytes: Uint8Array, score = 0.95) {
  return {
    version: '1',
    sdkVersion: '0.0.0',
    capture: {
      digest: digestOf(bytes),
      width: 640,
      height: 480,
      trigger: 'auto',
      capturedAt: '2026-03-01T04:05:06Z',
    },
    quality: { score: 0.9 },
    liveness: {
      score,
      decision: 'live',
      reasons: [{ signal: 'model', weight: 0.9, value: 0.96 }],
      injectionSuspicion: 0.01,
      frameCount: 12,
      durationMs: 900,
      modelVersion: 'm1',
      fusionVersion: 'f1',
    },
    camera: { kind: 'front', width: 640, height: 480, frameRate: 30 },
  };
}
