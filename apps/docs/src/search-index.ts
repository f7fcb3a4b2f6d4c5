import MiniSearch from 'minisearch';
import type { RenderedPage } from './render-site.ts';
import { SEARCH_OPTIONS, type SearchEntry } from './search-options.ts';

/** What the search field loads when it is opened first: one entry for each part of each page. */
export function buildSearchIndex(pages: readonly RenderedPage[]): string {
  const index = new MiniSearch<SearchEntry>(SEARCH_OPTIONS);
  index.addAll(pages.flatMap(entriesOf).map((entry, id) => ({ id, ...entry })));
  return JSON.stringify(index);
}

const NAMED = /<(?:tr|details) id="([^"]*)">(?:<th scope="row">|<summary>)<code>(.*?)<\/code>/gs;

type Entry = Omit<SearchEntry, 'id'>;

function entriesOf({ page, html }: RenderedPage): Entry[] {
  const [opening = '', ...parts] = html.split(/(?=<h[23] id=")/);
  const entries: Entry[] = [{ path: page.path, page: page.title, heading: '', text: toText(opening) }];
  for (const part of parts) {
    const [, anchor = '', heading = ''] = /^<h[23] id="([^"]*)">(.*?)<\/h[23]>/s.exec(part) ?? [];
    entries.push({ path: `${page.path}#${anchor}`, page: page.title, heading: toText(heading), text: toText(part) });
  }
  // What can be linked to by its own name can be found by it: attributes, events, codes, exports.
  for (const [, anchor = '', name = ''] of html.matchAll(NAMED)) {
    entries.push({ path: `${page.path}#${anchor}`, page: page.title, heading: toText(name), text: '' });
  }
  return entries;
}

const CHARACTERS: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

function toText(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(\w+);/g, (_, name: string) => CHARACTERS[name] ?? ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
