// What every part of the control page is made with. Every text goes in as text.

export const byId = (id) => document.getElementById(id);

export function element(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children.filter((child) => child !== null));
  return node;
}

export async function api(path, options) {
  const response = await fetch(`api/${path}`, options);
  if (!response.ok) throw new Error((await response.json()).error ?? `status ${response.status}`);
  return response.json();
}

export const clockTime = (text) => new Date(text).toLocaleTimeString([], { hour12: false });

export const percent = (share) => `${(share * 100).toFixed(1)} %`;

export const quiet = (textContent) => element('p', { className: 'quiet', textContent });

export const scriptedMark = (name) => element('span', { className: 'pill warn', textContent: `scripted: ${name}` });

export function facts(entries) {
  const list = element('dl');
  for (const [term, value] of entries) {
    if (value === null || value === undefined || value === '') continue;
    list.append(element('dt', { textContent: term }), element('dd', {}, value instanceof Node ? value : String(value)));
  }
  return list;
}

/** A row whose second cell opens its details; `cells` follow that. */
export function openingRow({ at, name, cells, isChosen, onOpen }) {
  const open = element('button', { className: 'link mono', type: 'button', textContent: name, title: name });
  open.addEventListener('click', onOpen);
  const row = element(
    'tr',
    {},
    element('td', { textContent: clockTime(at) }),
    element('td', {}, open),
    ...cells.map((cell) => (cell instanceof Node ? element('td', {}, cell) : element('td', { textContent: cell }))),
  );
  if (isChosen) row.ariaCurrent = 'true';
  return row;
}
