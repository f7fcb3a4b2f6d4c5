import { PATHS } from '@bonafide/contracts/mosaic';
import type {
  CreateFaceAuthenticationRequest,
  FaceAuthenticationResult,
  FaceAuthenticationSession,
} from '@bonafide/contracts/mosaic';
import { faceAuthenticationResult, faceAuthenticationSession } from '@bonafide/contracts/mosaic/validators';
import type { CallSettings } from '../gateway/gateway-client.ts';
import { requireText } from '../gateway/header-text.ts';
import { readAnswer } from '../gateway/read-answer.ts';
import { waitUntil } from '../gateway/wait-until.ts';
import type { WaitSettings } from '../gateway/wait-until.ts';
import { toDataUrl } from '../picture/picture.ts';
import type { PictureBytes } from '../picture/picture.ts';
import type { MosaicClient } from './mosaic-client.ts';
import { isOver, sessionEnded } from './session-end.ts';

/** One attempt to recognise a person by a picture of them that you have. Source: observed. */
export interface CreateFaceAuthentication extends CallSettings {
  /** The bytes of a JPEG or PNG file, looked at before they are sent. Personal data. */
  readonly reference: PictureBytes;
  /** Open-ended; seen: `login`. Default: `login`. */
  readonly useCase?: string;
}

/** Which attempt. */
export interface FaceAuthenticationKey extends CallSettings {
  /** `device_session_id`. A secret of this one attempt: the SDK starts with it. */
  readonly deviceSessionId: string;
}

/** A face authentication with a decision. */
export type DecidedFaceAuthentication = FaceAuthenticationResult & {
  readonly recommendation: NonNullable<FaceAuthenticationResult['recommendation']>;
};

/** For one attempt and in all: pictures take longer than words. Source: guess. */
const UPLOAD_TIMEOUTS = { timeoutMs: 30_000, totalTimeoutMs: 60_000 } as const;

/** `POST /verify/api/v1/face-auth`. Tried again only when the gateway certainly did not begin. */
export async function createFaceAuthentication(
  client: MosaicClient,
  request: CreateFaceAuthentication,
): Promise<FaceAuthenticationSession> {
  const { reference, useCase = 'login' } = request;
  requireText(useCase, 'useCase');
  const json: CreateFaceAuthenticationRequest = {
    reference: { type: 'raw', content: toDataUrl(reference, 'reference'), format: 'string' },
    use_case: useCase,
  };
  const response = await client.call(
    {
      operation: 'createFaceAuthentication',
      path: PATHS.faceAuthentications,
      method: 'POST',
      json,
      ...UPLOAD_TIMEOUTS,
    },
    request,
  );
  return readAnswer(response, faceAuthenticationSession) as FaceAuthenticationSession;
}

/** `GET /verify/api/v1/face-auth/{deviceSessionId}/result`. */
export async function getFaceAuthenticationResult(
  client: MosaicClient,
  request: FaceAuthenticationKey,
): Promise<FaceAuthenticationResult> {
  return (await fetchFaceAuthentication(client, request)).value;
}

/** The same once there is a decision. @throws {PartnerServerError} `still-processing`, `session-ended` */
export async function waitForFaceAuthentication(
  client: MosaicClient,
  request: FaceAuthenticationKey & WaitSettings,
): Promise<DecidedFaceAuthentication> {
  const { timeoutMs, policy = {}, signal } = request;
  const ended = await waitUntil({
    settings: client.settings,
    name: 'face authentication',
    timeoutMs,
    policy,
    untilItExists: false,
    signal,
    look: (lookSignal) => fetchFaceAuthentication(client, { ...request, signal: lookSignal }, 1),
    isFinished: (value): value is FaceAuthenticationResult => isOver(value),
  });
  const { status, recommendation } = ended;
  if (status === 'complete' && recommendation !== undefined) return { ...ended, recommendation };
  throw sessionEnded();
}

async function fetchFaceAuthentication(client: MosaicClient, request: FaceAuthenticationKey, maxAttempts?: number) {
  const { deviceSessionId } = request;
  const response = await client.call(
    {
      operation: 'getFaceAuthenticationResult',
      path: PATHS.faceAuthenticationResult,
      names: { deviceSessionId },
      maxAttempts,
    },
    request,
  );
  const value = readAnswer(response, faceAuthenticationResult) as FaceAuthenticationResult;
  return { value, retryAfterMs: response.retryAfterMs };
}
