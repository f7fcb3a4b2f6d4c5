import { css } from 'lit';

/** The element's own box, its header and what all screens share. */
export const frameStyles = css`
  :host {
    display: block;
    box-sizing: border-box;
    container: shell / size;
    min-inline-size: 17.5rem;
    inline-size: 100%;
    block-size: 42rem;
    max-block-size: 100dvb;
    overflow: hidden;
    background: var(--_bg);
  }

  :host([hidden]) {
    display: none;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h2,
  p,
  ul,
  ol {
    margin: 0;
    padding: 0;
  }

  .root {
    /* What a page says of its own text, such as capitals or wide letters, is not meant for this; whether it shows it is. */
    all: initial;
    /* Some engines reset the language with the rest: Chinese would then get the letters of another region. */
    -webkit-locale: revert-layer;
    color-scheme: inherit;
    visibility: inherit;
    pointer-events: inherit;
    color: var(--_fg);
    font-family: var(--_font);
    font-size: calc(1rem * var(--_text));
    line-height: 1.5;
    text-align: start;
    -webkit-text-size-adjust: 100%;
    -webkit-tap-highlight-color: transparent;
    position: relative;
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
    block-size: 100%;
  }

  .header {
    grid-area: 1 / 1;
    z-index: 2;
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 3.5rem;
    padding: max(0.375rem, env(safe-area-inset-top)) max(0.5rem, env(safe-area-inset-right)) 0
      max(0.5rem, env(safe-area-inset-left));
    /* Inside another element, its header has something at both ends. */
    margin-inline: var(--_header-inset, 0);
    pointer-events: none;
  }

  .header > * {
    pointer-events: auto;
  }

  .close {
    order: 3;
    margin-inline-start: auto;
  }

  .close,
  .camera-select {
    display: inline-grid;
    place-items: center;
    min-inline-size: 2.75rem;
    min-block-size: 2.75rem;
    padding: 0;
    border: 0;
    border-radius: 999px;
    background: transparent;
    color: var(--_fg);
    font: inherit;
    cursor: pointer;
    transition: background-color var(--_motion);
  }

  .close:hover,
  .camera-select:hover {
    background: color-mix(in srgb, var(--_fg) 8%, transparent);
  }

  .screen {
    grid-area: 2 / 1;
    min-block-size: 0;
  }

  .root[data-screen='camera'] .screen {
    grid-area: 1 / 1 / 3 / 1;
  }

  .screen > slot {
    display: block;
    block-size: 100%;
  }

  slot[name='footer'] {
    grid-area: 3 / 1;
    display: block;
  }

  .banner {
    position: absolute;
    z-index: 3;
    inset-block-start: max(0.75rem, env(safe-area-inset-top));
    /* Beside what stands at both ends of the header. */
    inset-inline: 0.75rem 6.75rem;
    justify-self: center;
    inline-size: fit-content;
    max-inline-size: 26rem;
    margin-inline: auto;
    display: flex;
    align-items: center;
    gap: 0.5rem;
    padding: 0.5rem 0.875rem;
    border-radius: var(--_radius);
    background: var(--_fg);
    color: var(--_bg);
    font-size: calc(0.875rem * var(--_text));
    line-height: 1.35;
  }

  .icon {
    flex: none;
    inline-size: 1.5rem;
    block-size: 1.5rem;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .banner .icon {
    inline-size: 1.25rem;
    block-size: 1.25rem;
  }

  .ring {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
    fill: none;
    stroke-linecap: round;
  }

  .ring-track {
    stroke: var(--_oval-stroke);
    transition: stroke var(--_motion);
  }

  .ring-value {
    stroke: var(--_oval-stroke-ready);
    transition:
      stroke-dasharray var(--_motion) linear,
      stroke var(--_motion);
  }

  .ring-value[stroke-dasharray='0 100'] {
    stroke-linecap: butt;
  }

  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 3px;
  }

  [tabindex='-1']:focus {
    outline: none;
  }

  .visually-hidden,
  .live {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    .close,
    .banner {
      border: 1px solid;
    }

    .ring-track {
      stroke: CanvasText;
    }

    .ring-value {
      stroke: Highlight;
    }

    :focus-visible {
      outline-color: Highlight;
    }
  }
`;
