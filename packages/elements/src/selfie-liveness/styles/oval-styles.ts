import { css } from 'lit';

/**
 * The live picture. Script measures the room that the oval has (`.oval-room`) and sets the sizes of picture and oval, so
 * that the oval lies where the quality gate wants the face.
 */
export const ovalStyles = css`
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

  /* Its colours and how long each takes come from the session, which keeps them from flashing. */
  .light {
    position: absolute;
    inset: 0;
    background: var(--_light, transparent);
    mask: radial-gradient(
      ellipse calc(var(--_oval-width) * 0.48) calc(var(--_oval-width) * 0.64667) at center,
      transparent calc(100% - 1px),
      #000 100%
    );
    transition: background-color var(--_light-ramp, 1s) linear;
  }

  /* Every colour of the light is as bright as a middle grey, whatever the theme: lines over it are dark, and words have a ground. */
  .stage[data-light='on'] {
    --_oval-stroke: rgb(17 22 29 / 0.4);
    --_oval-stroke-ready: #2a2496;
    --_oval-stroke-ok: #064a2c;
  }

  .stage[data-light] .stage-note {
    padding: 0.5rem 1rem;
    border-radius: 1.25rem;
    background: var(--_bg);
  }

  .stage[data-light] .button {
    min-block-size: 2.75rem;
    padding: 0.375rem 1.25rem;
    background: var(--_bg);
  }

  .root:has(.stage[data-light='on']) .close {
    background: var(--_bg);
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

  .shutter-row {
    position: absolute;
    inset-inline: 1.5rem;
    inset-block-start: calc(50% + var(--_oval-width) / 1.5 + 1rem);
    display: grid;
    justify-items: center;
    gap: 0.75rem;
    text-align: center;
  }

  /* Hint and note take two lines each in many languages: neither may reach the header, nor push the shutter out. */
  @container shell (width < 38rem) and (height < 48rem) {
    .hint-row {
      inset-block-end: calc(50% + var(--_oval-width) / 1.5 + 0.75rem);
    }

    .shutter-row {
      inset-block-start: calc(50% + var(--_oval-width) / 1.5 + 0.75rem);
      gap: 0.5rem;
    }

    .shutter {
      inline-size: 3.5rem;
      block-size: 3.5rem;
    }

    /* The note above it takes three lines or four. */
    .shutter-row:has(.button) {
      gap: 0.25rem;
    }

    .shutter-row .stage-note {
      line-height: 1.3;
    }

    .shutter-row .button {
      min-block-size: 2.75rem;
      padding-block: 0.375rem;
    }
  }

  @container shell (width < 26rem) and (34rem <= height < 48rem) {
    .stage[data-light] .oval-room {
      inline-size: max(8rem, min(var(--sl-oval-width, 25rem), 100cqi - 3.5rem, (100cqb - 17.5rem) * 0.75));
    }

    .stage[data-light] .shutter-row {
      inset-inline: 1rem;
    }

    .stage[data-light] .stage-note {
      padding: 0.375rem 0.75rem;
    }
  }

  @container shell (width < 38rem) and (height < 34rem) {
    .hint {
      padding-block: 0.375rem;
      font-size: calc(min(var(--_hint-size), 0.9375rem) * var(--_text));
    }

    .oval-room {
      inline-size: max(8rem, min(var(--sl-oval-width, 25rem), 100cqi - 3.5rem, (100cqb - 14rem) * 0.75));
    }

    .shutter-row:has(.shutter, .button) .stage-note {
      display: none;
    }
  }

  @container shell (height < 30rem) and (width >= 38rem) {
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
    .scrim {
      forced-color-adjust: none;
      --_scrim: Canvas;
    }
  }
`;
