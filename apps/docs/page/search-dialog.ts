import MiniSearch from 'minisearch';
import { SEARCH_OPTIONS, type SearchEntry } from '../src/search-options.ts';

const MOST_RESULTS = 12;

const toRoot = (path: string): string =>
  new URL((document.documentElement.dataset['root'] ?? './') + path, location.href).href;

let index: Promise<MiniSearch<SearchEntry>> | undefined;

/** The index comes with the first search. A failed load is forgotten, so that the next one asks again. */
function loadIndex(): Promise<MiniSearch<SearchEntry>> {
  index ??= fetch(toRoot('search.json'))
    .then((answer) => answer.text())
    .then((text) => MiniSearch.loadJSON<SearchEntry>(text, SEARCH_OPTIONS));
  index.catch(() => (index = undefined));
  return index;
}

let dialog: HTMLDialogElement | undefined;

/** Shows the search field over the page. */
export function openSearch(): void {
  dialog ??= makeDialog();
  dialog.showModal();
  dialog.querySelector('input')?.select();
  loadIndex().catch(() => undefined);
}

function makeDialog(): HTMLDialogElement {
  const made = document.createElement('dialog');
  made.className = 'search-dialog';
  made.ariaLabel = 'Search';
  const input = document.createElement('input');
  input.type = 'search';
  input.ariaLabel = 'Search this documentation';
  input.placeholder = 'Search: an event, a code, a word';
  input.autocomplete = 'off';
  const count = document.createElement('p');
  count.role = 'status';
  const list = document.createElement('ul');
  made.append(input, count, list);
  input.addEventListener('input', () => void show(input.value, list, count));
  made.addEventListener('keydown', (event) => moveFocus(event, made));
  // The ground around the dialog belongs to it: a press there is a press beside what it holds.
  made.addEventListener('click', (event) => event.target === made && made.close());
  list.addEventListener('click', () => made.close());
  document.body.append(made);
  return made;
}

async function show(query: string, list: HTMLElement, count: HTMLElement): Promise<void> {
  if (query.trim() === '') {
    list.replaceChildren();
    count.textContent = '';
    return;
  }
  try {
    const found = (await loadIndex()).search(query).slice(0, MOST_RESULTS);
    count.textContent = found.length === 0 ? 'Nothing found.' : '';
    list.replaceChildren(...found.map((each) => toItem(each as unknown as SearchEntry)));
  } catch {
    count.textContent = 'The index could not be loaded.';
  }
}

function toItem({ path, page, heading }: SearchEntry): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = toRoot(path);
  const small = document.createElement('small');
  small.textContent = page;
  link.append(heading === '' ? page : heading, ' ', heading === '' ? '' : small);
  item.append(link);
  return item;
}

/** Up and down go through field and results, as in any list under a field. */
function moveFocus(event: KeyboardEvent, within: HTMLElement): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const stops = [...within.querySelectorAll<HTMLElement>('input, a')];
  const next = stops[stops.indexOf(document.activeElement as HTMLElement) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
