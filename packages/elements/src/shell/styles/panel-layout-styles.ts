import { css } from 'lit';

/** What panels do in boxes of different sizes: the emblem shrinks or goes, and long texts stand beside it. */
export const panelLayoutStyles = css`
  @container shell (width < 22rem) or (height < 36rem) {
    .emblem {
      inline-size: 5.25rem;
      block-size: 7rem;
      margin-block-end: var(--_space);
    }
  }

  @container shell (width < 42rem) {
    .panel[data-columns] .emblem {
      inline-size: 4.5rem;
      block-size: 6rem;
      margin-block-end: var(--_space);
    }
  }

  @container shell (width < 42rem) and (height < 46rem) {
    .panel[data-screen='consent'] .emblem {
      display: none;
    }
  }

  /* What leaves the device is to be read before the button is pressed: where not all is in sight, the advice is what one scrolls to. */
  @container shell (width < 42rem) and (height < 40rem) {
    .panel[data-screen='consent']:has(.privacy) .panel-text {
      display: flex;
      flex-direction: column;
    }

    .panel[data-screen='consent'] .privacy ~ * {
      order: 1;
    }

    .panel[data-screen='consent'] .points:has(~ .privacy) {
      order: 2;
      margin-block-start: var(--_space);
    }

    .panel[data-screen='consent'] .privacy {
      margin-block-start: var(--_space);
    }
  }

  /* Four points leave no room for a drawing. */
  @container shell (width < 42rem) and (height < 60rem) {
    .panel[data-screen='consent']:has(.point:nth-child(4)) .emblem {
      display: none;
    }

    .panel[data-screen='consent'] .points:has(.point:nth-child(4)) {
      gap: 0.75rem;
      margin-block-start: var(--_space);
    }
  }

  @container shell (width < 42rem) and (height < 30rem) {
    /* What turns or fills stays: it is the sign that something goes on. */
    .panel .emblem[data-ring='still'] {
      display: none;
    }

    .button {
      min-block-size: 2.75rem;
      padding: 0.5rem;
    }

    .actions {
      gap: 0.25rem;
    }
  }

  @container shell (width >= 42rem) and (height >= 32rem) {
    .panel {
      justify-content: center;
      padding-block-end: 3.5rem;
    }

    .panel-scroll {
      flex: 0 1 auto;
      padding-block-end: calc(var(--_space) * 1.25);
    }

    .actions {
      padding-block: 0.75rem 0;
    }

    .button {
      justify-self: center;
      inline-size: min(100%, 20rem);
    }
  }

  @container shell (width >= 42rem) {
    .panel[data-columns] {
      --_column: 30rem;
      display: grid;
      grid-template: fit-content(calc(100cqb - 10rem)) auto / minmax(10rem, 16rem) minmax(
          0,
          calc(var(--_column) + 3rem)
        );
      place-content: center;
      column-gap: calc(var(--_space) * 1.5);
    }

    .panel[data-columns] .panel-scroll {
      display: contents;
    }

    .panel[data-columns] .panel-scroll::before,
    .panel[data-columns] .panel-scroll::after {
      content: none;
    }

    .panel[data-columns] .emblem {
      grid-area: 1 / 1 / 3 / 2;
      place-self: center;
      inline-size: min(13.5rem, 40cqb);
      block-size: auto;
      aspect-ratio: 3 / 4;
      margin: 0;
    }

    .panel[data-columns] .emblem .ring {
      stroke-width: 1;
    }

    .panel[data-columns] .panel-text {
      grid-area: 1 / 2;
      max-inline-size: none;
      max-block-size: 100%;
      min-block-size: 0;
      overflow-y: auto;
      mask-image: linear-gradient(#000 calc(100% - var(--_space)), transparent);
      padding: 0.25rem calc(var(--_space) * 1.5) var(--_space);
      text-align: start;
    }

    .panel[data-columns] .actions {
      grid-area: 2 / 2;
      display: flex;
      flex-wrap: wrap;
      max-inline-size: none;
    }

    .panel[data-columns] .button {
      flex: none;
      max-inline-size: 100%;
      inline-size: auto;
      min-inline-size: 8rem;
      padding-inline: 1.5rem;
    }

    .panel[data-columns] .button[data-kind='secondary'] {
      min-block-size: 3.125rem;
    }
  }

  @container shell (width >= 38rem) and (height < 30rem) {
    .emblem {
      inline-size: 3.75rem;
      block-size: 5rem;
      margin-block-end: calc(var(--_space) * 0.75);
    }

    .actions {
      display: flex;
      justify-content: center;
      max-inline-size: none;
      padding-block: 0.5rem 0.75rem;
    }

    .actions .button {
      flex: 0 1 auto;
      inline-size: auto;
      min-inline-size: 14rem;
      min-block-size: 2.75rem;
      padding-block: 0.5rem;
    }

    .panel[data-columns] .emblem {
      display: none;
    }

    .panel[data-columns] {
      grid-template: fit-content(calc(100cqb - 7.5rem)) auto / minmax(0, 48rem);
    }

    .panel[data-columns] :is(.panel-text, .actions) {
      grid-column: 1;
    }

    .panel[data-columns] .actions {
      justify-content: start;
    }

    .panel[data-columns] .button[data-kind] {
      min-inline-size: 8rem;
      min-block-size: 2.75rem;
    }

    .points {
      grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr));
      margin-block-start: var(--_space);
    }
  }
`;
