import { css } from 'lit';

/**
 * The live picture. Script measures the room that the oval has (`.oval-room`) and sets the sizes of picture and oval, so
 * that the oval lies where the quality gate wants the face.
 */
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

  .scrim {
    position: absolute;
    inset: 0;
    background: radial-gradient(
      /* The middle of the ring's line: 36 of 75 and 48.5 of 100 units of its view box. */ ellipse
        calc(var(--_oval-width) * 0.48) calc(var(--_oval-width) * 0.64667) at center,
      transparent calc(100% - 1px),
      var(--_scrim) 100%
    );
  }

  .stage,
  .oval-room {
    --_oval-width: 12rem;
  }

  .oval-room {
    position: absolute;
    inset: 0;
    margin: auto;
    inline-size: max(8rem, min(var(--sl-oval-width, 25rem), 100cqi - 3.5rem, (100cqb - 15.5rem) * 0.75));
    block-size: 0;
    visibility: hidden;
  }

  .oval {
    position: absolute;
    inset: 0;
    margin: auto;
    inline-size: var(--_oval-width);
    block-size: calc(var(--_oval-width) / 0.75);
  }

  .oval .ring {
    stroke-width: 1.1;
  }

  .oval .ring-value {
    stroke-width: 1.6;
  }

  .stage[data-oval='ready'] .ring-track {
    stroke: var(--_oval-stroke-ready);
  }

  .stage[data-oval='holding'] .ring-value {
    stroke: var(--_oval-stroke-ok);
  }

  .hint-row {
    position: absolute;
    inset-inline: 1rem;
    inset-block-end: calc(50% + var(--_oval-width) / 1.5 + 1.125rem);
    display: flex;
    justify-content: center;
  }

  .hint {
    display: inline-flex;
    align-items: center;
    gap: 0.625rem;
    min-block-size: 2.75rem;
    max-inline-size: 100%;
    padding: 0.5rem 1.125rem 0.5rem 0.875rem;
    border-radius: 1.5rem;
    background: var(--_fg);
    color: var(--_bg);
    font-size: var(--_hint-size);
    font-weight: 600;
    line-height: 1.25;
    letter-spacing: -0.005em;
    box-shadow: 0 0.25rem 1.25rem var(--_shade);
    animation: hint-in var(--_motion) ease-out;
  }

  .hint:dir(rtl) {
    padding: 0.5rem 0.875rem 0.5rem 1.125rem;
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

  .shutter-row {
    position: absolute;
    inset-inline: 1.5rem;
    inset-block-start: calc(50% + var(--_oval-width) / 1.5 + 1rem);
    display: grid;
    justify-items: center;
    gap: 0.75rem;
    text-align: center;
  }

  .stage-note {
    color: var(--_fg);
    font-size: 0.9375rem;
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
    font-size: 0.875rem;
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

  @container selfie-liveness (width < 24rem) {
    .stage-note {
      font-size: 0.875rem;
    }
  }

  @container selfie-liveness (width < 38rem) and (height < 34rem) {
    .hint-row {
      inset-block-end: calc(50% + var(--_oval-width) / 1.5 + 0.75rem);
    }

    .hint {
      padding-block: 0.375rem;
      font-size: min(var(--_hint-size), 0.9375rem);
    }

    .oval-room {
      inline-size: max(8rem, min(var(--sl-oval-width, 25rem), 100cqi - 3.5rem, (100cqb - 14rem) * 0.75));
    }

    .shutter-row {
      inset-block-start: calc(50% + var(--_oval-width) / 1.5 + 0.75rem);
    }

    .shutter-row:has(.shutter) .stage-note {
      display: none;
    }

    .shutter {
      inline-size: 3.5rem;
      block-size: 3.5rem;
    }
  }

  @container selfie-liveness (height < 30rem) and (width >= 38rem) {
    .oval-room {
      inline-size: max(8rem, min(var(--sl-oval-width, 25rem), 40cqi, (100cqb - 2rem) * 0.75));
    }

    .hint-row,
    .shutter-row {
      inset-inline: auto 1.25rem;
      inline-size: calc(50% - var(--_oval-width) / 2 - 2.5rem);
    }

    .hint-row {
      inset-block-end: 52%;
    }

    .shutter-row {
      inset-block-start: 54%;
    }
  }

  @media (forced-colors: active) {
    .hint,
    .shutter,
    .camera-select {
      border: 2px solid;
    }

    .scrim {
      forced-color-adjust: none;
      --_scrim: Canvas;
    }

    .shutter-core {
      background: ButtonText;
    }
  }
`;
