import type { Depiction } from '@bonafide/browser-core/identity';
import { html, nothing, type TemplateResult } from 'lit';
import { DOCUMENT_ICONS } from '../../document-capture/views/document-icons.ts';
import { actionView } from '../../shell/views/action-view.ts';
import { iconView } from '../../shell/views/icon-view.ts';
import type { IdentityActionId, IdentityPictureView } from '../identity-view-model.ts';

/** The pictures beside each other, each with the way to take it again. */
export function picturesView(
  pictures: readonly IdentityPictureView[],
  urlOf: (depiction: Depiction) => string | null,
  onAction: (id: IdentityActionId) => void,
): TemplateResult {
  return html`<ul class="pictures">
    ${pictures.map(({ depiction, label, sent, warning, retake }) => {
      const url = sent === null ? urlOf(depiction) : null;
      return html`<li>
        <figure class="picture" part="picture" data-depiction=${depiction}>
          ${url === null ? nothing : html`<img src=${url} alt=${label} />`}
          ${sent === null ? nothing : html`<p class="picture-sent">${iconView(DOCUMENT_ICONS.check)}${sent}</p>`}
        </figure>
        <div class="picture-caption">
          <p class="picture-label">
            <span>${label}</span>
            ${warning === null ? nothing : html`<span class="picture-warning">${iconView(DOCUMENT_ICONS.alert)}${warning}</span>`}
          </p>
          ${retake === null ? nothing : actionView(retake, onAction)}
        </div>
      </li>`;
    })}
  </ul>`;
}
