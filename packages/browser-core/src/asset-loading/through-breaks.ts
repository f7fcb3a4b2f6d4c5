import type { BrowserCoreError } from '../browser-core-error.ts';

/** A failure that may be gone in a moment: a line that broke, a server that is busy. */
export class PassingFailure extends Error {
  override readonly name = 'PassingFailure';
  /** What it is where it does not pass. */
  readonly error: BrowserCoreError;

  constructor(error: BrowserCoreError) {
    super(error.message, { cause: error });
    this.error = error;
  }
}

/** Tries in a row that bring nothing new (guess). */
const MAX_TRIES = 5;
/** Before the second try; doubled before each further one (guess). */
const FIRST_PAUSE_MS = 500;

export interface Breaks {
  /** Resolves after so long, or later where the page knows that it is offline. */
  readonly wait: (delayMs: number) => Promise<void>;
  /** How far it has come: more than after the last break, and the tries are counted anew. */
  readonly length?: () => number;
}

/** Runs again after each passing failure, patient as long as something comes; throws what it failed of in the end. */
export async function throughBreaks<T>(run: () => Promise<T>, { wait, length = () => 0 }: Breaks): Promise<T> {
  let farthest = length();
  for (let tries = 1; ; tries += 1) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof PassingFailure)) throw error;
      if (length() > farthest) tries = 1;
      farthest = Math.max(farthest, length());
      if (tries >= MAX_TRIES) throw error.error;
      await wait(FIRST_PAUSE_MS * 2 ** (tries - 1));
    }
  }
}
