import { FACE_AUTH_SCOPES, type FaceAuthScope, readLoginHint } from '@bonafide/contracts/face-oidc';
import type { IncomingMessage } from 'node:http';
import { errors } from 'oidc-provider';
import { dateOf } from '../clock.ts';
import type { FaceLoginRow } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { SandboxClient } from '../sandbox-options.ts';
import { takeArmedScenario } from '../scenarios/fault-store.ts';
import { heldIdOf, redeemPhoto } from './held-photo.ts';
import { LOGIN_SECONDS, RETURN_SECONDS } from './lifetimes.ts';
import { readPhotoHint } from './reference-photo.ts';
import { profileKeyOf } from './tenant-keys.ts';

export interface FaceLoginRequest {
  readonly client: SandboxClient;
  readonly issuer: string;
  readonly channel: FaceLoginRow['channel'];
  readonly requestId: string;
  /** Space-separated, as it was asked for. */
  readonly scope: string;
  readonly loginHint: string | undefined;
  readonly state: string | undefined;
  /** That brought the hint. */
  readonly request: IncomingMessage;
}

type Reference = Pick<FaceLoginRow, 'reference' | 'profile_key' | 'email' | 'photo'>;

const NOTHING: Reference = { reference: 'liveness', profile_key: null, email: null, photo: null };

/** As forms of browsers have it (HTML, "valid e-mail address"), so far as it tells an address from another identifier. */
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/**
 * Begins a login.
 * @throws {errors.OIDCProviderError} when the scope or the hint says nothing that can be done
 */
export async function openFaceLogin(
  gateway: Gateway,
  secret: Uint8Array,
  asked: FaceLoginRequest,
): Promise<FaceLoginRow> {
  const { clock, db } = gateway;
  const { client, issuer, channel, requestId } = asked;
  const scope = scopeOf(asked);
  const reference = await referenceOf(gateway, secret, asked);
  return db.transaction().execute(async (trx) => {
    const scenario = await takeArmedScenario(trx, client.clientId, 'face-oidc');
    return trx
      .insertInto('face_login')
      .values({
        id: crypto.randomUUID(),
        client_id: client.clientId,
        issuer,
        channel,
        request_id: requestId,
        scope,
        ...reference,
        photo: reference.photo === null ? null : Buffer.from(reference.photo),
        rp_state: asked.state ?? null,
        state: 'open',
        portrait: null,
        scenario: scenario === null ? null : JSON.stringify(scenario),
        created_at: dateOf(clock),
        verified_at: null,
        expires_at: dateOf(clock, (LOGIN_SECONDS + RETURN_SECONDS) * 1_000),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  });
}

/** One of the four: the request's, or the one that is configured for the client. */
function scopeOf({ scope, client }: FaceLoginRequest): FaceAuthScope {
  const words = scope.split(' ');
  const [first, ...others] = FACE_AUTH_SCOPES.filter((word) => words.includes(word));
  if (others.length > 0) throw new errors.InvalidScope('more than one scope of the face check', scope);
  const found = first ?? client.faceOidc?.scope;
  if (found === undefined) throw new errors.InvalidScope('no scope of the face check', scope);
  return found;
}

async function referenceOf(
  gateway: Gateway,
  secret: Uint8Array,
  { client: { clientId }, loginHint, request }: FaceLoginRequest,
): Promise<Reference> {
  const heldId = heldIdOf(loginHint ?? '');
  if (heldId !== null) {
    const photo = await redeemPhoto(gateway, request, clientId, heldId);
    if (photo === null) throw new errors.InvalidRequest('login_hint has no photo that can be used');
    return { ...NOTHING, reference: 'photo', photo };
  }
  const read = readLoginHint(loginHint);
  if (read === null) throw new errors.InvalidRequest('login_hint has no photo that can be used');
  if (read.mode === 'liveness') return NOTHING;
  if (read.mode === 'photo') {
    const photo = await readPhotoHint(loginHint ?? '');
    if (typeof photo === 'string') throw new errors.InvalidRequest('login_hint has no photo that can be used');
    return { ...NOTHING, reference: 'photo', photo };
  }
  const { identifier } = read;
  return {
    ...NOTHING,
    reference: 'profile',
    profile_key: profileKeyOf(secret, clientId, identifier),
    email: EMAIL.test(identifier) ? identifier : null,
  };
}
