import type { IdentitySnapshot } from '@bonafide/browser-core/identity';
import type { ResolvedIdentityMessages } from '../messages/identity-texts.ts';
import type { IdentityHandoverView } from './identity-view-model.ts';
import type { IdentityViewOptions } from './identity-view-options.ts';

/** The way to a phone: code to scan, link to copy, number to compare. */
export function presentHandover(
  { handover }: IdentitySnapshot,
  { handoverMethods, copied }: IdentityViewOptions,
  messages: ResolvedIdentityMessages,
): IdentityHandoverView {
  const isShown = handover?.state === 'shown';
  const url = isShown ? handover.url : null;
  const hasLink = url !== null && handoverMethods.includes('link');
  const { code } = handover ?? { code: null };
  return {
    url,
    qrLabel: messages.handover.qr,
    showQr: url !== null && handoverMethods.includes('qr'),
    steps: isShown ? messages.handover.steps : [],
    copy: hasLink
      ? { id: 'copy-link', label: copied ? messages.handover.copied : messages.actions.copyLink, kind: 'secondary' }
      : null,
    code:
      code !== null && (isShown || handover?.state === 'joined' || handover?.state === 'connected')
        ? { label: messages.handover.code, value: code, hint: messages.handover.codeHint }
        : null,
  };
}
