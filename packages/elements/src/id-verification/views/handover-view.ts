import { html, nothing, type TemplateResult } from 'lit';
import { actionView } from '../../shell/views/action-view.ts';
import type { IdentityActionId, IdentityHandoverView } from '../identity-view-model.ts';
import { qrView } from './qr-view.ts';

/** The way to a phone: a code to scan, a link to copy, and the number that both screens show. */
export function handoverView(
  { url, qrLabel, showQr, steps, copy, code }: IdentityHandoverView,
  onAction: (id: IdentityActionId) => void,
): TemplateResult {
  return html`<div class="handover">
    ${showQr && url !== null ? qrView(url, qrLabel) : nothing} ${copy === null ? nothing : actionView(copy, onAction)}
    <div class="handover-text">
      ${
        steps.length === 0
          ? nothing
          : html`<ol class="steps">
              ${steps.map((step) => html`<li>${step}</li>`)}
            </ol>`
      }
      ${
        code === null
          ? nothing
          : html`<p class="code" part="code">
              <span class="code-label">${code.label}</span><strong>${code.value}</strong
              ><span class="code-label">${code.hint}</span>
            </p>`
      }
    </div>
  </div>`;
}
