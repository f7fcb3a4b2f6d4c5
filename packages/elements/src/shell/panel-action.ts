import type { PanelAction } from './panel.ts';

export function panelAction<ActionId extends string>(
  id: ActionId,
  label: string,
  kind: PanelAction<ActionId>['kind'] = 'primary',
): PanelAction<ActionId> {
  return { id, label, kind };
}
