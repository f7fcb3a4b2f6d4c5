import { html, type TemplateResult } from 'lit';
import type { SelfieEmblem } from '../selfie-view-model.ts';
import { iconView } from './icon-view.ts';
import { ringView } from './ring-view.ts';

/** The oval with an icon in it that stands over every panel. */
export function emblemView(emblem: SelfieEmblem, progress: number | null): TemplateResult {
  return html`<div
    class="emblem"
    data-icon=${emblem.icon}
    data-tone=${emblem.tone}
    data-ring=${emblem.ring}
    aria-hidden="true"
  >
    ${ringView(emblem.ring === 'progress' ? progress : null)} ${iconView(emblem.icon)}
  </div>`;
}
