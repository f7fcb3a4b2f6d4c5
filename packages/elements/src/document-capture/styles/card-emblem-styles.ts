import { css } from 'lit';

/** The emblem of elements for documents is a card: the same sign from the first screen to the last. */
export const cardEmblemStyles = css`
  .emblem {
    inline-size: 11.5rem;
    block-size: 7.25rem;
  }

  .emblem::before {
    inset: 0;
    border-radius: 3.7% / 5.9%;
  }

  .emblem .ring {
    stroke-width: 14;
  }

  .emblem > .icon {
    inline-size: auto;
    block-size: 46%;
  }

  @container shell (width < 22rem) or (height < 36rem) {
    .emblem {
      inline-size: 8rem;
      block-size: 5.0625rem;
    }
  }

  @container shell (width < 42rem) {
    .panel[data-columns] .emblem {
      inline-size: 7.5rem;
      block-size: 4.75rem;
    }
  }

  @container shell (width >= 42rem) {
    .panel[data-columns] .emblem {
      inline-size: min(16rem, 60cqb);
      aspect-ratio: 85.6 / 53.98;
    }

    .panel[data-columns] .emblem .ring {
      stroke-width: 9;
    }
  }

  @container shell (width >= 38rem) and (height < 30rem) {
    .emblem {
      inline-size: 6rem;
      block-size: 3.8125rem;
      margin-block-end: calc(var(--_space) * 0.75);
    }
  }
`;
