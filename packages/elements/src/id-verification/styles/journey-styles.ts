import { css } from 'lit';

/** What leads through the whole: the line along the top, the elements of the steps, and the question whether to stop. */
export const journeyStyles = css`
  .back {
    display: inline-grid;
    place-items: center;
    min-inline-size: 2.75rem;
    min-block-size: 2.75rem;
    padding: 0;
    border: 0;
    border-radius: 999px;
    background: transparent;
    color: var(--_fg);
    cursor: pointer;
    transition: background-color var(--_motion);
  }

  .back:hover {
    background: color-mix(in srgb, var(--_fg) 8%, transparent);
  }

  .back:dir(rtl) .icon {
    transform: scaleX(-1);
  }

  .journey {
    position: absolute;
    inset-inline: 6.5rem;
    color: var(--_muted);
    font-size: calc(0.875rem * var(--_text));
    font-variant-numeric: tabular-nums;
    text-align: center;
    pointer-events: none;
  }

  .root:has(.back) .banner {
    inset-inline-start: 3.75rem;
  }

  @container shell (width < 26rem) {
    .journey {
      inset-inline-start: 1rem;
    }

    .back ~ .journey {
      inset-inline-start: 3.5rem;
    }
  }

  .root:is([data-screen='document'], [data-screen='selfie']) .journey {
    clip-path: inset(50%);
  }

  .journey-line {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    display: flex;
    gap: 3px;
    block-size: 4px;
  }

  .journey-line span {
    flex: 1;
    background: color-mix(in srgb, var(--_fg) 12%, var(--_bg));
    transition: background-color var(--_motion);
  }

  .journey-line :is([data-state='done'], [data-state='current']) {
    background: var(--_accent);
  }

  .journey-line [data-state='current'] {
    background: linear-gradient(to right, var(--_accent) 50%, color-mix(in srgb, var(--_accent) 35%, var(--_bg)) 50%);
  }

  .journey-line [data-state='current']:dir(rtl) {
    background: linear-gradient(to left, var(--_accent) 50%, color-mix(in srgb, var(--_accent) 35%, var(--_bg)) 50%);
  }

  .step {
    grid-area: 1 / 1 / 4 / 1;
    min-block-size: 0;
    display: none;
  }

  .root:is([data-screen='document'], [data-screen='selfie']) .step {
    display: block;
  }

  /* The step's own header leaves room for what this one has at both ends. */
  .step > * {
    --_header-inset: 3rem 6rem;
    block-size: 100%;
    max-block-size: none;
  }

  .step > ::part(close),
  .step > ::part(assist) {
    display: none;
  }

  .notice {
    display: grid;
    grid-template-columns: 1.25rem 1fr;
    gap: 0.75rem;
    margin-block-start: var(--_space);
    padding: 0.75rem 1rem;
    border-radius: var(--_radius);
    background: color-mix(in srgb, var(--_warn) 10%, var(--_bg));
    font-size: calc(0.9375rem * var(--_text));
    line-height: 1.45;
    text-align: start;
  }

  .notice .icon {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin-block-start: 0.0625rem;
    color: var(--_warn);
  }

  .flip {
    display: grid;
    place-items: center;
    margin-block-start: calc(var(--_space) * 2.25);
    perspective: 60rem;
  }

  .flip-card {
    position: relative;
    inline-size: min(18rem, 74cqi, 60cqb);
    aspect-ratio: 85.6 / 53.98;
    transform-style: preserve-3d;
    animation: flip 3.6s cubic-bezier(0.65, 0, 0.3, 1) infinite;
  }

  .flip-face {
    position: absolute;
    inset: 0;
    backface-visibility: hidden;
  }

  .flip-face[data-face='back'] {
    transform: rotateY(180deg);
  }

  .flip-face > svg {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
  }

  .flip-face path {
    fill: color-mix(in srgb, var(--_accent) 8%, var(--_bg));
    stroke: var(--_accent);
    stroke-width: 8;
  }

  .flip-face .ghost {
    fill: color-mix(in srgb, var(--_accent) 30%, var(--_bg));
  }

  @keyframes flip {
    0%,
    22% {
      transform: rotateY(0);
    }
    58%,
    100% {
      transform: rotateY(180deg);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .flip-card {
      animation: none;
      transform: rotateY(180deg);
    }
  }

  .panel[data-screen='flip'] .emblem {
    display: none;
  }

  @container shell (width >= 38rem) and (height < 30rem) {
    .flip {
      margin-block-start: var(--_space);
    }

    .flip-card {
      inline-size: min(18rem, 46cqb);
    }
  }

  .stop {
    inline-size: min(100% - 2rem, 24rem);
    padding: calc(var(--_space) * 1.5);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.25);
    background: var(--_bg);
    color: var(--_fg);
    text-align: center;
    box-shadow: 0 1.5rem 4rem var(--_shade);
  }

  .stop::backdrop {
    background: rgb(10 14 20 / 0.55);
  }

  .stop-actions {
    display: grid;
    gap: 0.5rem;
    margin-block-start: calc(var(--_space) * 1.5);
  }

  .stop .button[data-action='cancel'] {
    color: var(--_error);
  }

  @media (forced-colors: active) {
    .journey-line :is([data-state='done'], [data-state='current']) {
      forced-color-adjust: none;
      background: Highlight;
    }

    .journey-line span {
      border-block-end: 1px solid CanvasText;
    }

    .back {
      border: 1px solid;
    }

    .notice .icon {
      color: inherit;
    }

    .flip-face path {
      fill: Canvas;
      stroke: CanvasText;
    }
  }

  @media (prefers-contrast: more), (forced-colors: active) {
    .notice,
    .stop {
      border: 1.5px solid currentColor;
    }
  }
`;
