import type { SessionFailure } from '@bonafide/browser-core/session';
import { panelAction } from './panel-action.ts';
import type { PanelAction } from './panel.ts';

/** The one button that the registry's user action asks for. There is always one: nobody is left without a way on. */
export function wayOn(
  { canRetry, failure }: { readonly canRetry: boolean; readonly failure: SessionFailure | null },
  actions: Readonly<Record<'retry' | 'startOver' | 'close', string>>,
): PanelAction<'retry' | 'start-over' | 'close'> {
  if (canRetry) return panelAction('retry', actions.retry);
  return failure?.userAction === 'start-over'
    ? panelAction('start-over', actions.startOver)
    : panelAction('close', actions.close);
}
