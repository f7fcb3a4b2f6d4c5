import { html, type TemplateResult } from 'lit';
import type { CameraChoice, CameraHint, CameraShutter, OnAction } from '../panel.ts';
import { iconView, SHELL_ICONS, type IconDrawings } from './icon-view.ts';

/** The live picture: silent, in place, and nothing to a screen reader or the keyboard. */
export function videoView(mirrored: boolean): TemplateResult {
  return html`<video
    part="video"
    class="video"
    ?data-mirrored=${mirrored}
    playsinline
    muted
    autoplay
    aria-hidden="true"
    tabindex="-1"
    disablepictureinpicture
  ></video>`;
}

export function hintView<Code extends string, Icon extends string>(
  { code, text, icon, tone }: CameraHint<Code, Icon>,
  icons: IconDrawings<Icon>,
): TemplateResult {
  return html`<p class="hint" part="hint" data-tone=${tone} data-code=${code}>
    ${iconView(icons[icon], 'hint-icon')}<span>${text}</span>
  </p>`;
}

export function shutterView<ActionId extends string>(
  { action }: CameraShutter<ActionId>,
  onAction: OnAction<ActionId>,
): TemplateResult {
  return html`<slot name="manual-button"
    ><button
      type="button"
      class="shutter"
      part="button shutter"
      data-action=${action.id}
      aria-label=${action.label}
      @click=${({ isTrusted }: Event) => onAction(action.id, isTrusted)}
    >
      <span class="shutter-core"></span></button
  ></slot>`;
}

/** The list of cameras, for the header. */
export function cameraSelectView(choice: CameraChoice, onSelect: (id: string) => void): TemplateResult {
  return html`<label class="camera-select">
    <span class="visually-hidden">${choice.label}</span>
    ${iconView(SHELL_ICONS.camera)}
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
