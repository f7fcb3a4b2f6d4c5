import type { Depiction } from '@bonafide/browser-core/identity';
import { html, nothing, type TemplateResult } from 'lit';
import { DOCUMENT_DRAWING } from '../document-capture/document-drawing.ts';
import { DOCUMENT_ICONS } from '../document-capture/views/document-icons.ts';
import { iconView } from '../shell/views/icon-view.ts';
import { frameView } from '../shell/views/frame-view.ts';
import { panelView } from '../shell/views/panel-view.ts';
import type { IdentityAction, IdentityActionId, IdentityScreen, IdentityView } from './identity-view-model.ts';
import { consentView } from './views/consent-view.ts';
import { flipView } from './views/flip-view.ts';
import { handoverView } from './views/handover-view.ts';
import { journeyView } from './views/journey-view.ts';
import { picturesView } from './views/pictures-view.ts';
import { selectView, type SelectHandlers } from './views/select-view.ts';
import { sendingView } from './views/sending-view.ts';
import { stopView } from './views/stop-view.ts';

export interface IdentityViewHandlers extends SelectHandlers {
  readonly onAction: (id: IdentityActionId) => void;
}

/** What the view shows that is not plain data. */
export interface IdentityViewParts {
  /** The elements of the steps; they stay while their step lasts, shown or not. */
  readonly steps: TemplateResult | typeof nothing;
  readonly pictureUrl: (depiction: Depiction) => string | null;
}

/** Screens whose panel a page may replace through a slot of the same name. */
const SLOTS: Readonly<Record<IdentityScreen, string | null>> = {
  start: 'intro',
  checking: null,
  consent: 'consent',
  select: null,
  document: null,
  flip: null,
  review: null,
  selfie: null,
  submitting: null,
  processing: 'processing',
  recapture: 'recapture',
  handover: null,
  passed: 'passed',
  'in-review': 'in-review',
  failed: 'failed',
  expired: 'expired',
  cancelled: 'cancelled',
  error: 'error',
  unsupported: 'unsupported',
};

/** The whole element: header with steps, the screen or the element of the step, footer, and the question whether to stop. */
export function idVerificationView(
  view: IdentityView,
  parts: IdentityViewParts,
  handlers: IdentityViewHandlers,
): TemplateResult {
  const { onAction } = handlers;
  const isStep = view.screen === 'document' || view.screen === 'selfie';
  return frameView(
    view,
    {
      header: html`${view.back === null ? nothing : backView(view.back, onAction)}
      ${view.journey === null ? nothing : journeyView(view.journey)}`,
      around: html`${parts.steps} ${view.stop === null ? nothing : stopView(view.stop, onAction)}`,
      screen: isStep ? html`` : panelView(view, onAction, DOCUMENT_DRAWING, contentView(view, parts, handlers)),
      slot: SLOTS[view.screen],
    },
    onAction,
  );
}

function backView({ id, label }: IdentityAction, onAction: (id: IdentityActionId) => void): TemplateResult {
  return html`<button
    type="button"
    class="back"
    part="button back"
    data-action=${id}
    aria-label=${label}
    @click=${() => onAction(id)}
  >
    ${iconView(DOCUMENT_ICONS.back)}
  </button>`;
}

function contentView(
  view: IdentityView,
  { pictureUrl }: IdentityViewParts,
  handlers: IdentityViewHandlers,
): TemplateResult {
  const { notice, consent, select, pictures, sending, handover, screen } = view;
  const { onAction } = handlers;
  return html`${notice === null ? nothing : html`<p class="notice" part="notice">${iconView(DOCUMENT_ICONS.alert)}${notice}</p>`}
  ${consent === null ? nothing : consentView(consent)} ${select === null ? nothing : selectView(select, handlers)}
  ${screen === 'flip' ? flipView() : nothing}
  ${pictures.length === 0 ? nothing : picturesView(pictures, pictureUrl, onAction)}
  ${sending.length === 0 ? nothing : sendingView(sending)}
  ${handover === null ? nothing : handoverView(handover, onAction)}`;
}
