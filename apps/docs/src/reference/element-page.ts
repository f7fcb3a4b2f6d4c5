import { codeOf, htmlTable, inline } from '../html-table.ts';
import type { Heading, Rendered } from '../render-markdown.ts';
import type { ElementManifest, ManifestEntry } from './manifest.ts';

/** Every part of an element's public surface, each with an anchor of its own. */
export function renderElement(element: ElementManifest, states: readonly string[]): Rendered {
  const { attributes, members, events, slots, cssParts, cssProperties } = element;
  const attributed = new Map(attributes.map((entry) => [entry.fieldName, entry.name]));
  const fields = members.filter(({ kind }) => kind === 'field');
  const methods = members.filter(({ kind }) => kind === 'method');
  const headings: Heading[] = [];
  const part = (text: string, anchor: string, head: readonly string[], rows: readonly Row[]): string => {
    if (rows.length === 0) return '';
    headings.push({ level: 2, text, anchor });
    const ids = rows.map(([name]) => `${anchor}-${name}`);
    return `<h2 id="${anchor}">${text}</h2>\n${htmlTable(
      head,
      rows.map(([, ...cells]) => cells),
      ids,
    )}`;
  };
  const html = [
    `<h1>&lt;${element.tagName}&gt;</h1>\n<p class="lead">${inline(element.description)}</p>\n`,
    part('Attributes', 'attributes', ['Attribute', 'What it is', 'Type', 'Default'], attributes.map(typedRow)),
    part(
      'Properties',
      'properties',
      ['Property', 'What it is', 'Type', 'Attribute'],
      fields.map((entry) => [
        entry.name,
        codeOf(entry.name),
        describe(entry) + (entry.readonly ? ' Read only.' : ''),
        codeOf(entry.type?.text),
        codeOf(attributed.get(entry.name)),
      ]),
    ),
    part(
      'Methods',
      'methods',
      ['Method', 'What it does', 'Returns'],
      methods.map((entry) => [
        entry.name,
        codeOf(signatureOf(entry, element.name)),
        describe(entry),
        codeOf(entry.return?.type?.text ?? 'void'),
      ]),
    ),
    part(
      'Events',
      'events',
      ['Event', 'When', 'Type'],
      events.map((entry) => [entry.name, codeOf(entry.name), describe(entry), codeOf(entry.type?.text)]),
    ),
    part(
      'States',
      'states',
      ['State', 'In a style sheet'],
      states.map((state) => [state, codeOf(state), codeOf(`${element.tagName}:state(${state})`)]),
    ),
    part('Slots', 'slots', ['Slot', 'What it is'], slots.map(namedRow)),
    part('Parts', 'parts', ['Part', 'What it is'], cssParts.map(namedRow)),
    part('Custom properties', 'custom-properties', ['Property', 'What it is'], cssProperties.map(namedRow)),
  ].join('\n');
  return { html, headings };
}

/** Anchor, then cells. */
type Row = readonly [name: string, ...cells: string[]];

const describe = (entry: ManifestEntry): string => inline(entry.description ?? '');

const namedRow = (entry: ManifestEntry): Row => [entry.name, codeOf(entry.name), describe(entry)];

const typedRow = (entry: ManifestEntry): Row => [
  entry.name,
  codeOf(entry.name),
  describe(entry),
  codeOf(entry.type?.text),
  codeOf(entry.default),
];

function signatureOf({ name, static: isStatic, parameters = [] }: ManifestEntry, owner: string): string {
  return `${isStatic ? `${owner}.` : ''}${name}(${parameters.map((each) => each.name).join(', ')})`;
}
