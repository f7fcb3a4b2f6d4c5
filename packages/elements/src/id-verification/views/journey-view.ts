import { html, type TemplateResult } from 'lit';
import type { IdentityProgressView } from '../identity-view-model.ts';

/** Where the person is in the whole: a line in parts along the top, and the same in words. */
export function journeyView({ text, states }: IdentityProgressView): TemplateResult {
  return html`<p class="journey" part="journey">${text}</p>
    <div class="journey-line" part="journey-line" aria-hidden="true">
      ${states.map((state) => html`<span data-state=${state}></span>`)}
    </div>`;
}
