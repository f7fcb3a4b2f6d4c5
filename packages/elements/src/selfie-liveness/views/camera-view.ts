import type { OnAction } from '../../shell/panel.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { actionView } from '../../shell/views/action-view.ts';
import { hintView, shutterView, videoView } from '../../shell/views/camera-parts-view.ts';
import type { SelfieActionId, SelfieCameraView, SelfieView } from '../selfie-view-model.ts';
import { ringView } from './ring-view.ts';
import { SELFIE_ICONS } from './selfie-icons.ts';

/** The live picture with the oval, one hint, and the shutter once it is offered. */
export function cameraView(
  view: SelfieView,
  camera: SelfieCameraView,
  onAction: OnAction<SelfieActionId>,
): TemplateResult {
  return html`<section
    class="stage"
    part="stage"
    data-oval=${camera.oval}
    data-light=${lightState(camera)}
    aria-labelledby="title"
  >
    <h2 id="title" class="visually-hidden" tabindex="-1">${view.title}</h2>
    ${videoView(camera.mirrored)}
    <div class="scrim"></div>
    <div class="light" part="light"></div>
    <div class="oval-room"></div>
    <div class="oval" part="oval">${ringView(view.progress)}</div>
    <div class="hint-row">
      <slot name="guidance">${camera.hint === null ? nothing : hintView(camera.hint, SELFIE_ICONS)}</slot>
    </div>
    <div class="shutter-row">
      <p class="stage-note">${camera.shutter === null ? view.body : camera.shutter.note}</p>
      ${camera.shutter === null ? nothing : shutterView(camera.shutter, onAction)}
      ${camera.skipLight === null ? nothing : actionView(camera.skipLight, onAction)}
    </div>
  </section>`;
}

function lightState({ light }: SelfieCameraView): string | typeof nothing {
  if (light === null) return nothing;
  return light.colour === null ? 'planned' : 'on';
}
