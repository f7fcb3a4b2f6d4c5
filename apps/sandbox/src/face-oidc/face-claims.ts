import { FACE_CLAIMS, type FacePresent } from '@bonafide/contracts/face-oidc';
import type { Account, ClaimsParameterMember } from 'oidc-provider';
import type { FaceLoginRow } from '../database/schema.ts';

/** By scope; the four of the check give the same. All other claims are ignored, whoever asks for them. Source: documented. */
export const CLAIMS_OF_CHECK = [FACE_CLAIMS.facePresent, FACE_CLAIMS.portrait, FACE_CLAIMS.email] as const;

/**
 * What a login says of the person. The portrait is told by userinfo, and in the id token only to who asked for it there
 * by `claims`: a relying party may send that token on in an address (`id_token_hint`), where no picture fits or belongs.
 */
export function toAccount(login: FaceLoginRow, portraitOf: () => Promise<string | null>): Account {
  return {
    accountId: login.id,
    async claims(use, _scope, asked) {
      const wantsPortrait = use !== 'id_token' || isAskedFor(asked, FACE_CLAIMS.portrait);
      const portrait = wantsPortrait ? await portraitOf() : null;
      return {
        sub: login.id,
        [FACE_CLAIMS.facePresent]: toFacePresent(login),
        ...(portrait === null ? {} : { [FACE_CLAIMS.portrait]: portrait }),
        ...(login.email === null ? {} : { [FACE_CLAIMS.email]: login.email }),
      };
    },
  };
}

function isAskedFor(asked: Readonly<Record<string, null | ClaimsParameterMember>>, name: string): boolean {
  return Object.hasOwn(asked, name);
}

/** Method, server, time and state are documented, their keys are not: these are ours. */
function toFacePresent({ scope, issuer, verified_at, rp_state }: FaceLoginRow): FacePresent {
  return {
    method: methodOf(scope),
    server: new URL(issuer).host,
    time: (verified_at ?? new Date(0)).toISOString(),
    ...(rp_state === null ? {} : { state: rp_state }),
  };
}

/** `dynamic` is answered by coloured light, `express` is passive. */
export function methodOf(scope: FaceLoginRow['scope']): 'dynamic' | 'express' {
  return scope.startsWith('faceauth_dynamic') ? 'dynamic' : 'express';
}
