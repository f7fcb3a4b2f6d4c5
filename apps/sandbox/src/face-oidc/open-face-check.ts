import type { Transaction } from 'kysely';
import type { Database, FaceLoginRow } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { openHostedCheck } from '../hosted/open-hosted-check.ts';
import { LOGIN_SECONDS } from './lifetimes.ts';

/** Attempts before the login is denied. Source: documented. A scenario's own number goes before. */
const ATTEMPTS = 3;

/** The address at which the person shows their face for a login. Each call gives another and ends the one before. */
export async function openFaceCheck(
  trx: Transaction<Database>,
  gateway: Gateway,
  login: FaceLoginRow,
): Promise<string> {
  const { client_id: clientId, id, created_at, issuer, scenario } = login;
  const { launchUrl } = await openHostedCheck(trx, gateway, new URL(issuer).origin, {
    system: 'face-oidc',
    clientId,
    ownerRef: id,
    kind: 'selfie',
    expiresAt: new Date(created_at.getTime() + LOGIN_SECONDS * 1_000),
    // By it the checks of one profile are found when it is to be erased, after their logins are gone.
    correlationId: login.profile_key ?? id,
    attemptsAllowed: ATTEMPTS,
    title: gateway.settings.clients.get(clientId)?.faceOidc?.name ?? clientId,
    scenario,
  });
  return launchUrl;
}
