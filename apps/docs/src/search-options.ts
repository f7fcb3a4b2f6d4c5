import type { Options } from 'minisearch';

/** One part of a page, as search knows it. */
export interface SearchEntry {
  readonly id: number;
  readonly path: string;
  readonly page: string;
  readonly heading: string;
  readonly text: string;
}

/** Shared by the build, which makes the index, and by the page, which asks it. */
export const SEARCH_OPTIONS: Options<SearchEntry> = {
  fields: ['heading', 'page', 'text'],
  storeFields: ['path', 'page', 'heading'],
  searchOptions: { boost: { heading: 4, page: 2 }, prefix: true, combineWith: 'AND' },
};
