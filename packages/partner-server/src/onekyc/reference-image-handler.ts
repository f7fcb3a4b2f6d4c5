import { HEADERS } from '@bonafide/contracts/onekyc';
import { createCredentialCheck } from '../webhook/check-credentials.ts';
import type { HeaderCredentials } from '../webhook/check-credentials.ts';
import { answerFailure, answerSuccess } from './answer.ts';
import { hear } from '../gateway/hear.ts';
import type { OneKycUser } from './initiate-flow.ts';

/** The gateway's wish for a picture of one of your users. */
export interface ReferenceImageRequest {
  readonly user: OneKycUser;
  /** Which picture; the gateway's default is `KTP`. */
  readonly imageType: string;
  /** Aborts when the gateway hangs up. */
  readonly signal: AbortSignal;
}

export interface ReferenceImageHandlerOptions {
  /** What the gateway shows when it calls. */
  readonly credentials: HeaderCredentials;
  /** Address of the picture, short-lived and unguessable; undefined when there is none of this user. */
  readonly resolve: (request: ReferenceImageRequest) => Promise<string | undefined> | string | undefined;
  /** Hears what `resolve` throws. The gateway is told no more than 500. May throw without harm. */
  readonly onError?: (error: unknown) => void;
}

/**
 * The endpoint that a gateway asks for a user's reference picture (`GET`, path of your choice). Answers 200, 400 without
 * a picture, 401 to whoever does not know the credentials, 500.
 */
export function referenceImageHandler(options: ReferenceImageHandlerOptions): (request: Request) => Promise<Response> {
  const { resolve, onError } = options;
  const isGateway = createCredentialCheck(options.credentials);
  return async (request) => {
    if (request.method !== 'GET') return answerFailure(405, 'METHOD_NOT_ALLOWED', { allow: 'GET' });
    const { headers, signal } = request;
    if (!(await isGateway(headers))) return answerFailure(401, 'UNAUTHORIZED');
    const id = headers.get(HEADERS.partnerUserId);
    const idType = headers.get(HEADERS.partnerUserIdType);
    if (!id || !idType) return answerFailure(400, 'PARTNER_USER_ID_CAN_NOT_BE_EMPTY');
    const imageType = headers.get(HEADERS.referenceImageType) || 'KTP';
    try {
      const referenceImageUrl = await resolve({ user: { id, idType }, imageType, signal });
      return referenceImageUrl === undefined
        ? answerFailure(400, 'REFERENCE_IMAGE_NOT_FOUND')
        : answerSuccess({ referenceImageUrl });
    } catch (error) {
      hear(onError, error);
      return answerFailure(500, 'GENERIC_SERVICE_ERROR');
    }
  };
}
