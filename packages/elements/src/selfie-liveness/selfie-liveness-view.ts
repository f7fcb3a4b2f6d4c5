import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { SelfieActionId, SelfieScreen, SelfieView } from './selfie-view-model.ts';
import { cameraSelectView, cameraView } from './views/camera-view.ts';
import { iconView } from './views/icon-view.ts';
import { panelView } from './views/panel-view.ts';

export interface SelfieViewHandlers {
  readonly onAction: (id: SelfieActionId) => void;
  readonly onCamera: (deviceId: string) => void;
}

/** Screens whose panel a page may replace through a slot of the same name. */
const SLOTS: Readonly<Record<SelfieScreen, string | null>> = {
  start: 'intro',
  consent: 'consent',
  permission: 'permission',
  loading: null,
  camera: null,
  captured: null,
  submitting: null,
  processing: 'processing',
  passed: 'passed',
  failed: 'failed',
  'permission-denied': 'permission-denied',
  'no-camera': 'no-camera',
  'camera-in-use': 'camera-in-use',
  error: 'error',
  unsupported: 'unsupported',
  cancelled: 'cancelled',
};

/** The whole element: header, the screen, footer. */
export function selfieLivenessView(view: SelfieView, { onAction, onCamera }: SelfieViewHandlers): TemplateResult {
  const slot = SLOTS[view.screen];
  const panel = view.camera === null ? panelView(view, onAction) : cameraView(view, view.camera, onAction);
  return html`<div
    class="root"
    part="root"
    role="group"
    aria-label=${view.label}
    lang=${view.lang}
    data-screen=${view.screen}
  >
    <header class="header">
      <slot name="logo"></slot>
      <slot name="header"></slot>
      ${view.camera?.cameras ? cameraSelectView(view.camera.cameras, onCamera) : nothing}
      <button
        type="button"
        class="close"
        part="button close"
        data-action=${view.close.id}
        aria-label=${view.close.label}
        @click=${() => onAction(view.close.id)}
      >
        ${iconView('close')}
      </button>
    </header>
    ${view.banner === null ? nothing : html`<p class="banner" part="banner" role="status">${iconView('offline')}${view.banner}</p>`}
    <div class="screen">${keyed(view.screen, slot === null ? panel : html`<slot name=${slot}>${panel}</slot>`)}</div>
    <slot name="footer"></slot>
  </div>`;
}
