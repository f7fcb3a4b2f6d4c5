/** What a name field is made of: primary names, `<<`, secondary names, filler to the end. */
const PRIMARY = 0;
const PRIMARY_BREAK = 1;
const SECONDARY_START = 2;
const SECONDARY = 3;
const SECONDARY_BREAK = 4;
const END = 5;
const STATES = 6;

/** Where a letter or a filler leads from each state, and how usual that is. A letter after the end is odd, not impossible (guess). */
const AFTER_LETTER = [PRIMARY, PRIMARY, SECONDARY, SECONDARY, SECONDARY, SECONDARY];
const AFTER_FILLER = [PRIMARY_BREAK, SECONDARY_START, END, SECONDARY_BREAK, END, END];
const LETTER_WEIGHTS = [1, 1, 1, 1, 1, 1e-4];

/**
 * How likely each place of a name field holds a letter, all others considered (the others being filler): forward and backward
 * through the ways in which a name field is built. `letters[i]` and `fillers[i]` are what the eyes say of place `i`.
 */
export function letterProbabilities(letters: readonly number[], fillers: readonly number[]): readonly number[] {
  const count = letters.length;
  const forward = [start()];
  for (let i = 0; i < count; i += 1) {
    const next = Array.from({ length: STATES }, () => 0);
    for (let s = 0; s < STATES; s += 1) {
      const value = forward[i]?.[s] ?? 0;
      add(next, AFTER_LETTER[s] ?? 0, value * (letters[i] ?? 0) * (LETTER_WEIGHTS[s] ?? 1));
      // A name begins with a letter.
      if (i > 0) add(next, AFTER_FILLER[s] ?? 0, value * (fillers[i] ?? 0));
    }
    forward.push(normalised(next));
  }
  const result = Array.from({ length: count }, () => 0);
  let backward = Array.from({ length: STATES }, () => 1);
  for (let i = count - 1; i >= 0; i -= 1) {
    const next = Array.from({ length: STATES }, () => 0);
    let asLetter = 0;
    let asFiller = 0;
    for (let s = 0; s < STATES; s += 1) {
      const letter = (letters[i] ?? 0) * (LETTER_WEIGHTS[s] ?? 1) * (backward[AFTER_LETTER[s] ?? 0] ?? 0);
      const filler = i > 0 ? (fillers[i] ?? 0) * (backward[AFTER_FILLER[s] ?? 0] ?? 0) : 0;
      next[s] = letter + filler;
      asLetter += (forward[i]?.[s] ?? 0) * letter;
      asFiller += (forward[i]?.[s] ?? 0) * filler;
    }
    result[i] = asLetter + asFiller > 0 ? asLetter / (asLetter + asFiller) : 0.5;
    backward = normalised(next);
  }
  return result;
}

function start(): number[] {
  const states = Array.from({ length: STATES }, () => 0);
  states[PRIMARY] = 1;
  return states;
}

function add(states: number[], state: number, value: number): void {
  states[state] = (states[state] ?? 0) + value;
}

function normalised(states: number[]): number[] {
  const sum = states.reduce((a, b) => a + b, 0);
  return sum > 0 ? states.map((value) => value / sum) : states;
}
