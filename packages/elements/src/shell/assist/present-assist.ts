import type { AssistMessages } from '../../messages/messages.ts';
import { panelAction } from '../panel-action.ts';
import type { PanelAssist, PanelSwitch } from '../panel.ts';
import { AIDS, aidsOf, isAssistOffered, withAid, type Aid } from './aids.ts';

/** What a view says of the aids. */
export interface AssistView {
  /** In the header of every screen; null where the page does not want it. */
  readonly assist: PanelSwitch<'assist'> | null;
  readonly largeText: boolean;
}

/** The switch that a person finds on every screen. */
export function presentAssist(setting: string | boolean, { assist }: { readonly assist: AssistMessages }): AssistView {
  const aids = aidsOf(setting);
  return {
    assist: isAssistOffered(setting)
      ? { ...panelAction('assist', assist.toggle, 'secondary'), pressed: aids.length > 0 }
      : null,
    largeText: aids.includes('large-text'),
  };
}

/** What is told once it is on, on screens that wait to be read; null elsewhere. */
export function presentAssistNote(
  setting: string | boolean,
  { assist }: { readonly assist: AssistMessages },
): PanelAssist | null {
  const aids = aidsOf(setting);
  if (aids.length === 0 || !isAssistOffered(setting)) return null;
  return {
    text: isAllBut('speech', aids) ? assist.on : null,
    voice: { ...panelAction('assist-voice', assist.voice, 'secondary'), pressed: aids.includes('speech') },
    voiceHint: assist.voiceHint,
  };
}

function isAllBut(one: Aid, aids: readonly Aid[]): boolean {
  return withAid(aids, one, true).length === AIDS.length;
}
