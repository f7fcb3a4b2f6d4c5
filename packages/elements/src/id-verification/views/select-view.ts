import type { DocumentType } from '@bonafide/browser-core/identity';
import { html, nothing, type TemplateResult } from 'lit';
import { DOCUMENT_ICONS } from '../../document-capture/views/document-icons.ts';
import { iconView } from '../../shell/views/icon-view.ts';
import type { IdentitySelectView } from '../identity-view-model.ts';

export interface SelectHandlers {
  readonly onCountry: (code: string) => void;
  readonly onSearch: (query: string) => void;
  readonly onType: (type: DocumentType) => void;
}

/** Country and type of document. Fields of the browser's own: keyboard, speech and small screens come with them. */
export function selectView(view: IdentitySelectView, handlers: SelectHandlers): TemplateResult {
  return html`<div class="form">
    ${view.country === null ? nothing : countryView(view.country, handlers)}
    <fieldset class="types" part="types">
      <legend class="field-label">${view.typeLabel}</legend>
      ${view.types.map(
        ({ type, icon, title, body }) =>
          html`<label class="type">
            <input
              type="radio"
              name="type"
              required
              value=${type}
              .checked=${type === view.selectedType}
              @change=${() => handlers.onType(type)}
            />
            <span class="point-icon">${iconView(DOCUMENT_ICONS[icon])}</span>
            <span class="type-text"
              ><span class="point-title">${title}</span><span class="point-body">${body}</span></span
            >
          </label>`,
      )}
    </fieldset>
  </div>`;
}

/** `autocomplete` is off: a shared device keeps nobody's country. */
function countryView(
  { label, hint, search, found, groups, selected }: NonNullable<IdentitySelectView['country']>,
  { onCountry, onSearch }: SelectHandlers,
): TemplateResult {
  return html`<div class="country">
    <label class="field-label" for="country">${label}</label>
    ${
      search === null
        ? nothing
        : html`<input
              class="search"
              type="search"
              autocomplete="off"
              spellcheck="false"
              placeholder=${search}
              aria-label=${search}
              aria-controls="country"
              @input=${(event: Event) => onSearch((event.currentTarget as HTMLInputElement).value)}
            />
            <p class="visually-hidden" role="status">${found ?? nothing}</p>`
    }
    <div class="select">
      <select
        id="country"
        part="country"
        required
        autocomplete="off"
        @change=${(event: Event) => onCountry((event.currentTarget as HTMLSelectElement).value)}
      >
        <option value="" ?selected=${selected === ''}>${hint}</option>
        ${groups.map(
          (group) =>
            html`<optgroup label=${group.label}>
              ${group.options.map(
                ({ code, name }) => html`<option value=${code} ?selected=${code === selected}>${name}</option>`,
              )}
            </optgroup>`,
        )}
      </select>
    </div>
  </div>`;
}
