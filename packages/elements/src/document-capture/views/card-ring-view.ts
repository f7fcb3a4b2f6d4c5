import { html, type TemplateResult } from 'lit';
import { ringDash } from '../../shell/views/ring-dash.ts';
import { cardOutline } from './card-outline.ts';

const { viewBox, outline } = cardOutline('id-1');

/** The outline of a card around an emblem, with the progress drawn over it. */
export function cardRingView(progress: number | null): TemplateResult {
  return html`<svg class="ring" viewBox=${viewBox} aria-hidden="true" focusable="false">
    <path class="ring-track" d=${outline} pathLength="100" />
    <path class="ring-value" d=${outline} pathLength="100" stroke-dasharray=${ringDash(progress)} />
  </svg>`;
}
