import type { FaceAuthScope } from '@bonafide/contracts/face-oidc';

/** What the vendor's portal holds of a relying party. */
export interface FaceClient {
  /** Where the browser may be sent back to, character for character. */
  readonly redirectUris: readonly string[];
  /** Where it may be sent after a logout. */
  readonly postLogoutRedirectUris?: readonly string[];
  /** As the person reads it on the hosted page. */
  readonly name?: string;
  /** Of a login that asks for none of the four itself. */
  readonly scope?: FaceAuthScope;
  /** Told that a login by CIBA is over ("ping"); without it the client asks ("poll"). */
  readonly notificationUrl?: string;
  /** No secret: the client is a page or an app, and PKCE alone holds its logins together. No CIBA then. */
  readonly isPublic?: boolean;
}
