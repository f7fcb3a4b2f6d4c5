import { css } from 'lit';

/** What helps a person: its switch in the header, what is said of it in a panel, and larger text. */
export const assistStyles = css`
  .root[data-large-text] {
    --_text: 1.3;
  }

  .assist {
    order: 2;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5rem;
    min-inline-size: 2.75rem;
    min-block-size: 2.75rem;
    margin-inline-start: auto;
    padding: 0 0.625rem;
    border: 1px solid var(--_line);
    border-radius: 999px;
    background: transparent;
    color: var(--_fg);
    font: inherit;
    font-size: 0.875rem;
    line-height: 1.15;
    text-align: start;
    cursor: pointer;
    transition: background-color var(--_motion);
  }

  .assist ~ .close {
    margin-inline-start: 0;
  }

  .assist:hover {
    background: color-mix(in srgb, var(--_fg) 8%, var(--_bg));
  }

  .assist[aria-pressed='true'] {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .assist[aria-pressed='true']:hover {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_fg));
  }

  /* Over a picture, and beside the steps of a journey, the sign has to do. */
  .root[data-screen='camera'] .assist-text,
  .root:is([data-screen='document'], [data-screen='selfie']) .assist-text {
    display: none;
  }

  .root[data-screen='camera'] .assist:not([aria-pressed='true']) {
    border-color: transparent;
  }

  @container shell (width < 42rem) {
    .journey ~ .assist .assist-text,
    .root:has(.banner) .assist-text {
      display: none;
    }
  }

  /* Over a picture there is only so much room between header, oval and shutter. */
  @container shell (width < 26rem) or (height < 42rem) {
    .root[data-large-text] .stage {
      --_text: 1.12;
    }
  }

  /* On the smallest phone the title over a document, and the words and the button under a coloured light, fill it as they are. */
  @container shell (width < 26rem) and (height < 36rem) {
    .root[data-large-text] :is(.stage[data-light], .stage-title) {
      --_text: 1;
    }

    .root[data-large-text] .stage[data-light] {
      font-size: 1rem;
    }
  }

  .assist-note {
    display: grid;
    gap: 0.5rem;
    margin-block-start: var(--_space);
    padding: 0.75rem 1rem;
    border-radius: var(--_radius);
    background: var(--_raised);
    font-size: calc(0.875rem * var(--_text));
    line-height: 1.45;
    text-align: start;
  }

  /* What is on is seen and heard there; the switch is to be seen as well. */
  @container shell (height < 42rem) {
    .assist-note > p {
      display: none;
    }
  }

  .switch {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: 0.75rem;
    min-block-size: 2.75rem;
    padding: 0;
    border: 0;
    border-radius: 0.5rem;
    background: transparent;
    color: var(--_fg);
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .switch > .icon {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    color: var(--_accent);
  }

  .switch-text {
    display: grid;
  }

  .switch-label {
    font-weight: 600;
  }

  .switch-hint {
    color: var(--_muted);
  }

  .switch-knob {
    box-sizing: border-box;
    inline-size: 2.75rem;
    block-size: 1.5rem;
    padding: 0.1875rem;
    border: 1.5px solid var(--_muted);
    border-radius: 999px;
    transition: background-color var(--_motion);
  }

  .switch-knob::before {
    content: '';
    display: block;
    block-size: 100%;
    aspect-ratio: 1;
    border-radius: 50%;
    background: var(--_muted);
  }

  .switch[aria-checked='true'] .switch-knob {
    border-color: var(--_accent);
    background: var(--_accent);
  }

  .switch[aria-checked='true'] .switch-knob::before {
    margin-inline-start: auto;
    background: var(--_on-accent);
  }

  @media (forced-colors: active) {
    .assist {
      border-color: ButtonText;
    }

    .assist[aria-pressed='true'],
    .switch[aria-checked='true'] .switch-knob {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }

    .switch-knob::before {
      background: ButtonText;
    }

    .switch[aria-checked='true'] .switch-knob::before {
      background: HighlightText;
    }

    .switch > .icon {
      color: inherit;
    }
  }

  @media (prefers-contrast: more), (forced-colors: active) {
    .assist-note {
      border: 1.5px solid currentColor;
    }
  }
`;
