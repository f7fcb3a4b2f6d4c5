import type { IdentitySnapshot } from '@bonafide/browser-core/identity';
import type { ResolvedIdentityMessages } from '../messages/identity-texts.ts';
import { panelAction } from '../shell/panel-action.ts';
import { wayOn } from '../shell/way-on.ts';
import type { IdentityViewOptions } from './identity-view-options.ts';
import type { IdentityAction, IdentityScreen } from './identity-view-model.ts';
import { isPhoneAtIt } from './present-question.ts';

/** The buttons of a screen, the one that goes on first. */
export function identityActions(
  screen: IdentityScreen,
  snapshot: IdentitySnapshot,
  options: IdentityViewOptions,
  { actions }: ResolvedIdentityMessages,
): readonly IdentityAction[] {
  const help = options.help ? [panelAction('help', actions.help, 'secondary')] : [];
  const phone = snapshot.canHandOver ? [panelAction('hand-over', actions.handOver, 'secondary')] : [];
  switch (screen) {
    case 'start':
      return [panelAction('start', actions.start)];
    case 'consent':
      return [panelAction('accept', actions.accept), panelAction('decline', actions.decline, 'secondary')];
    case 'select':
      return [panelAction('select', actions.next), ...phone];
    case 'flip':
      return [panelAction('next', actions.next)];
    case 'review':
      return [panelAction('keep', actions.send)];
    case 'recapture':
      return [panelAction('next', actions.recapture), ...phone, ...help];
    case 'handover':
      return handoverActions(snapshot, actions);
    case 'passed':
    case 'in-review':
      return options.resultScreen ? [panelAction('close', actions.done)] : [];
    case 'failed':
      return [wayOn({ canRetry: snapshot.failure?.retryable === true, failure: snapshot.failure }, actions), ...help];
    case 'expired':
    case 'cancelled':
      return [panelAction('start-over', actions.startOver)];
    case 'error':
      return [wayOn({ canRetry: snapshot.failure?.retryable === true, failure: snapshot.failure }, actions), ...help];
    case 'unsupported':
      return [
        snapshot.canHandOver ? panelAction('hand-over', actions.handOver) : panelAction('close', actions.close),
        ...help,
      ];
    default:
      return [];
  }
}

function handoverActions(
  { phase, handover, canGoBack, canHandOver }: IdentitySnapshot,
  actions: ResolvedIdentityMessages['actions'],
): readonly IdentityAction[] {
  // Whose phone it is comes before anything else: a stolen link is found out here.
  if (handover?.state === 'joined')
    return [
      panelAction('confirm-phone', actions.confirmPhone),
      panelAction('hand-over', actions.denyPhone, 'secondary'),
    ];
  // A phone that is at it is not interrupted by one press: the last one, on the button before, may have been a double one.
  const asks = isPhoneAtIt({ phase, handover });
  const isOver = handover?.state === 'expired' || handover?.state === 'left';
  const renew = canHandOver
    ? [panelAction(asks ? 'ask-new-link' : 'hand-over', actions.newLink, isOver ? 'primary' : 'secondary')]
    : [];
  return canGoBack ? [...renew, panelAction(asks ? 'ask-back' : 'back', actions.stayHere, 'secondary')] : renew;
}
