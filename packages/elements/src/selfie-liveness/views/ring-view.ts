import { html, type TemplateResult } from 'lit';
import { ringDash } from '../../shell/views/ring-dash.ts';

/** From the top clockwise, so that progress starts where the eye does. In units of the 75 × 100 view box. */
const OVAL = 'M37.5 1.5A36 48.5 0 0 1 37.5 98.5A36 48.5 0 0 1 37.5 1.5Z';

/** The oval's line with the progress drawn over it. */
export function ringView(progress: number | null): TemplateResult {
  return html`<svg class="ring" part="oval-progress" viewBox="0 0 75 100" aria-hidden="true" focusable="false">
    <path class="ring-track" d=${OVAL} pathLength="100" />
    <path class="ring-value" d=${OVAL} pathLength="100" stroke-dasharray=${ringDash(progress)} />
  </svg>`;
}
