import { html, type TemplateResult } from 'lit';
import { actionView } from '../../shell/views/action-view.ts';
import type { IdentityActionId, IdentityStopView } from '../identity-view-model.ts';

/** The question whether to stop: modal, so that nothing behind it can be pressed meanwhile. */
export function stopView(
  { title, body, actions }: IdentityStopView,
  onAction: (id: IdentityActionId) => void,
): TemplateResult {
  return html`<dialog class="stop" part="stop" aria-labelledby="stop-title" aria-describedby="stop-body">
    <h2 id="stop-title" class="title">${title}</h2>
    <p id="stop-body" class="body">${body}</p>
    <div class="stop-actions">${actions.map((action) => actionView(action, onAction))}</div>
  </dialog>`;
}
