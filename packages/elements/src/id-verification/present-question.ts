import type { IdentitySnapshot } from '@bonafide/browser-core/identity';
import type { ResolvedIdentityMessages } from '../messages/identity-texts.ts';
import { panelAction } from '../shell/panel-action.ts';
import type { IdentityQuestion, IdentityStopView } from './identity-view-model.ts';

/** What is asked once more. What changes nothing comes first; a question about a phone that is done has answered itself. */
export function presentQuestion(
  question: IdentityQuestion | null,
  snapshot: IdentitySnapshot,
  { stop, handover, actions }: ResolvedIdentityMessages,
): IdentityStopView | null {
  if (question === null) return null;
  if (question === 'stop') {
    const going = panelAction('go-on', actions.goOn);
    return { ...stop, actions: [going, panelAction('cancel', actions.cancel, 'secondary')] };
  }
  if (!isPhoneAtIt(snapshot)) return null;
  const taking =
    question === 'new-link'
      ? panelAction('hand-over', actions.newLink, 'secondary')
      : panelAction('back', actions.stayHere, 'secondary');
  return { ...handover.takeBack, actions: [panelAction('go-on', actions.keepPhone), taking] };
}

/** Whether somebody is in the middle of it on a phone, who would be interrupted. */
export function isPhoneAtIt({ phase, handover }: Pick<IdentitySnapshot, 'phase' | 'handover'>): boolean {
  return phase === 'handover' && handover?.state === 'connected';
}
