import { css } from 'lit';

/** A picture that was taken, to be looked at as large as there is room, and what is said under it. */
export const pictureStyles = css`
  .panel:is([data-screen='review'], [data-screen='refused']) .emblem {
    display: none;
  }

  /* As large as the picture, and rounded as a card is: nothing of what lay behind it shows at its corners. */
  .picture {
    inline-size: fit-content;
    max-inline-size: 100%;
    margin: calc(var(--_space) * 1.25) auto 0;
    overflow: hidden;
    border-radius: 3.7% / 5.9%;
    box-shadow: 0 0 0 1px var(--_line);
  }

  .picture img {
    display: block;
    max-inline-size: 100%;
    max-block-size: max(9rem, 100cqb - 25rem);
  }

  .problems {
    display: grid;
    grid-template-columns: 1.25rem 1fr;
    gap: 0.75rem;
    margin-block-start: var(--_space);
    padding: 0.875rem 1rem;
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_warn) 10%, var(--_bg));
    font-size: calc(0.9375rem * var(--_text));
    line-height: 1.45;
    text-align: start;
  }

  .problems .icon {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin-block-start: 0.0625rem;
    color: var(--_warn);
  }

  .problems .point-title {
    font-size: inherit;
  }

  @container shell (width >= 42rem) {
    .panel:is([data-screen='review'], [data-screen='refused']) {
      --_column: 34rem;
    }
  }

  @container shell (width < 38rem) and (height < 30rem) {
    .panel:is([data-screen='review'], [data-screen='refused']) .body {
      display: none;
    }

    .picture img {
      max-block-size: max(7rem, 100cqb - 17.5rem);
    }

    /* What is wrong with it matters more. */
    .panel-text:has(.problems) > .picture img {
      max-block-size: max(5rem, 100cqb - 22rem);
    }
  }

  @container shell (width >= 38rem) and (height < 30rem) {
    .panel-text:has(> .picture) {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      align-content: center;
      column-gap: calc(var(--_space) * 2);
      max-inline-size: 52rem;
      text-align: start;
    }

    .panel-text > .picture {
      grid-area: 1 / 2 / span 4 / 2;
      align-self: center;
      max-inline-size: 54cqi;
      margin: 0;
    }

    .panel-text > .picture img {
      max-block-size: calc(100cqb - 9rem);
    }
  }

  @media (forced-colors: active) {
    .problems .icon {
      color: inherit;
    }
  }

  @media (prefers-contrast: more), (forced-colors: active) {
    .problems,
    .picture {
      border: 1.5px solid currentColor;
    }
  }
`;
