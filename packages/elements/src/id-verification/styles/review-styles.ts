import { css } from 'lit';

/** The pictures beside or under each other, and how far each is on its way. */
export const reviewStyles = css`
  .pictures {
    display: grid;
    gap: calc(var(--_space) * 1.25);
    margin-block-start: calc(var(--_space) * 1.25);
    list-style: none;
  }

  .pictures {
    --_picture-height: max(7rem, 32cqb);
  }

  .pictures li {
    display: grid;
    grid-template-columns: minmax(0, auto);
    align-content: start;
    gap: 0.5rem;
    inline-size: fit-content;
    max-inline-size: 100%;
    margin-inline: auto;
  }

  .pictures .picture {
    margin-block-start: 0;
  }

  .pictures .picture img {
    max-block-size: var(--_picture-height);
  }

  /* Where a picture was that is no longer here: of a card's shape, so that the next one does not move. */
  .picture-sent {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 0.5rem;
    inline-size: calc(var(--_picture-height) * 85.6 / 53.98);
    max-inline-size: 100%;
    aspect-ratio: 85.6 / 53.98;
    background: var(--_raised);
    color: var(--_ok);
    font-size: calc(0.9375rem * var(--_text));
    font-weight: 620;
  }

  .picture-caption {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25rem 1rem;
  }

  .picture-label {
    display: grid;
    flex: 1 1 5rem;
    font-size: calc(0.9375rem * var(--_text));
    font-weight: 620;
    text-align: start;
  }

  .picture-warning {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    color: var(--_warn);
    font-weight: 560;
  }

  .picture-warning .icon {
    inline-size: 1.125rem;
    block-size: 1.125rem;
  }

  .pictures .button[data-kind='secondary'] {
    flex: 0 1 auto;
    inline-size: auto;
    max-inline-size: 100%;
    padding: 0.5rem 0.875rem;
    border-color: var(--_line);
    font-size: calc(0.9375rem * var(--_text));
  }

  .sending {
    display: grid;
    gap: var(--_space);
    margin-block-start: calc(var(--_space) * 1.5);
    list-style: none;
    text-align: start;
  }

  .sending li {
    display: grid;
    grid-template-columns: 2.75rem minmax(0, 1fr);
    align-items: center;
    gap: 0.25rem 0.875rem;
  }

  .sending-text {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1rem;
  }

  .sending .point-body {
    font-variant-numeric: tabular-nums;
  }

  .sending .point-icon {
    grid-row: span 2;
  }

  .sending [data-state='sent'] .point-icon {
    background: color-mix(in srgb, var(--_ok) 12%, var(--_bg));
    color: var(--_ok);
  }

  .sending progress {
    appearance: none;
    inline-size: 100%;
    block-size: 0.3125rem;
    border: 0;
    border-radius: 999px;
    overflow: hidden;
    background: color-mix(in srgb, var(--_fg) 10%, var(--_bg));
    color: var(--_accent);
  }

  .sending progress::-webkit-progress-bar {
    background: transparent;
  }

  .sending progress::-webkit-progress-value {
    border-radius: inherit;
    background: var(--_accent);
    transition: inline-size var(--_motion);
  }

  .sending progress::-moz-progress-bar {
    background: var(--_accent);
  }

  .sending [data-state='sent'] progress::-webkit-progress-value {
    background: var(--_ok);
  }

  .sending [data-state='sent'] progress::-moz-progress-bar {
    background: var(--_ok);
  }

  @container shell (width >= 42rem) {
    .panel[data-screen='review'] {
      --_column: 48rem;
    }

    .pictures {
      grid-template-columns: repeat(auto-fit, minmax(0, 22rem));
      justify-content: center;
    }
  }

  @container shell (height < 30rem) {
    /* The bars say how far it is. */
    .panel:has(.sending) .emblem {
      display: none;
    }
  }

  @container shell (width < 38rem) and (height < 30rem) {
    .pictures {
      --_picture-height: max(7rem, 100cqb - 18rem);
    }
  }

  @container shell (width >= 38rem) and (height < 30rem) {
    .panel[data-screen='review'] .body {
      display: none;
    }

    .pictures {
      --_picture-height: max(7rem, 100cqb - 15.5rem);
      margin-block-start: calc(var(--_space) * 0.75);
    }
  }

  @media (forced-colors: active) {
    .sending progress {
      border: 1px solid CanvasText;
      forced-color-adjust: none;
      background: Canvas;
    }

    .sending progress::-webkit-progress-value,
    .sending [data-state='sent'] progress::-webkit-progress-value {
      background: Highlight;
    }

    .sending progress::-moz-progress-bar,
    .sending [data-state='sent'] progress::-moz-progress-bar {
      background: Highlight;
    }
  }
`;
