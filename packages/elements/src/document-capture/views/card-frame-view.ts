import { html, type TemplateResult } from 'lit';
import { ringDash } from '../../shell/views/ring-dash.ts';
import type { DocumentFrame } from '../document-view-model.ts';
import { cardGhostView } from './card-ghost-view.ts';
import { cardOutline } from './card-outline.ts';

/** The frame over the video: outline with progress, corner marks, and the layout until the document is found. */
export function cardFrameView(frame: DocumentFrame, progress: number | null): TemplateResult {
  const { viewBox, outline, corners } = cardOutline(frame.format);
  return html`<div class="card" part="frame">
    ${cardGhostView(frame)}
    <svg class="ring" part="frame-progress" viewBox=${viewBox} aria-hidden="true" focusable="false">
      <path class="ring-track" d=${outline} pathLength="100" />
      <path class="ring-corners" d=${corners} />
      <path class="ring-value" d=${outline} pathLength="100" stroke-dasharray=${ringDash(progress)} />
    </svg>
  </div>`;
}
