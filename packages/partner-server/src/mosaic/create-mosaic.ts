import type {
  FaceAuthenticationResult,
  FaceAuthenticationSession,
  SessionImage,
  VerificationConsent,
  VerificationStatus,
} from '@bonafide/contracts/mosaic';
import type { WaitSettings } from '../gateway/wait-until.ts';
import { createVerification } from './create-verification.ts';
import type { CreatedVerification, CreateVerification } from './create-verification.ts';
import { deleteVerification } from './delete-verification.ts';
import {
  createFaceAuthentication,
  getFaceAuthenticationResult,
  waitForFaceAuthentication,
} from './face-authentication.ts';
import type {
  CreateFaceAuthentication,
  DecidedFaceAuthentication,
  FaceAuthenticationKey,
} from './face-authentication.ts';
import { getConsent } from './get-consent.ts';
import { getImage, getImages } from './get-images.ts';
import type { GetImage, VerificationImage } from './get-images.ts';
import { fetchResult } from './get-result.ts';
import { getStatus } from './get-status.ts';
import { createMosaicClient } from './mosaic-client.ts';
import { toSettings } from './mosaic-options.ts';
import type { MosaicOptions } from './mosaic-options.ts';
import type { SessionKey } from './session-key.ts';
import type { VerifiedResult } from './verified-result.ts';
import { waitForResult } from './wait-for-result.ts';
import type { DecidedResult, WaitForResult } from './wait-for-result.ts';

/** A server's client of one region of Mosaic. Keep one for the life of the process: it holds the access token. */
export interface Mosaic {
  /** The access token, from memory when there is one. You need it only for calls that this client does not make. */
  accessToken(options?: { readonly signal?: AbortSignal }): Promise<string>;
  /** One attempt to verify a person. `createMosaicStep` makes it with a state that is checked on return. */
  createVerification(request?: CreateVerification): Promise<CreatedVerification>;
  /** Where a session is. The address and the words are ours: the vendor's could not be found. */
  getStatus(request: SessionKey): Promise<VerificationStatus>;
  /** What the person agreed to. The address and the answer are ours: the vendor's could not be found. */
  getConsent(request: SessionKey): Promise<VerificationConsent>;
  /** What a session came to, from either of the two documented shapes. Only `recommendation: 'ALLOW'` is a yes. */
  getResult(request: SessionKey): Promise<VerifiedResult>;
  /** As `getResult`, once there is a decision. @throws {PartnerServerError} `still-processing`, `session-ended` */
  waitForResult(request: WaitForResult): Promise<DecidedResult>;
  /** Pictures, findings and what was read; a session that is gone is deleted. */
  deleteVerification(request: SessionKey): Promise<void>;
  getImages(request: SessionKey): Promise<readonly SessionImage[]>;
  getImage(request: GetImage): Promise<VerificationImage>;
  /** @throws {PartnerServerError} `image-unsupported`, `image-too-large` before anything is sent */
  createFaceAuthentication(request: CreateFaceAuthentication): Promise<FaceAuthenticationSession>;
  getFaceAuthenticationResult(request: FaceAuthenticationKey): Promise<FaceAuthenticationResult>;
  /** The same once there is a decision. @throws {PartnerServerError} `still-processing`, `session-ended` */
  waitForFaceAuthentication(request: FaceAuthenticationKey & WaitSettings): Promise<DecidedFaceAuthentication>;
}

/** @throws {TypeError} when an option cannot work */
export function createMosaic(options: MosaicOptions): Mosaic {
  const client = createMosaicClient(toSettings(options));
  return {
    accessToken: ({ signal } = {}) => client.token(signal),
    createVerification: (request = {}) => createVerification(client, request),
    getStatus: (request) => getStatus(client, request),
    getConsent: (request) => getConsent(client, request),
    getResult: async (request) => (await fetchResult(client, request)).result,
    waitForResult: (request) => waitForResult(client, request),
    deleteVerification: (request) => deleteVerification(client, request),
    getImages: (request) => getImages(client, request),
    getImage: (request) => getImage(client, request),
    createFaceAuthentication: (request) => createFaceAuthentication(client, request),
    getFaceAuthenticationResult: (request) => getFaceAuthenticationResult(client, request),
    waitForFaceAuthentication: (request) => waitForFaceAuthentication(client, request),
  };
}
