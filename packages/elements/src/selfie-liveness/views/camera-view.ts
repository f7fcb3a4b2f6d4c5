import { html, nothing, type TemplateResult } from 'lit';
import type {
  SelfieActionId,
  SelfieCameraChoice,
  SelfieCameraView,
  SelfieHint,
  SelfieView,
} from '../selfie-view-model.ts';
import { iconView } from './icon-view.ts';
import { ringView } from './ring-view.ts';

/** The live picture with the oval, one hint, and the shutter once it is offered. */
export function cameraView(
  view: SelfieView,
  camera: SelfieCameraView,
  onAction: (id: SelfieActionId) => void,
): TemplateResult {
  return html`<section class="stage" part="stage" data-oval=${camera.oval} aria-labelledby="title">
    <h2 id="title" class="visually-hidden" tabindex="-1">${view.title}</h2>
    <video
      part="video"
      class="video"
      ?data-mirrored=${camera.mirrored}
      playsinline
      muted
      autoplay
      aria-hidden="true"
      tabindex="-1"
      disablepictureinpicture
    ></video>
    <div class="scrim"></div>
    <div class="oval-room"></div>
    <div class="oval" part="oval">${ringView(view.progress)}</div>
    <div class="hint-row">
      <slot name="guidance">${camera.hint === null ? nothing : hintView(camera.hint)}</slot>
    </div>
    <div class="shutter-row">
      ${
        camera.shutter === null
          ? html`<p class="stage-note">${view.body}</p>`
          : html`<p class="stage-note">${camera.shutter.note}</p>
              <slot name="manual-button"
                ><button
                  type="button"
                  class="shutter"
                  part="button shutter"
                  data-action="capture"
                  aria-label=${camera.shutter.action.label}
                  @click=${() => onAction('capture')}
                >
                  <span class="shutter-core"></span></button
              ></slot>`
      }
    </div>
  </section>`;
}

function hintView({ code, text, icon, tone }: SelfieHint): TemplateResult {
  return html`<p class="hint" part="hint" data-tone=${tone} data-code=${code}>
    ${iconView(icon, 'hint-icon')}<span>${text}</span>
  </p>`;
}

/** The list of cameras, for the header. */
export function cameraSelectView(choice: SelfieCameraChoice, onSelect: (id: string) => void): TemplateResult {
  return html`<label class="camera-select">
    <span class="visually-hidden">${choice.label}</span>
    ${iconView('camera')}
    <select
      part="camera-select"
      @change=${(event: Event) => onSelect((event.currentTarget as HTMLSelectElement).value)}
    >
      ${choice.options.map(
        ({ id, label }) => html`<option value=${id} ?selected=${id === choice.selectedId}>${label}</option>`,
      )}
    </select>
  </label>`;
}
