import type { Options } from 'minisearch';

/** One part of a page, as search knows it. */
export interface SearchEntry {
  readonly id: number;
  readonly path: string;
  readonly page: string;
  readonly heading: string;
  readonly text: string;
}

/** Words, and names with a hyphen both whole and in parts: `camera-in-use` is looked for as it is written. */
function toTerms(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}_]+(?:-[\p{L}\p{N}_]+)*/gu) ?? [];
  return words.flatMap((word) => (word.includes('-') ? [word, ...word.split('-')] : [word]));
}

/** Shared by the build, which makes the index, and by the page, which asks it. */
export const SEARCH_OPTIONS: Options<SearchEntry> = {
  tokenize: toTerms,
  fields: ['heading', 'page', 'text'],
  storeFields: ['path', 'page', 'heading'],
  searchOptions: { boost: { heading: 4, page: 2 }, prefix: true, combineWith: 'AND' },
};
