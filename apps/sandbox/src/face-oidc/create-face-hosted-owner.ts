import type { FaceLoginRow } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { HostedEnding, HostedOwner } from '../hosted/hosted-owner.ts';
import { endFaceLogin, type FaceLoginEnding } from './end-face-login.ts';

/** What the bridge does while a person shows their face, and when that is over. */
export function createFaceHostedOwner(gateway: Gateway): HostedOwner {
  const { db } = gateway;
  return {
    async reference({ owner_ref }) {
      const login = await db.selectFrom('face_login').selectAll().where('id', '=', owner_ref).executeTakeFirst();
      const bytes = login === undefined ? null : await referenceOf(gateway, login);
      // The first face of an identifier has nothing to be compared with: it enrols.
      return bytes === null ? { outcome: 'none' } : { outcome: 'found', bytes };
    },
    async concluded(trx, { owner_ref }, ending) {
      const { channel, issuer, request_id } = await endFaceLogin(trx, gateway, owner_ref, toFaceEnding(ending));
      // A login by CIBA is told to the client by another way: the person's window has no place to go.
      return channel === 'browser' ? `${issuer}/interaction/${request_id}/return` : null;
    },
  };
}

async function referenceOf({ db }: Gateway, login: FaceLoginRow): Promise<Uint8Array | null> {
  if (login.reference === 'photo') return login.photo;
  if (login.profile_key === null) return null;
  const profile = await db
    .selectFrom('face_profile')
    .select('bytes')
    .where('client_id', '=', login.client_id)
    .where('profile_key', '=', login.profile_key)
    .executeTakeFirst();
  return profile?.bytes ?? null;
}

const NOBODY = { selfie: null, wasCompared: false } as const;

function toFaceEnding(ending: HostedEnding): FaceLoginEnding {
  if (ending.kind !== 'concluded') return { ...NOBODY, end: ending.kind };
  const { verdict, attempt } = ending;
  if (verdict.outcome === 'passed') {
    const wasCompared = attempt?.evidence?.reference === 'used';
    return { end: 'passed', selfie: attempt?.pictures.get('selfie')?.bytes ?? null, wasCompared };
  }
  // Three pictures that could not be judged are three failed attempts; a failure of ours is none of the person's.
  return { ...NOBODY, end: verdict.cause === 'technical' ? 'failed' : 'denied' };
}
