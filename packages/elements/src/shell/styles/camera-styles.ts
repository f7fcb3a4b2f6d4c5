import { css } from 'lit';

/** A live picture with a hint, a shutter and a list of cameras; where they lie over it is each element's own. */
export const cameraStyles = css`
  .stage {
    position: relative;
    block-size: 100%;
    overflow: hidden;
    background: var(--_bg);
    animation: stage-in calc(var(--_motion) * 1.5) ease-out;
  }

  @keyframes stage-in {
    from {
      opacity: 0;
    }
  }

  .video {
    position: absolute;
    inset-block-start: 50%;
    left: 50%;
    inline-size: var(--_video-width, 100%);
    block-size: var(--_video-height, 100%);
    object-fit: cover;
    transform: translate(-50%, -50%);
  }

  .video[data-mirrored] {
    transform: translate(-50%, -50%) scaleX(-1);
  }

  /* The icon stands in the first line, so that it stays beside the words where they need two. */
  .hint {
    max-inline-size: 100%;
    padding-block: 0.6875rem;
    padding-inline: 0.875rem 1.125rem;
    border-radius: 1.5rem;
    background: var(--_fg);
    color: var(--_bg);
    font-size: calc(var(--_hint-size) * var(--_text));
    font-weight: 600;
    line-height: 1.25;
    letter-spacing: -0.005em;
    text-align: center;
    text-wrap: balance;
    box-shadow: 0 0.25rem 1.25rem var(--_shade);
    animation: hint-in var(--_motion) ease-out;
  }

  .hint:dir(rtl) {
    letter-spacing: normal;
  }

  .hint .icon {
    inline-size: 1.3333em;
    block-size: 1.3333em;
    margin-block: -0.25em;
    margin-inline-end: 0.5rem;
    vertical-align: -0.07em;
  }

  .hint[data-tone='ok'] {
    background: var(--_ok);
    color: var(--_on-ok);
  }

  @keyframes hint-in {
    from {
      opacity: 0.4;
      transform: translateY(0.25rem);
    }
  }

  .stage-note {
    color: var(--_fg);
    font-size: calc(0.9375rem * var(--_text));
    line-height: 1.4;
    text-wrap: balance;
  }

  .shutter {
    display: grid;
    place-items: center;
    inline-size: 4.25rem;
    block-size: 4.25rem;
    padding: 0.3125rem;
    border: 3px solid var(--_accent);
    border-radius: 50%;
    background: var(--_bg);
    cursor: pointer;
  }

  .shutter-core {
    inline-size: 100%;
    block-size: 100%;
    border-radius: 50%;
    background: var(--_accent);
    transition: transform calc(var(--_motion) * 0.5);
  }

  .shutter:active .shutter-core {
    transform: scale(0.9);
  }

  .camera-select {
    position: relative;
    grid-auto-flow: column;
    gap: 0.375rem;
    padding-inline: 0.75rem;
    max-inline-size: 14rem;
    background: var(--_bg);
    box-shadow: 0 0 0 1px var(--_line);
  }

  .camera-select select {
    appearance: none;
    min-block-size: 2.75rem;
    max-inline-size: 100%;
    min-inline-size: 0;
    border: 0;
    background: transparent;
    color: var(--_fg);
    font: inherit;
    font-size: calc(0.875rem * var(--_text));
    text-overflow: ellipsis;
    outline: none;
    cursor: pointer;
  }

  .camera-select:has(:focus-visible) {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }

  .camera-select .icon {
    inline-size: 1.25rem;
    block-size: 1.25rem;
  }

  .camera-select::after {
    content: '';
    inline-size: 0.4375rem;
    block-size: 0.4375rem;
    margin-block-start: -0.25rem;
    border: solid currentColor;
    border-width: 0 1.75px 1.75px 0;
    transform: rotate(45deg);
    pointer-events: none;
  }

  @container shell (width < 26rem) {
    .hint {
      padding-block: 0.5rem;
      font-size: calc(min(var(--_hint-size), 1.0625rem) * var(--_text));
    }
  }

  @container shell (width < 24rem) {
    .stage-note {
      font-size: calc(0.875rem * var(--_text));
    }
  }

  /* A long hint takes two lines there, not three. */
  @container shell (width < 21rem) {
    .hint {
      padding-inline: 0.75rem 0.875rem;
      font-size: calc(min(var(--_hint-size), 1rem) * var(--_text));
    }
  }

  @media (forced-colors: active) {
    .hint,
    .shutter,
    .camera-select {
      border: 2px solid;
    }

    .shutter-core {
      background: ButtonText;
    }
  }
`;
