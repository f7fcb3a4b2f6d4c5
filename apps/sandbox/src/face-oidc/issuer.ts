import type { Context } from 'hono';
import type { Gateway } from '../gateway/gateway.ts';
import { originOf } from '../gateway/origin-of.ts';

/** Where the bridge lies. The vendor has one issuer for all; here each tenant has its own, and with it keys of its own. */
export const FACE_OIDC_PREFIX = '/face-oidc';

export function issuerOf(gateway: Pick<Gateway, 'settings'>, context: Context, clientId: string): string {
  return `${originOf(gateway, context)}${FACE_OIDC_PREFIX}/${encodeURIComponent(clientId)}`;
}
