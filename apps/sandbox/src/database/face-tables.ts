import type { JSONColumnType } from 'kysely';
import type { FaceAuthScope } from '@bonafide/contracts/face-oidc';
import type { Scenario } from '../scenarios/scenario.ts';
import type { FaceLoginState, FaceReferenceKind } from '../face-oidc/face-login-words.ts';
import type { Json } from './json-column.ts';

/** What the OpenID provider keeps: codes, tokens, grants, pushed requests, sessions. A tenant's own, and found by nobody else. */
export interface OidcArtefactTable {
  client_id: string;
  /** The provider's name for the kind. */
  model: string;
  /** Of the code, token or other secret; itself it is not kept. */
  id_hash: string;
  /** Closed with that secret. */
  payload: Uint8Array;
  /** What is revoked together. */
  grant_hash: string | null;
  consumed_at: Date | null;
  expires_at: Date | null;
}

/** The private key that a tenant's tokens are signed with. */
export interface OidcKeyTable {
  client_id: string;
  jwk: JSONColumnType<Record<string, unknown>, string, never>;
}

/** One login of one person with a face check, from its first page to the reading of its claims. */
export interface FaceLoginTable {
  /** Is the `sub` too: another one for each login. */
  id: string;
  client_id: string;
  /** Where the browser, or the asking server, knows the tenant. */
  issuer: string;
  /** `browser`: comes back by redirect. `backchannel`: the client asks, or is told. */
  channel: 'browser' | 'backchannel';
  /** The provider's interaction; of a login by CIBA the `auth_req_id`, closed with the client's secret. */
  request_id: string;
  scope: FaceAuthScope;
  reference: FaceReferenceKind;
  /** Of the profile; what it is made of is not kept. */
  profile_key: string | null;
  /** The one in `login_hint`. */
  email: string | null;
  /** The relying party's, which the proof is bound to. */
  rp_state: string | null;
  /** The photo in `login_hint`, until the login is decided. */
  photo: Uint8Array | null;
  state: FaceLoginState;
  /** The face as it was captured, until the claims have been read. */
  portrait: Uint8Array | null;
  scenario: Json<Scenario | null>;
  created_at: Date;
  verified_at: Date | null;
  /** Then all of it is erased. */
  expires_at: Date;
}

/** A photo of a pushed request, until the browser comes with it. */
export interface FacePhotoTable {
  id: string;
  client_id: string;
  bytes: Uint8Array;
  expires_at: Date;
}

/** A face that a relying party's identifier is compared with. */
export interface FaceProfileTable {
  client_id: string;
  /** A keyed digest of the identifier: who it is cannot be read from it. */
  profile_key: string;
  bytes: Uint8Array;
  enrolled_at: Date;
  used_at: Date;
}

export interface FaceTables {
  oidc_artefact: OidcArtefactTable;
  oidc_key: OidcKeyTable;
  face_login: FaceLoginTable;
  face_photo: FacePhotoTable;
  face_profile: FaceProfileTable;
}
