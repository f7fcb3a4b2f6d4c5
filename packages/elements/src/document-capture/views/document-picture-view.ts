import { html, nothing, type TemplateResult } from 'lit';
import { iconView } from '../../shell/views/icon-view.ts';
import type { DocumentPictureView } from '../document-view-model.ts';
import { DOCUMENT_ICONS } from './document-icons.ts';

/** The picture that was taken, and what is wrong with it. */
export function documentPictureView(
  { label, warning, problems }: DocumentPictureView,
  url: string | null,
): TemplateResult {
  return html`<figure class="picture" part="picture">
      ${url === null ? nothing : html`<img src=${url} alt=${label} />`}
    </figure>
    ${
      problems.length === 0
        ? nothing
        : html`<div class="problems" part="problems">
            ${iconView(DOCUMENT_ICONS.alert)}
            <div>
              ${warning === null ? nothing : html`<p class="point-title">${warning}</p>`}
              ${problems.map((problem) => html`<p>${problem}</p>`)}
            </div>
          </div>`
    }`;
}
