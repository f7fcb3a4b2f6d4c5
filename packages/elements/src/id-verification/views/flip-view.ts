import { html, type TemplateResult } from 'lit';
import { cardGhostView } from '../../document-capture/views/card-ghost-view.ts';
import { cardOutline } from '../../document-capture/views/card-outline.ts';

const { viewBox, outline } = cardOutline('id-1');

/** A card that turns from its front to its back; where reduced motion is asked for, it shows the back and stays. */
export function flipView(): TemplateResult {
  return html`<div class="flip" aria-hidden="true">
    <div class="flip-card">
      <div class="flip-face" data-face="front">${faceView('card')}</div>
      <div class="flip-face" data-face="back">${faceView('lines')}</div>
    </div>
  </div>`;
}

function faceView(layout: 'card' | 'lines'): TemplateResult {
  return html`<svg viewBox=${viewBox} aria-hidden="true" focusable="false"><path d=${outline} /></svg>
    ${cardGhostView({ format: 'id-1', layout, state: 'searching' })}`;
}
