import type { Transaction } from 'kysely';
import { type Clock, dateOf } from '../clock.ts';
import type { Database, FaceLoginRow } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { FaceLoginEnd } from './face-login-words.ts';
import { LOGIN_SECONDS, RETURN_SECONDS } from './lifetimes.ts';

/** How a login ended. */
export interface FaceLoginEnding {
  readonly end: FaceLoginEnd;
  /** The face that passed, as it was captured; null where a scenario decided. */
  readonly selfie: Uint8Array | null;
  /** Whether it was compared with another picture. */
  readonly wasCompared: boolean;
}

/**
 * Decides a login; one that is decided stays as it is. The first face that passes for an identifier becomes its profile. Two
 * first faces at once are not one person by any comparison, so the later one is denied.
 */
export async function endFaceLogin(
  trx: Transaction<Database>,
  gateway: Gateway,
  loginId: string,
  { end, selfie, wasCompared }: FaceLoginEnding,
): Promise<FaceLoginRow> {
  const { clock, log, queue } = gateway;
  const login = await trx
    .selectFrom('face_login')
    .selectAll()
    .where('id', '=', loginId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (login.state !== 'open') return login;
  const isTaken =
    end === 'passed' && selfie !== null && !(await keepProfile(trx, gateway, login, selfie)) && !wasCompared;
  const state = isTaken ? 'denied' : end;
  const ended = await trx
    .updateTable('face_login')
    .set({
      state,
      photo: null,
      portrait: state === 'passed' && selfie !== null ? Buffer.from(selfie) : null,
      verified_at: state === 'passed' ? dateOf(clock) : null,
      expires_at: endOf(login, clock),
    })
    .where('id', '=', loginId)
    .returningAll()
    .executeTakeFirstOrThrow();
  if (login.channel === 'backchannel') await queue.send(trx, 'finish-backchannel-login', { loginId });
  log.info('face-login-ended', {
    clientId: login.client_id,
    loginId,
    channel: login.channel,
    scope: login.scope,
    reference: login.reference,
    state,
    scripted: selfie === null && login.scenario !== null,
  });
  return ended;
}

/** The way back must still be open; a client that asks may do so for as long as its request lives. */
function endOf({ channel, created_at }: FaceLoginRow, clock: Clock): Date {
  if (channel === 'browser') return dateOf(clock, RETURN_SECONDS * 1_000);
  return new Date(created_at.getTime() + (LOGIN_SECONDS + RETURN_SECONDS) * 1_000);
}

/** Keeps the first face that passes for an identifier. False where there was one already. */
async function keepProfile(
  trx: Transaction<Database>,
  { clock }: Gateway,
  { client_id, profile_key }: FaceLoginRow,
  selfie: Uint8Array,
): Promise<boolean> {
  if (profile_key === null) return true;
  const now = dateOf(clock);
  const enrolled = await trx
    .insertInto('face_profile')
    .values({ client_id, profile_key, bytes: Buffer.from(selfie), enrolled_at: now, used_at: now })
    .onConflict((conflict) => conflict.columns(['client_id', 'profile_key']).doNothing())
    .returning('profile_key')
    .executeTakeFirst();
  if (enrolled !== undefined) return true;
  await trx
    .updateTable('face_profile')
    .set({ used_at: now })
    .where('client_id', '=', client_id)
    .where('profile_key', '=', profile_key)
    .execute();
  return false;
}
