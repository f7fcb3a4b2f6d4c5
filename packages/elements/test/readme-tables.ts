// Writes the reference tables of README.md from dist/custom-elements.json, between their markers.
//
// Usage: node test/readme-tables.ts        (after a build; `manifest.test.ts` says when it is due)
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readElementManifest, type ElementManifest, type ManifestEntry } from '@bonafide/tooling/element-manifest.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');
const code = (text: string | undefined): string => (text === undefined || text === '' ? '' : `\`${cell(text)}\``);

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const described = (head: string, entries: readonly ManifestEntry[]): string =>
  table(
    [head, 'What it is'],
    entries.map(({ name, description }) => [code(name), cell(description ?? '')]),
  );

/** The elements in the order in which README.md shows them, with the names of their classes. */
export const ELEMENTS = {
  'selfie-liveness': 'SelfieLiveness',
  'document-capture': 'DocumentCapture',
  'id-verification': 'IdVerification',
} as const;

export type ElementName = keyof typeof ELEMENTS;

/** Each table of an element by the name of its marker. */
export function readmeTables(declaration: ElementManifest): ReadonlyMap<string, string> {
  const tagName = declaration.tagName as ElementName;
  const { attributes, members, events, slots, cssParts, cssProperties } = declaration;
  const attributed = new Set(attributes.map(({ fieldName }) => fieldName));
  const fields = members.filter(({ kind, name }) => kind === 'field' && !attributed.has(name));
  const methods = members.filter(({ kind, name }) => kind === 'method' && name !== 'focus');
  const tables: [string, string][] = [
    [
      'attributes',
      table(
        ['Attribute', 'Type', 'Default', 'What it is'],
        attributes.map(({ name, type, description, ...entry }) => [
          code(name),
          code(type?.text),
          code(entry.default),
          cell(description ?? ''),
        ]),
      ),
    ],
    ['properties', described('Property', fields)],
    [
      'methods',
      table(
        ['Method', 'What it does'],
        methods.map(({ name, description, parameters = [], ...entry }) => [
          code(
            `${entry.static === true ? `${ELEMENTS[tagName]}.` : ''}${name}(${parameters.map((each) => each.name).join(', ')})`,
          ),
          cell(description ?? ''),
        ]),
      ),
    ],
    ['events', described('Event', events)],
    ['slots', described('Slot', slots)],
    ['parts', described('Part', cssParts)],
    ['tokens', described('Token', cssProperties)],
  ];
  return new Map(tables.map(([name, rows]) => [`${tagName} ${name}`, rows]));
}

/** The text with every table between its markers renewed. Throws where a marker is missing. */
export function renewTables(readme: string, tables: ReadonlyMap<string, string>): string {
  let text = readme;
  for (const [name, rows] of tables) {
    const start = `<!-- table: ${name} -->`;
    const end = `<!-- end: ${name} -->`;
    const [before, rest] = text.split(start);
    const after = rest?.split(end)[1];
    if (before === undefined || after === undefined) throw new Error(`README.md has no place for the table of ${name}`);
    text = `${before}${start}\n${rows}\n${end}${after}`;
  }
  return text;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = join(import.meta.dirname, '..');
  const declarations = readElementManifest(join(folder, 'dist/custom-elements.json'));
  const path = join(folder, 'README.md');
  for (const tagName of Object.keys(ELEMENTS)) {
    const declaration = declarations.find((each) => each.tagName === tagName);
    if (declaration === undefined) throw new Error(`dist/custom-elements.json does not know <${tagName}>`);
    writeFileSync(path, renewTables(readFileSync(path, 'utf8'), readmeTables(declaration)));
  }
}
