import { html } from 'lit';
import type { DirectiveResult } from 'lit/directive.js';
import { keyed } from 'lit/directives/keyed.js';
import type { OnAction, PanelAction } from '../panel.ts';

/**
 * One button of a panel. Another action is another element: one that changes its colours on the way from the first to the
 * second would show the text of the one on the ground of the other.
 */
export function actionView<ActionId extends string>(
  { id, label, kind }: PanelAction<ActionId>,
  onAction: OnAction<ActionId>,
): DirectiveResult {
  return keyed(
    `${id} ${kind}`,
    html`<button
      type="button"
      class="button"
      part="button button-${kind}"
      data-kind=${kind}
      data-action=${id}
      @click=${({ isTrusted }: Event) => onAction(id, isTrusted)}
    >
      ${label}
    </button>`,
  );
}
