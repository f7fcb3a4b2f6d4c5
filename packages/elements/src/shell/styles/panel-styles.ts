import { css } from 'lit';

/** Screens without a camera picture, as they are on a phone: text in the middle, buttons at the thumb. */
export const panelStyles = css`
  .panel {
    --_column: 25rem;
    display: flex;
    flex-direction: column;
    block-size: 100%;
    animation: panel-in calc(var(--_motion) * 1.5) ease-out;
  }

  @keyframes panel-in {
    from {
      opacity: 0;
      transform: translateY(0.5rem);
    }
  }

  .panel-scroll {
    flex: 1;
    min-block-size: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    mask-image: linear-gradient(#000 calc(100% - var(--_space)), transparent);
    display: flex;
    flex-direction: column;
    align-items: center;
    padding: calc(var(--_space) * 0.5) max(calc(var(--_space) * 1.5), env(safe-area-inset-right)) var(--_space)
      max(calc(var(--_space) * 1.5), env(safe-area-inset-left));
  }

  .panel-scroll::before,
  .panel-scroll::after {
    content: '';
    flex: 1;
  }

  .panel-scroll::after {
    flex: 1.4;
  }

  .panel-text {
    inline-size: 100%;
    max-inline-size: var(--_column);
    text-align: center;
  }

  .title {
    font-size: calc(clamp(1.375rem, 1.1rem + 1.4cqi, 1.75rem) * var(--_text));
    font-weight: 680;
    line-height: 1.2;
    letter-spacing: -0.018em;
    text-wrap: balance;
  }

  /* Letters of scripts that join stay joined. */
  .title:dir(rtl) {
    letter-spacing: normal;
  }

  .body {
    margin-block-start: 0.625rem;
    color: var(--_muted);
    text-wrap: pretty;
  }

  .attempts {
    display: inline-block;
    margin-block-start: var(--_space);
    padding: 0.25rem 0.75rem;
    border: 1px solid var(--_line);
    border-radius: 999px;
    font-size: calc(0.875rem * var(--_text));
    font-weight: 560;
  }

  /* The line with the progress comes and goes: it moves nothing. */
  .panel:is([data-screen='loading'], [data-screen='permission']) .panel-text {
    min-block-size: 8rem;
  }

  .progress {
    margin-block-start: calc(var(--_space) * 0.75);
    color: var(--_muted);
    font-size: calc(0.875rem * var(--_text));
    font-variant-numeric: tabular-nums;
  }

  .emblem {
    position: relative;
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 7.5rem;
    block-size: 10rem;
    margin-block-end: calc(var(--_space) * 1.75);
    color: var(--_accent);
  }

  .emblem::before {
    content: '';
    position: absolute;
    inset: 4% 5%;
    border-radius: 50%;
    background: color-mix(in srgb, currentColor 9%, var(--_bg));
  }

  .emblem .ring {
    position: absolute;
    inset: 0;
    stroke-width: 1.75;
  }

  .emblem > .icon {
    position: relative;
    inline-size: 43%;
    block-size: auto;
    stroke-width: 1.5;
  }

  .emblem[data-icon='smile'] > .icon {
    inline-size: 66%;
    stroke-width: 1.1;
  }

  .emblem[data-tone='ok'] {
    color: var(--_ok);
  }

  .emblem[data-tone='warn'] {
    color: var(--_warn);
  }

  .emblem[data-tone='error'] {
    color: var(--_error);
  }

  .emblem .ring-value {
    stroke: currentColor;
  }

  .emblem[data-ring='still'] .ring-track {
    stroke: currentColor;
  }

  .emblem[data-ring='busy'] .ring-value {
    stroke-dasharray: 22 78;
    animation: ring-turn 1.6s linear infinite;
  }

  @keyframes ring-turn {
    to {
      stroke-dashoffset: -100;
    }
  }

  .panel:is([data-screen='captured'], [data-screen='passed']) .emblem > .icon {
    stroke-dasharray: 24;
    animation: check-draw calc(var(--_motion) * 2) ease-out both;
  }

  @keyframes check-draw {
    from {
      stroke-dashoffset: 24;
    }
    to {
      stroke-dashoffset: 0;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .emblem[data-ring='busy'] .ring-value {
      animation: ring-breathe 2.4s ease-in-out infinite;
      stroke-dasharray: 100 0;
    }

    @keyframes ring-breathe {
      50% {
        opacity: 0.35;
      }
    }
  }

  .points {
    display: grid;
    gap: 1.125rem;
    margin-block-start: calc(var(--_space) * 1.75);
    list-style: none;
    text-align: start;
  }

  .point {
    display: grid;
    grid-template-columns: 2.75rem 1fr;
    gap: 0.875rem;
    align-items: start;
  }

  .point-icon {
    display: grid;
    place-items: center;
    inline-size: 2.75rem;
    block-size: 2.75rem;
    border-radius: 50%;
    background: color-mix(in srgb, var(--_accent) 9%, var(--_bg));
    color: var(--_accent);
  }

  .point-title {
    font-weight: 620;
    line-height: 1.35;
  }

  .point-body {
    color: var(--_muted);
    font-size: calc(0.9375rem * var(--_text));
    line-height: 1.45;
  }

  .privacy {
    display: grid;
    grid-template-columns: 1.25rem 1fr;
    gap: 0.75rem;
    margin-block-start: calc(var(--_space) * 1.5);
    padding: 0.875rem 1rem;
    border-radius: var(--_radius);
    background: var(--_raised);
    text-align: start;
  }

  .privacy .icon {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    margin-block-start: 0.0625rem;
    color: var(--_accent);
  }

  .privacy :is(.point-title, .point-body) {
    font-size: calc(0.875rem * var(--_text));
  }

  .privacy .point-body {
    margin-block-start: 0.125rem;
  }

  .steps {
    display: grid;
    gap: 0.75rem;
    margin-block-start: calc(var(--_space) * 1.5);
    padding-block: 1rem;
    padding-inline: 1.125rem 1rem;
    border-radius: var(--_radius);
    background: var(--_raised);
    list-style: none;
    counter-reset: step;
    text-align: start;
  }

  .steps li {
    display: grid;
    grid-template-columns: 1.625rem 1fr;
    gap: 0.75rem;
    counter-increment: step;
  }

  .steps li::before {
    content: counter(step);
    display: grid;
    place-items: center;
    inline-size: 1.625rem;
    block-size: 1.625rem;
    border-radius: 50%;
    background: var(--_bg);
    color: var(--_accent);
    font-size: calc(0.8125rem * var(--_text));
    font-weight: 650;
  }

  .actions {
    flex: none;
    align-self: center;
    display: grid;
    gap: 0.625rem;
    inline-size: 100%;
    max-inline-size: calc(var(--_column) + var(--_space) * 3);
    padding: 0.75rem max(calc(var(--_space) * 1.5), env(safe-area-inset-right))
      max(calc(var(--_space) * 1.25), env(safe-area-inset-bottom))
      max(calc(var(--_space) * 1.5), env(safe-area-inset-left));
  }

  .button {
    min-block-size: 3.125rem;
    padding: 0.75rem 1.25rem;
    border: 1.5px solid transparent;
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_on-accent);
    font: inherit;
    font-weight: 620;
    line-height: 1.25;
    cursor: pointer;
    transition:
      background-color var(--_motion),
      transform calc(var(--_motion) * 0.5);
  }

  .button:hover {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_fg));
  }

  .button:active {
    transform: scale(0.985);
  }

  .button[data-kind='secondary'] {
    min-block-size: 2.75rem;
    background: transparent;
    color: var(--_fg);
  }

  .button[data-kind='secondary']:hover {
    background: color-mix(in srgb, var(--_fg) 7%, transparent);
  }

  @media (forced-colors: active) {
    .privacy .icon {
      color: inherit;
    }

    .button[data-kind='primary'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }

  @media (prefers-contrast: more), (forced-colors: active) {
    .button,
    .button[data-kind='secondary'],
    .privacy,
    .steps,
    .point-icon {
      border: 1.5px solid currentColor;
    }
  }
`;
