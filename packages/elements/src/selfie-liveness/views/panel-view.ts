import { html, nothing, type TemplateResult } from 'lit';
import type { SelfieActionId, SelfiePoint, SelfieView } from '../selfie-view-model.ts';
import { actionView } from './action-view.ts';
import { emblemView } from './emblem-view.ts';
import { iconView } from './icon-view.ts';

/** Every screen without a camera picture: emblem, heading, text and buttons. */
export function panelView(view: SelfieView, onAction: (id: SelfieActionId) => void): TemplateResult {
  return html`<section
    class="panel"
    part="panel"
    data-screen=${view.screen}
    ?data-columns=${isLong(view)}
    aria-labelledby="title"
  >
    <div class="panel-scroll">
      ${emblemView(view.emblem, view.progress)}
      <div class="panel-text">
        <h2 id="title" class="title" part="title" tabindex="-1">${view.title}</h2>
        <p class="body" part="body">${view.body}</p>
        ${view.attempts === null ? nothing : html`<p class="attempts" part="attempts">${view.attempts}</p>`}
        ${
          view.points.length === 0
            ? nothing
            : html`<ul class="points">
                ${view.points.map(pointView)}
              </ul>`
        }
        ${
          view.steps.length === 0
            ? nothing
            : html`<ol class="steps">
                ${view.steps.map((step) => html`<li>${step}</li>`)}
              </ol>`
        }
        ${view.privacy === null ? nothing : privacyView(view.privacy)} ${progressView(view)}
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
function isLong({ points, steps }: SelfieView): boolean {
  return points.length > 0 || steps.length > 0;
}

function pointView({ icon, title, body }: SelfiePoint): TemplateResult {
  return html`<li class="point">
    <span class="point-icon">${iconView(icon)}</span>
    <div>
      <p class="point-title">${title}</p>
      <p class="point-body">${body}</p>
    </div>
  </li>`;
}

function privacyView({ icon, title, body }: SelfiePoint): TemplateResult {
  return html`<div class="privacy">
    ${iconView(icon)}
    <div>
      <p class="point-title">${title}</p>
      <p class="point-body">${body}</p>
    </div>
  </div>`;
}

/** The figure changes in steps of 5 %, so the bar is not announced: it is there to be asked for. */
function progressView({ title, progress, progressText }: SelfieView): TemplateResult | typeof nothing {
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
