import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Frame, OnAction } from '../panel.ts';
import { assistView } from './assist-view.ts';
import { iconView, SHELL_ICONS } from './icon-view.ts';

/** What an element puts into its frame. */
export interface FrameContent {
  /** In the header, between the page's own slots and the close button. */
  readonly header?: TemplateResult | typeof nothing;
  /** Kept while screens change: what lies over or under them. */
  readonly around?: TemplateResult | typeof nothing;
  readonly screen: TemplateResult;
  /** The slot by which a page may replace this screen. */
  readonly slot: string | null;
}

/**
 * The whole element: header, the screen, footer. No part is a landmark (`header`, `main`, …): those belong to the page, and an
 * element inside another would bring a second one.
 */
export function frameView<Screen extends string, ActionId extends string>(
  view: Frame<Screen, ActionId>,
  { header = nothing, around = nothing, screen, slot }: FrameContent,
  onAction: OnAction<NoInfer<ActionId> | 'assist'>,
): TemplateResult {
  return html`<div
    class="root"
    part="root"
    role="group"
    aria-label=${view.label}
    lang=${view.lang}
    data-screen=${view.screen}
    ?data-large-text=${view.largeText}
  >
    <div class="header">
      <slot name="logo"></slot>
      <slot name="header"></slot>
      ${header} ${view.assist === null ? nothing : assistView(view.assist, onAction)}
      <button
        type="button"
        class="close"
        part="button close"
        data-action=${view.close.id}
        aria-label=${view.close.label}
        @click=${({ isTrusted }: Event) => onAction(view.close.id, isTrusted)}
      >
        ${iconView(SHELL_ICONS.close)}
      </button>
    </div>
    ${view.banner === null ? nothing : html`<p class="banner" part="banner" role="status">${iconView(SHELL_ICONS.offline)}${view.banner}</p>`}
    ${around}
    <div class="screen">${keyed(view.screen, slot === null ? screen : html`<slot name=${slot}>${screen}</slot>`)}</div>
    <slot name="footer"></slot>
  </div>`;
}
