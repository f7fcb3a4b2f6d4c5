import { css } from 'lit';

/** Consent texts, and the choice of country and document. */
export const formStyles = css`
  .release {
    margin-block-start: calc(var(--_space) * 0.75);
    padding: 0.875rem 1rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    text-align: start;
  }

  .release :is(.point-title, .point-body) {
    font-size: calc(0.875rem * var(--_text));
  }

  .policies {
    margin-block-start: var(--_space);
    color: var(--_muted);
    font-size: calc(0.875rem * var(--_text));
    line-height: 1.5;
    text-align: start;
  }

  .policies ul {
    margin-block: 0.25rem 0.5rem;
    list-style: none;
  }

  .policies a {
    display: inline-block;
    padding-block: 0.1875rem;
    color: var(--_accent);
    text-underline-offset: 0.2em;
  }

  .version {
    font-size: calc(0.8125rem * var(--_text));
  }

  .panel[data-screen='select'] .emblem {
    display: none;
  }

  .form {
    display: grid;
    gap: calc(var(--_space) * 1.375);
    margin-block-start: calc(var(--_space) * 1.5);
    text-align: start;
  }

  .field-label {
    display: block;
    margin-block-end: 0.5rem;
    padding: 0;
    font-size: calc(0.875rem * var(--_text));
    font-weight: 620;
  }

  .country {
    display: grid;
    align-content: start;
  }

  .search,
  .select {
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 3rem;
    border: 1.5px solid color-mix(in srgb, var(--_fg) 45%, var(--_bg));
    background: var(--_bg);
    color: var(--_fg);
    font: inherit;
  }

  .search {
    padding: 0.5rem 1rem;
    border-block-end: 0;
    border-radius: var(--_radius) var(--_radius) 0 0;
  }

  .search::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  .select {
    position: relative;
    border-radius: var(--_radius);
  }

  .search ~ .select {
    border-block-start-color: var(--_line);
    border-radius: 0 0 var(--_radius) var(--_radius);
  }

  .select select {
    appearance: none;
    inline-size: 100%;
    min-block-size: 3rem;
    padding-block: 0.5rem;
    padding-inline: 1rem 2.75rem;
    border: 0;
    border-radius: inherit;
    background: transparent;
    color: inherit;
    font: inherit;
    text-overflow: ellipsis;
    cursor: pointer;
  }

  .select option,
  .select optgroup {
    background: var(--_bg);
    color: var(--_fg);
  }

  .select::after {
    content: '';
    position: absolute;
    inset-block-start: calc(50% - 0.375rem);
    inset-inline-end: 1.125rem;
    inline-size: 0.5rem;
    block-size: 0.5rem;
    border: solid currentColor;
    border-width: 0 1.75px 1.75px 0;
    transform: rotate(45deg);
    pointer-events: none;
  }

  :is(.search, .select select):focus-visible {
    outline-offset: 0;
    z-index: 1;
  }

  .types {
    display: grid;
    gap: 0.625rem;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .type {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    gap: 0.875rem;
    min-block-size: 4rem;
    padding-block: 0.5rem;
    padding-inline: 0.75rem 1rem;
    border: 1.5px solid var(--_line);
    border-radius: var(--_radius);
    cursor: pointer;
    transition:
      border-color var(--_motion),
      background-color var(--_motion);
  }

  .type:hover {
    border-color: color-mix(in srgb, var(--_accent) 60%, var(--_line));
  }

  .type:has(:checked) {
    border-color: var(--_accent);
    background: var(--_raised);
    box-shadow: inset 0 0 0 0.75px var(--_accent);
  }

  .type:has(:focus-visible) {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }

  .type input {
    order: 3;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin: 0;
    accent-color: var(--_accent);
    outline: none;
  }

  .type-text {
    display: grid;
  }

  .type .point-body {
    font-size: calc(0.875rem * var(--_text));
  }

  @container shell (width >= 38rem) and (height < 30rem) {
    .panel[data-screen='select'] {
      --_column: 48rem;
    }

    .form:has(.country) {
      grid-template-columns: 1fr 1fr;
      margin-block-start: var(--_space);
    }

    .type {
      min-block-size: 3.375rem;
      padding-block: 0.25rem;
    }
  }

  @media (forced-colors: active) {
    .type:has(:checked) {
      outline: 3px solid Highlight;
    }
  }
`;
