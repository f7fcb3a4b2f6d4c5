import { html, type TemplateResult } from 'lit';
import { DOCUMENT_ICONS } from '../../document-capture/views/document-icons.ts';
import { iconView } from '../../shell/views/icon-view.ts';
import type { IdentitySendingView } from '../identity-view-model.ts';

const ICONS = { FRONT: 'card', BACK: 'card-back', SELFIE: 'person' } as const;

/** How far each picture is. The bars are there to be asked for, and are not announced. */
export function sendingView(pictures: readonly IdentitySendingView[]): TemplateResult {
  return html`<ul class="sending" part="sending">
    ${pictures.map(
      ({ depiction, label, state, text, share }) =>
        html`<li data-state=${state}>
          <span class="point-icon">${iconView(DOCUMENT_ICONS[state === 'sent' ? 'check' : ICONS[depiction]])}</span>
          <span class="sending-text"
            ><span class="point-title">${label}</span><span class="point-body">${text}</span></span
          >
          <progress max="1" .value=${share} aria-label=${label}></progress>
        </li>`,
    )}
  </ul>`;
}
