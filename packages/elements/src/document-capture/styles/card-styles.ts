import { css } from 'lit';

/**
 * The frame over the live picture. Script measures the room that it has (`.card-room`) and sets the sizes of picture and
 * frame, so that a document that fills the frame is large enough to be read.
 */
export const cardStyles = css`
  .stage {
    --_card-width: 14rem;
    --_card-height: 9rem;
    --_card-radius: calc(var(--_card-width) * 0.037);
    --_middle: 50%;
    --_units-per-px: 2;
  }

  .video,
  .found {
    inset-block-start: var(--_middle);
  }

  /* Where the picture is smaller than the stage it has no edge; the frame never reaches as far as this. */
  .video {
    mask-image:
      linear-gradient(to right, transparent, #000 7% 93%, transparent),
      linear-gradient(transparent, #000 7% 93%, transparent);
    mask-composite: intersect;
  }

  .found {
    position: absolute;
    left: 50%;
    inline-size: var(--_video-width, 100%);
    block-size: var(--_video-height, 100%);
    transform: translate(-50%, -50%);
    overflow: visible;
    opacity: 0;
    fill: color-mix(in srgb, var(--_oval-stroke-ready) 16%, transparent);
    stroke: var(--_oval-stroke-ready);
    stroke-width: 3px;
    stroke-linejoin: round;
    transition: opacity var(--_motion);
  }

  .found polygon {
    vector-effect: non-scaling-stroke;
  }

  .stage[data-found] .found {
    opacity: 1;
  }

  .stage[data-frame='ready'] .found,
  .stage[data-frame='holding'] .found {
    fill: color-mix(in srgb, var(--_oval-stroke-ok) 16%, transparent);
    stroke: var(--_oval-stroke-ok);
  }

  .card-room {
    position: absolute;
    visibility: hidden;
    inline-size: min(var(--sl-card-width, 40rem), 100cqi - 2rem);
    block-size: max(6rem, 100cqb - 22rem);
  }

  .card {
    position: absolute;
    inset-block-start: var(--_middle);
    left: 50%;
    inline-size: var(--_card-width);
    block-size: var(--_card-height);
    transform: translate(-50%, -50%);
    border-radius: var(--_card-radius);
    box-shadow: 0 0 0 200vmax var(--_scrim);
  }

  .card .ring {
    position: absolute;
    inset: 0;
  }

  .card .ring-track {
    stroke: color-mix(in srgb, var(--_fg) 22%, transparent);
    stroke-width: calc(1.5px * var(--_units-per-px));
  }

  .ring-corners {
    stroke: var(--_fg);
    stroke-width: calc(5px * var(--_units-per-px));
    transition: stroke var(--_motion);
  }

  .card .ring-value {
    stroke: var(--_oval-stroke-ok);
    stroke-width: calc(5px * var(--_units-per-px));
  }

  .stage[data-frame='ready'] .ring-corners,
  .stage[data-frame='holding'] .ring-corners {
    stroke: var(--_oval-stroke-ok);
  }

  .ghost {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    fill: color-mix(in srgb, var(--_bg) 26%, transparent);
    stroke: color-mix(in srgb, var(--_fg) 26%, transparent);
    stroke-width: 0.25;
    transition: opacity calc(var(--_motion) * 2);
  }

  .stage[data-found] .ghost,
  .stage:not([data-frame='searching']) .ghost {
    opacity: 0;
  }

  .above {
    position: absolute;
    inset-inline: 1rem;
    inset-block-end: calc(100% - var(--_middle) + var(--_card-height) / 2 + 1.25rem);
    display: grid;
    justify-items: center;
    gap: 0.875rem;
    text-align: center;
  }

  .stage-title {
    color: var(--_fg);
    font-size: calc(clamp(1.125rem, 0.95rem + 0.9cqi, 1.375rem) * var(--_text));
    font-weight: 650;
    line-height: 1.25;
    letter-spacing: -0.012em;
    text-wrap: balance;
  }

  .stage-title:dir(rtl) {
    letter-spacing: normal;
  }

  .below {
    position: absolute;
    inset-inline: 1.5rem;
    inset-block-start: calc(var(--_middle) + var(--_card-height) / 2 + 1.125rem);
    text-align: center;
  }

  .controls {
    position: absolute;
    inset-inline: 0;
    inset-block-end: max(1.25rem, env(safe-area-inset-bottom));
    display: grid;
    grid-template-columns: 1fr auto 1fr;
    align-items: center;
    justify-items: center;
    max-inline-size: 24rem;
    min-block-size: 4.25rem;
    margin-inline: auto;
  }

  .controls .shutter,
  .controls slot {
    grid-area: 1 / 2;
  }

  .control {
    grid-row: 1;
    display: grid;
    justify-items: center;
    gap: 0.25rem;
    min-inline-size: 4.5rem;
    min-block-size: 3.5rem;
    padding: 0.375rem 0.5rem;
    border: 0;
    border-radius: var(--_radius);
    background: transparent;
    color: var(--_fg);
    font: inherit;
    font-size: calc(0.8125rem * var(--_text));
    line-height: 1.2;
    cursor: pointer;
  }

  .control:hover {
    background: color-mix(in srgb, var(--_fg) 8%, transparent);
  }

  .control[data-action='upload'] {
    grid-column: 1;
  }

  .control[data-action='torch'] {
    grid-column: 3;
  }

  .control[aria-pressed='true'] {
    background: var(--_fg);
    color: var(--_bg);
  }

  @container shell (width < 26rem) and (height < 44rem) {
    .stage {
      /* Title and hint take two lines each in many languages, and may not reach the header. */
      --_middle: calc(50% + 1rem);
    }

    .above {
      gap: 0.5rem;
      inset-block-end: calc(100% - var(--_middle) + var(--_card-height) / 2 + 0.75rem);
    }
  }

  @container shell (height < 34rem) {
    .stage {
      /* What is above the frame is taller than what is below. */
      --_middle: calc(50% + 1.25rem);
    }

    .card-room {
      block-size: max(5rem, 100cqb - 17.25rem);
    }

    .above {
      gap: 0.5rem;
      inset-block-end: calc(100% - var(--_middle) + var(--_card-height) / 2 + 0.75rem);
    }

    .hint {
      padding-block: 0.4375rem;
      font-size: calc(min(var(--_hint-size), 0.9375rem) * var(--_text));
    }

    .stage-title {
      font-size: calc(1rem * var(--_text));
    }

    .below {
      inset-block-start: calc(var(--_middle) + var(--_card-height) / 2 + 0.625rem);
    }

    .stage:has(.shutter, .control) .below {
      display: none;
    }

    .controls {
      inset-block-end: max(0.625rem, env(safe-area-inset-bottom));
    }

    .shutter {
      inline-size: 3.5rem;
      block-size: 3.5rem;
    }
  }

  @container shell (height < 30rem) and (width < 38rem) {
    .stage {
      /* Title and hint take two lines each. */
      --_middle: calc(50% + 2.125rem);
    }
  }

  @container shell (height < 30rem) and (width >= 38rem) {
    .stage {
      --_middle: calc(50% + 1.75rem);
    }

    .card-room {
      inline-size: min(var(--sl-card-width, 40rem), 100cqi - 15rem);
      block-size: max(5rem, 100cqb - 9rem);
    }

    .above {
      inset-inline: 5rem;
      grid-auto-flow: column;
      justify-content: center;
      align-items: center;
      gap: 1rem;
    }

    .stage .below {
      display: none;
    }

    .controls {
      inset-inline: auto 0.75rem;
      inset-block: 3.5rem 1rem;
      grid-template: 1fr auto 1fr / 6rem;
      max-inline-size: none;
    }

    .controls .shutter,
    .controls slot {
      grid-area: 2 / 1;
    }

    .control[data-action='upload'] {
      grid-area: 1 / 1;
    }

    .control[data-action='torch'] {
      grid-area: 3 / 1;
    }
  }

  @media (prefers-contrast: more), (forced-colors: active) {
    .control {
      border: 1.5px solid currentColor;
    }
  }

  @media (forced-colors: active) {
    .card {
      forced-color-adjust: none;
      --_scrim: Canvas;
    }

    .card .ring-track,
    .ring-corners {
      stroke: CanvasText;
    }

    .card .ring-value,
    .found {
      stroke: Highlight;
    }

    .control[aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
