/** Letters that a recogniser takes digits for. A letter that may be several digits is all of them. */
const DIGITS_OF: Readonly<Record<string, string>> = {
  O: '0',
  D: '0',
  Q: '0',
  U: '0',
  I: '1',
  L: '1',
  '|': '1',
  '!': '1',
  J: '1',
  Z: '2',
  E: '3',
  A: '4',
  S: '5',
  G: '6',
  b: '6',
  T: '7',
  Y: '7',
  B: '8',
  g: '9',
  '?': '27',
  P: '9',
};

/** Larger products than this are no reading but a guess. */
const MOST_CANDIDATES = 64;

/**
 * Every text of digits that `text` can be, spaces aside; the text itself when it has none but digits. Empty when a
 * character can be no digit.
 */
export function resolveDigits(text: string): readonly string[] {
  let candidates = [''];
  for (const character of text.replaceAll(/\s+/g, '')) {
    const digits = /\d/.test(character)
      ? character
      : (DIGITS_OF[character] ?? DIGITS_OF[character.toUpperCase()] ?? '');
    candidates = candidates.flatMap((candidate) => Array.from(digits, (digit) => candidate + digit));
    if (candidates.length === 0 || candidates.length > MOST_CANDIDATES) return [];
  }
  return candidates;
}
