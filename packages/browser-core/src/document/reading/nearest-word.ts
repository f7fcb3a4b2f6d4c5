import { editDistance } from './edit-distance.ts';

/** How many of ten letters may be misread before a word counts as another (guess: OCR of a legible line errs in fewer). */
const MAX_ERROR_SHARE = 0.34;

/**
 * The one word of a closed list that a misread text can only be; null when none is near, or when two are equally near.
 * Case, spaces and punctuation do not count. `likeness` is 1 for the same word.
 */
export function nearestWord(text: string, words: readonly string[]): { word: string; likeness: number } | null {
  const wanted = lettersOf(text);
  if (wanted === '') return null;
  const ranked = words
    .map((word) => ({ word, distance: editDistance(wanted, lettersOf(word)), length: lettersOf(word).length }))
    .toSorted((a, b) => a.distance - b.distance);
  const [best, second] = ranked;
  if (best === undefined || best.distance > best.length * MAX_ERROR_SHARE) return null;
  if (second !== undefined && second.distance === best.distance) return null;
  return { word: best.word, likeness: 1 - best.distance / Math.max(1, best.length) };
}

function lettersOf(text: string): string {
  return text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}
