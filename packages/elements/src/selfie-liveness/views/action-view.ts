import { html, type TemplateResult } from 'lit';
import type { SelfieAction, SelfieActionId } from '../selfie-view-model.ts';

/** One button of a panel. */
export function actionView({ id, label, kind }: SelfieAction, onAction: (id: SelfieActionId) => void): TemplateResult {
  return html`<button
    type="button"
    class="button"
    part="button button-${kind}"
    data-kind=${kind}
    data-action=${id}
    @click=${() => onAction(id)}
  >
    ${label}
  </button>`;
}
