import { css } from 'lit';

/** The way to a phone: the code on white whatever the theme, so that a camera reads it. */
export const handoverStyles = css`
  .panel[data-screen='handover']:has(.qr) .emblem {
    display: none;
  }

  .handover {
    display: grid;
    justify-items: center;
    gap: var(--_space);
    margin-block-start: calc(var(--_space) * 1.5);
  }

  .handover-text {
    display: grid;
    justify-items: center;
    gap: var(--_space);
    inline-size: 100%;
  }

  .handover .steps {
    inline-size: 100%;
    margin: 0;
  }

  .qr {
    inline-size: min(15rem, 60cqi, 42cqb);
    aspect-ratio: 1;
    border-radius: var(--_radius);
    background: #ffffff;
    box-shadow: 0 0 0 1px var(--_line);
    forced-color-adjust: none;
  }

  .qr path {
    fill: #000000;
  }

  .code {
    display: grid;
    justify-items: center;
    color: var(--_fg);
    line-height: 1.3;
  }

  .code strong {
    font-size: calc(1.75rem * var(--_text));
    font-weight: 680;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.14em;
    /* After the last digit it is no space between two. */
    margin-inline-end: -0.14em;
  }

  .code-label {
    color: var(--_muted);
    font-size: calc(0.875rem * var(--_text));
  }

  .handover .button[data-kind='secondary'] {
    border-color: var(--_line);
  }

  @container shell (width < 42rem) and (height < 30rem) {
    .panel[data-screen='handover']:has(.qr) .body {
      display: none;
    }
  }

  @container shell (width >= 42rem) {
    .panel[data-screen='handover']:has(.qr) {
      --_column: 44rem;
    }

    .handover:has(.qr) {
      grid-template-columns: auto 1fr;
      align-items: center;
      gap: var(--_space) calc(var(--_space) * 2.5);
    }

    .handover .qr {
      grid-row: 1 / span 2;
      inline-size: min(19rem, 42cqb);
    }

    .handover:has(.qr) .handover-text {
      grid-area: 1 / 2;
      align-self: end;
    }

    .handover:has(.qr) > .button {
      grid-area: 2 / 2;
      align-self: start;
    }
  }

  /* All of the code is in sight: it stands beside every word. */
  @container shell (width >= 38rem) and (height < 30rem) {
    .panel[data-screen='handover'] .panel-text:has(.qr) {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      gap: calc(var(--_space) * 0.5) calc(var(--_space) * 2);
      max-inline-size: 52rem;
      text-align: start;
    }

    .panel[data-screen='handover']:has(.qr) .body {
      display: none;
    }

    .handover:has(.qr) {
      display: contents;
    }

    .handover .qr {
      grid-area: 1 / 1 / span 3 / 1;
      align-self: center;
      inline-size: min(15rem, 100cqb - 9rem);
    }

    .panel[data-screen='handover']:has(.qr) .title {
      grid-area: 1 / 2 / auto / -1;
    }

    .handover:has(.qr) .handover-text {
      display: contents;
    }

    .handover:has(.qr) .steps {
      grid-area: 2 / 2 / span 2 / 2;
      align-self: start;
      margin-block-start: var(--_space);
    }

    .handover:has(.qr) .code {
      grid-area: 2 / 3;
      margin-block-start: var(--_space);
    }

    .handover:has(.qr) > .button {
      grid-area: 3 / 3;
      align-self: start;
    }
  }
`;
