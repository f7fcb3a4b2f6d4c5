import type { Depiction, IdentityCapture, IdentitySnapshot } from '@bonafide/browser-core/identity';
import { formatMessage, formatPercent } from '../messages/format-message.ts';
import type { ResolvedIdentityMessages } from '../messages/identity-texts.ts';
import type { IdentityAction, IdentityPictureView, IdentitySendingView } from './identity-view-model.ts';
import type { IdentityViewOptions } from './identity-view-options.ts';

/** The pictures of the document, to be kept or taken again. */
export function presentPictures(
  { captures, documentType }: IdentitySnapshot,
  messages: ResolvedIdentityMessages,
): readonly IdentityPictureView[] {
  return captures
    .filter(({ depiction }) => depiction !== 'SELFIE')
    .map(({ depiction, held, problems }) => ({
      depiction,
      label: labelOf(depiction, documentType, messages),
      sent: held ? null : messages.sending.sent,
      warning: problems.length === 0 ? null : messages.hardToRead,
      retake: retakeOf(depiction, documentType, messages),
    }));
}

/** A passport has no front to be told from a back. */
function labelOf(
  depiction: Depiction,
  documentType: IdentitySnapshot['documentType'],
  { pictures, documents }: ResolvedIdentityMessages,
): string {
  return documentType === 'passport' && depiction === 'FRONT' ? documents.passport.body : pictures[depiction];
}

function retakeOf(
  depiction: Depiction,
  documentType: IdentitySnapshot['documentType'],
  { actions }: ResolvedIdentityMessages,
): IdentityAction | null {
  if (depiction === 'FRONT') {
    const label = documentType === 'passport' ? actions.recapture : actions.retakeFront;
    return { id: 'retake-front', label, kind: 'secondary' };
  }
  return depiction === 'BACK' ? { id: 'retake-back', label: actions.retakeBack, kind: 'secondary' } : null;
}

/** Each picture on its way. */
export function presentSending(
  { captures, documentType }: IdentitySnapshot,
  { sending }: IdentityViewOptions,
  messages: ResolvedIdentityMessages,
): readonly IdentitySendingView[] {
  return captures.map((capture) => {
    const share = capture.sent ? 1 : (sending[capture.depiction] ?? 0);
    return {
      depiction: capture.depiction,
      label: labelOf(capture.depiction, documentType, messages),
      share,
      ...stateOf(capture, share, messages),
    };
  });
}

function stateOf(
  { sent }: IdentityCapture,
  share: number,
  { sending, lang }: ResolvedIdentityMessages,
): Pick<IdentitySendingView, 'state' | 'text'> {
  if (sent) return { state: 'sent', text: sending.sent };
  if (share === 0) return { state: 'waiting', text: sending.waiting };
  return { state: 'on-its-way', text: formatMessage(sending.onItsWay, { percent: formatPercent(lang, share) }) };
}
