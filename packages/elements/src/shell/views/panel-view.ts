import { html, nothing, type TemplateResult } from 'lit';
import type { OnAction, Panel, PanelPoint } from '../panel.ts';
import { actionView } from './action-view.ts';
import { assistNoteView } from './assist-view.ts';
import { emblemView, type Drawing } from './emblem-view.ts';
import { iconView, type IconDrawings } from './icon-view.ts';

/** Every screen without a camera picture: emblem, heading, text, what else it holds, and buttons. */
export function panelView<Screen extends string, ActionId extends string, Icon extends string>(
  view: Panel<Screen, ActionId, Icon>,
  onAction: OnAction<NoInfer<ActionId> | 'assist-voice'>,
  drawing: Drawing<Icon>,
  more: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`<section
    class="panel"
    part="panel"
    data-screen=${view.screen}
    ?data-columns=${isLong(view)}
    aria-labelledby="title"
  >
    <div class="panel-scroll">
      ${emblemView(view.emblem, view.progress, drawing)}
      <div class="panel-text">
        <h2 id="title" class="title" part="title" tabindex="-1">${view.title}</h2>
        <p class="body" part="body">${view.body}</p>
        ${view.attempts === null ? nothing : html`<p class="attempts" part="attempts">${view.attempts}</p>`}
        ${view.assistNote === null ? nothing : assistNoteView(view.assistNote, onAction)}
        ${
          view.points.length === 0
            ? nothing
            : html`<ul class="points">
                ${view.points.map((point) => pointView(point, drawing.icons))}
              </ul>`
        }
        ${
          view.steps.length === 0
            ? nothing
            : html`<ol class="steps">
                ${view.steps.map((step) => html`<li>${step}</li>`)}
              </ol>`
        }
        ${view.privacy === null ? nothing : privacyView(view.privacy, drawing.icons)} ${more} ${progressView(view)}
      </div>
    </div>
    ${
      view.actions.length === 0
        ? nothing
        : html`<div class="actions">${view.actions.map((action) => actionView(action, onAction))}</div>`
    }
  </section>`;
}

/** Long texts stand beside the emblem where there is room. */
function isLong({ points, steps }: Pick<Panel<string, string, string>, 'points' | 'steps'>): boolean {
  return points.length > 0 || steps.length > 0;
}

function pointView<Icon extends string>(
  { icon, title, body }: PanelPoint<Icon>,
  icons: IconDrawings<Icon>,
): TemplateResult {
  return html`<li class="point">
    <span class="point-icon">${iconView(icons[icon])}</span>
    <div>
      <p class="point-title">${title}</p>
      <p class="point-body">${body}</p>
    </div>
  </li>`;
}

function privacyView<Icon extends string>(
  { icon, title, body }: PanelPoint<Icon>,
  icons: IconDrawings<Icon>,
): TemplateResult {
  return html`<div class="privacy">
    ${iconView(icons[icon])}
    <div>
      <p class="point-title">${title}</p>
      <p class="point-body">${body}</p>
    </div>
  </div>`;
}

/** The figure changes in steps of 5 %, so the bar is not announced: it is there to be asked for. */
function progressView({
  title,
  progress,
  progressText,
}: Pick<Panel<string, string, string>, 'title' | 'progress' | 'progressText'>): TemplateResult | typeof nothing {
  if (progressText === null || progress === null) return nothing;
  return html`<p
    class="progress"
    part="progress"
    role="progressbar"
    aria-label=${title}
    aria-valuemin="0"
    aria-valuemax="100"
    aria-valuenow=${Math.floor(progress * 20) * 5}
    aria-valuetext=${progressText}
  >
    ${progressText}
  </p>`;
}
