import type { FacePresent, FaceUserInfo, IdTokenClaims } from '@bonafide/contracts/face-oidc';
import type { Outcome } from '@bonafide/contracts/outcome';

/** What a login says of the person, once it was verified: issuer, audience, time, nonce and signature of the id token. */
export interface FaceLoginClaims {
  /** In the browser another one for each login: nothing to recognise a person by. */
  readonly subject: string;
  /** The proof that a living face was there; what it holds is documented, its keys are not. */
  readonly facePresent: FacePresent | string;
  /** Whether the proof names this very login. One that names another is refused; one that names none is only not bound. */
  readonly isBound: boolean;
  /** The face as it was captured: cropped with `dynamic`, wide with `express`. Personal data. */
  readonly portrait: { readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string } | undefined;
  /** The one that was the identifier. Personal data. */
  readonly email: string | undefined;
  /** As it came. Personal data. */
  readonly idToken: IdTokenClaims;
  readonly userInfo: FaceUserInfo | undefined;
}

/** What a login came to. */
export type FaceLogin =
  | { readonly granted: true; readonly claims: FaceLoginClaims; readonly outcome: Outcome }
  /**
   * Refused after three attempts, given up, or run out of time: the provider does not say which, and `error` must not be
   * taken for it. How often a person may begin anew is yours to limit.
   */
  | { readonly granted: false; readonly error: string; readonly outcome: Outcome };
