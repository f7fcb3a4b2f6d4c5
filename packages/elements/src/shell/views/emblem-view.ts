import { html, type TemplateResult } from 'lit';
import type { PanelEmblem } from '../panel.ts';
import { iconView, type IconDrawings } from './icon-view.ts';

/** The hand that an element draws with. */
export interface Drawing<Icon extends string> {
  readonly icons: IconDrawings<Icon>;
  /** The outline around an emblem, with the progress drawn along it. */
  readonly ring: (progress: number | null) => TemplateResult;
}

/** The outline with an icon in it that stands over every panel. */
export function emblemView<Icon extends string>(
  emblem: PanelEmblem<Icon>,
  progress: number | null,
  { icons, ring }: Drawing<Icon>,
): TemplateResult {
  return html`<div
    class="emblem"
    data-icon=${emblem.icon}
    data-tone=${emblem.tone}
    data-ring=${emblem.ring}
    aria-hidden="true"
  >
    ${ring(emblem.ring === 'progress' ? progress : null)} ${iconView(icons[emblem.icon])}
  </div>`;
}
