import { html, nothing, type TemplateResult } from 'lit';
import type { IdentityConsentView } from '../identity-view-model.ts';

/** What is agreed to, and where it can be read. Links open beside the check, so that nothing is lost. */
export function consentView({ release, policies, links, version }: IdentityConsentView): TemplateResult {
  return html`${
      release === null
        ? nothing
        : html`<div class="release" part="release">
            <p class="point-title">${release.title}</p>
            <p class="point-body">${release.body}</p>
          </div>`
    }
    <div class="policies">
      ${policies === null ? nothing : html`<p>${policies}</p>`}
      ${
        links.length === 0
          ? nothing
          : html`<ul>
              ${links.map(
                ({ title, url }) =>
                  html`<li><a href=${url} target="_blank" rel="noopener noreferrer">${title}</a></li>`,
              )}
            </ul>`
      }
      <p class="version">${version}</p>
    </div>`;
}
