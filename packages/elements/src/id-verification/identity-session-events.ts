import type { IdentitySession } from '@bonafide/browser-core/identity';
import type { IdVerificationEventDetails, IdVerificationEventType } from './id-verification-events.ts';

/** Sends one of the element's events. */
export type FireIdentityEvent = <K extends IdVerificationEventType>(
  type: K,
  detail: IdVerificationEventDetails[K],
) => void;

/** The element's events that are what the session says, beside its snapshots; returns the ways to stop. */
export function relayIdentityEvents(
  session: IdentitySession,
  fire: FireIdentityEvent,
  { exposesMedia }: { readonly exposesMedia: () => boolean },
): readonly (() => void)[] {
  return [
    session.on('step', (detail) => fire('idv-step', detail)),
    session.on('consent', (detail) => fire('idv-consent', detail)),
    session.on('select', ({ documentType, country }) => fire('idv-document-select', { type: documentType, country })),
    session.on('capture', (detail) => {
      const image = exposesMedia() ? session.picture(detail.depiction) : null;
      fire('idv-capture', image === null ? detail : { ...detail, image });
    }),
    session.on('review', (detail) => fire('idv-review', detail)),
    session.on('upload', (detail) => fire('idv-upload', detail)),
    session.on('handover', (detail) => fire('idv-handover', detail)),
    session.on('recapture', (detail) => fire('idv-recapture', detail)),
    session.on('telemetry', (record) => fire('idv-telemetry', record)),
  ];
}
