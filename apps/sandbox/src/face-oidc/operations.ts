import { PATHS } from '@bonafide/contracts/face-oidc';
import * as contract from '@bonafide/contracts/face-oidc/validators';
import type * as z from 'zod';
import type { FaceOidcOperation } from '../gateway/operation.ts';
import { MAXIMUM_HINT_LENGTH } from './reference-photo.ts';

/** One operation of the bridge. */
export interface FaceOidcRoute {
  readonly operation: FaceOidcOperation;
  /** Under the issuer. */
  readonly path: string;
  readonly methods: readonly ('GET' | 'POST')[];
  /** Of a JSON answer of success; null where it is none of JSON. */
  readonly response: z.ZodType | null;
  /** Whether the client may show its secret in the body. */
  readonly showsSecret: boolean;
  readonly maximumBytes: number;
}

/** What the provider's own reader takes. */
const FORM_BYTES = 56 * 1_024;
/** Percent signs and other parameters around a photo: base64's `+`, `/` and `=` take three characters each in a form. */
const PUSHED_BYTES = Math.ceil(MAXIMUM_HINT_LENGTH * 1.25) + FORM_BYTES;

const route = (
  operation: FaceOidcOperation,
  path: string,
  methods: FaceOidcRoute['methods'],
  over: Partial<FaceOidcRoute> = {},
): FaceOidcRoute => ({
  operation,
  path,
  methods,
  response: null,
  showsSecret: false,
  maximumBytes: FORM_BYTES,
  ...over,
});

/** The interaction's pages are no operation: they lead the browser on. */
export const FACE_OIDC_ROUTES: readonly FaceOidcRoute[] = [
  route('getFaceDiscovery', PATHS.discovery, ['GET'], { response: contract.discovery }),
  route('getFaceKeys', PATHS.keys, ['GET'], { response: contract.keySet }),
  route('getFaceAuthorize', PATHS.authorize, ['GET']),
  route('postFacePushedAuthorize', PATHS.pushedAuthorize, ['POST'], {
    response: contract.pushedAuthorizationResponse,
    showsSecret: true,
    maximumBytes: PUSHED_BYTES,
  }),
  route('postFaceBackchannelAuthorize', PATHS.backchannelAuthorize, ['POST'], {
    response: contract.backchannelResponse,
    showsSecret: true,
  }),
  route('postFaceToken', PATHS.token, ['POST'], { response: contract.tokenResponse, showsSecret: true }),
  route('postFaceRevoke', PATHS.revoke, ['POST'], { showsSecret: true }),
  route('getFaceUserInfo', PATHS.userInfo, ['GET', 'POST'], { response: contract.userInfo }),
  route('getFaceLogout', PATHS.logout, ['GET']),
];
