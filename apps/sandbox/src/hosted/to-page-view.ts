import * as z from 'zod';
import type { HostedCheckRow } from '../database/schema.ts';
import type { HostedDevice } from './hosted-session.ts';

/** What the page knows of its check beside the pictures. The decision is the partner's server's to read. */
export const hostedCheckView = z.object({
  checkId: z.string(),
  kind: z.enum(['selfie', 'document', 'identity']),
  state: z.enum(['open', 'processing', 'concluded', 'cancelled', 'expired']),
  /** Whether the page has begun: after a reload it goes on. */
  isBegun: z.boolean(),
  /** As the person chose. */
  documentType: z.string().nullable(),
  issuingCountry: z.string().nullable(),
  title: z.string().nullable(),
  locale: z.string().nullable(),
  theme: z.enum(['light', 'dark', 'system']),
  expiresAt: z.iso.datetime(),
  /** By this server's clock; the page's own may be wrong. */
  secondsLeft: z.int().min(0),
  attempts: z.object({ used: z.int().min(0), max: z.int().min(0) }),
  /** Where the browser goes when it is over; null: nowhere, the window can be closed. A phone goes nowhere. */
  redirectUrl: z.string().nullable(),
  /** Whether a phone has it, and pictures come from there. */
  isOnPhone: z.boolean(),
});

/** @param device Who is told. */
export function toPageView(
  check: HostedCheckRow,
  nowMs: number,
  { device, isOnPhone }: { readonly device: HostedDevice; readonly isOnPhone: boolean },
): z.input<typeof hostedCheckView> {
  return {
    checkId: check.id,
    kind: check.kind,
    state: check.state,
    isBegun: check.document_type !== null || check.attempts_used > 0,
    documentType: check.document_type,
    issuingCountry: check.issuing_country,
    title: check.title,
    locale: check.locale,
    theme: check.theme,
    expiresAt: check.expires_at.toISOString(),
    secondsLeft: Math.max(0, Math.floor((check.expires_at.getTime() - nowMs) / 1000)),
    attempts: { used: check.attempts_used, max: check.attempts_allowed },
    redirectUrl: device === 'phone' ? null : check.redirect_url,
    isOnPhone,
  };
}
