import { html, nothing, type TemplateResult } from 'lit';
import type { OnAction, PanelAssist, PanelSwitch } from '../panel.ts';
import { iconView, SHELL_ICONS } from './icon-view.ts';

/** The switch in the header, in the same place on every screen. */
export function assistView(
  { id, label, pressed }: PanelSwitch<'assist'>,
  onAction: OnAction<'assist'>,
): TemplateResult {
  return html`<button
    type="button"
    class="assist"
    part="button assist"
    data-action=${id}
    aria-label=${label}
    aria-pressed=${pressed}
    @click=${({ isTrusted }: Event) => onAction(id, isTrusted)}
  >
    ${iconView(SHELL_ICONS.assist)}<span class="assist-text" aria-hidden="true">${label}</span>
  </button>`;
}

/** What is on, and the switch of the voice: a screen reader has one already. */
export function assistNoteView(
  { text, voice, voiceHint }: PanelAssist,
  onAction: OnAction<'assist-voice'>,
): TemplateResult {
  return html`<div class="assist-note" part="assist-note">
    ${text === null ? nothing : html`<p>${text}</p>`}
    <button
      type="button"
      role="switch"
      class="switch"
      part="button switch"
      data-action=${voice.id}
      aria-checked=${voice.pressed}
      aria-labelledby="voice"
      aria-describedby="voice-hint"
      @click=${({ isTrusted }: Event) => onAction(voice.id, isTrusted)}
    >
      ${iconView(SHELL_ICONS.voice)}
      <span class="switch-text">
        <span id="voice" class="switch-label">${voice.label}</span>
        <span id="voice-hint" class="switch-hint">${voiceHint}</span>
      </span>
      <span class="switch-knob"></span>
    </button>
  </div>`;
}
