// A list of checks of one gateway, and the chosen one's details beside it.
import { api, byId, element, openingRow, quiet, scriptedMark } from './dom.js';

/**
 * Adds a section to the page, and returns what shows it anew.
 *
 * `path` is where the control interface lists them, `id` the field that names one, `one` and `many` the words for them.
 * `cells` are a row's between its name and its outcome, `outcome` and `describe` give nodes.
 */
export function createPanel({ path, id, one, many, title, columns, hint, wait, nameOf, cells, outcome, describe }) {
  let chosen = null;
  const rows = element('tbody', { id: path });
  const none = quiet(`None yet. ${wait}`);
  const detail = element('aside', { className: 'card', ariaLive: 'polite', ariaLabel: `Chosen ${one}` }, quiet(hint));
  const head = element('tr', {}, ...columns.map((text) => element('th', { scope: 'col', textContent: text })));
  const heading = element('h2', { id: `${path}-title`, textContent: title });
  const section = element(
    'section',
    {},
    heading,
    element(
      'div',
      { className: 'split' },
      element('div', { className: 'scroll' }, element('table', {}, element('thead', {}, head), rows), none),
      detail,
    ),
  );
  section.setAttribute('aria-labelledby', heading.id);
  byId('panels').append(section);

  function row(shown) {
    const ended = element('span', {}, outcome(shown));
    if (shown.scripted) ended.append(' ', scriptedMark(shown.scenario));
    return openingRow({
      at: shown.createdAt,
      name: nameOf?.(shown) ?? shown[id],
      cells: [...cells(shown), ended],
      isChosen: shown[id] === chosen,
      onOpen() {
        chosen = shown[id];
        void show();
      },
    });
  }

  async function showDetail() {
    const shown = await api(`${path}/${chosen}`).catch(() => null);
    if (shown === null) {
      chosen = null;
      detail.replaceChildren(quiet(`This ${one} was erased.`));
      return;
    }
    const mark = shown.scripted ? scriptedMark(shown.scenario?.name ?? 'custom') : null;
    detail.replaceChildren(element('div', { className: 'row' }, outcome(shown), mark), ...describe(shown));
  }

  async function show() {
    const { [many]: list } = await api(path);
    none.hidden = list.length > 0;
    rows.replaceChildren(...list.map(row));
    if (chosen !== null) await showDetail();
  }
  return show;
}
