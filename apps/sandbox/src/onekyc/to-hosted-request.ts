import type { FlowRow } from '../database/schema.ts';
import type { HostedCheckRequest } from '../hosted/open-hosted-check.ts';
import type { HostedKind, HostedTheme } from '../hosted/hosted-words.ts';

const KINDS: Readonly<Record<string, HostedKind>> = { KTP_SCAN: 'document', KYC_LITE: 'identity' };
const THEMES: Readonly<Record<string, HostedTheme>> = { DARK_MODE: 'dark', LIGHT_MODE: 'light' };
const LOCALES = { id_ID: 'id', en_ID: 'en' } as const;

/** What a flow whose screens are the hosted page's asks of the person. */
export function toHostedRequest(
  flow: FlowRow,
  wishes: { readonly theme: string; readonly locale: keyof typeof LOCALES; readonly expiresAt: Date },
): HostedCheckRequest {
  return {
    system: 'onekyc',
    clientId: flow.client_id,
    ownerRef: flow.id,
    correlationId: flow.partner_session_id,
    kind: KINDS[flow.flow] ?? 'selfie',
    documents: [{ documentType: 'ktp', sides: ['front'], issuingCountries: ['IDN'] }],
    attemptsAllowed: flow.attempts_allowed,
    expiresAt: wishes.expiresAt,
    theme: THEMES[wishes.theme] ?? 'system',
    locale: LOCALES[wishes.locale],
    scenario: flow.scenario,
  };
}
