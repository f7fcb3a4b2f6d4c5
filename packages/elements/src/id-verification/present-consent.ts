import type { IdentitySnapshot } from '@bonafide/browser-core/identity';
import { formatMessage } from '../messages/format-message.ts';
import type { ResolvedIdentityMessages } from '../messages/identity-texts.ts';
import type { IdentityConsentView } from './identity-view-model.ts';
import type { IdentityViewOptions } from './identity-view-options.ts';

/** What is agreed to: the release where the law asks for one, and what can be read before. */
export function presentConsent(
  { consent }: IdentitySnapshot,
  { recipient }: IdentityViewOptions,
  messages: ResolvedIdentityMessages,
): IdentityConsentView {
  const { release, policies, version } = messages.consent;
  const links = consent?.documents ?? [];
  return {
    release:
      consent?.kind === 'biometric-us'
        ? { title: release.title, body: formatMessage(release.body, { recipient }) }
        : null,
    policies: links.length === 0 ? null : policies,
    links,
    version: formatMessage(version, { version: consent?.version ?? '1' }),
  };
}
