import { html, nothing, type TemplateResult } from 'lit';
import { hintView, shutterView, videoView } from '../../shell/views/camera-parts-view.ts';
import { iconView } from '../../shell/views/icon-view.ts';
import type { DocumentActionId, DocumentCameraView, DocumentControl, DocumentView } from '../document-view-model.ts';

import { cardFrameView } from './card-frame-view.ts';
import { DOCUMENT_ICONS } from './document-icons.ts';

/** The live picture with the frame, what was found in it, one hint, and the buttons under it. */
export function documentCameraView(
  view: DocumentView,
  camera: DocumentCameraView,
  onAction: (id: DocumentActionId) => void,
): TemplateResult {
  const { frame, shutter, hint, controls } = camera;
  return html`<section
    class="stage"
    part="stage"
    data-frame=${frame.state}
    data-format=${frame.format}
    aria-labelledby="title"
  >
    ${videoView(false)}
    <svg class="found" part="found" preserveAspectRatio="none" aria-hidden="true" focusable="false"><polygon /></svg>
    <div class="card-room"></div>
    ${cardFrameView(frame, view.progress)}
    <div class="above">
      <h2 id="title" class="stage-title" part="title" tabindex="-1">${view.title}</h2>
      <slot name="guidance">${hint === null ? nothing : hintView(hint, DOCUMENT_ICONS)}</slot>
    </div>
    <p class="below stage-note">${shutter === null ? view.body : shutter.note}</p>
    <div class="controls">
      ${controls.map((control) => controlView(control, onAction))}
      ${shutter === null ? nothing : shutterView(shutter, onAction)}
    </div>
  </section>`;
}

function controlView(
  { id, label, icon, pressed }: DocumentControl,
  onAction: (id: DocumentActionId) => void,
): TemplateResult {
  return html`<button
    type="button"
    class="control"
    part="button control"
    data-action=${id}
    aria-label=${label}
    aria-pressed=${pressed === null ? nothing : pressed}
    @click=${() => onAction(id)}
  >
    ${iconView(DOCUMENT_ICONS[icon])}<span class="control-text" aria-hidden="true">${label}</span>
  </button>`;
}
