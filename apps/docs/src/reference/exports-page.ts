import { escapeHtml } from '../escape-html.ts';
import { inline } from '../html-table.ts';
import { renderCode, type Heading, type Rendered } from '../render-markdown.ts';
import { toAnchor } from '../repository.ts';
import type { EntryExports, ExportedName } from './read-exports.ts';

const KINDS = { function: 'Functions', class: 'Classes', value: 'Values', type: 'Types' } as const;

/** All public names of a package, by the entry that they are imported from. */
export function renderExports(folder: string, entries: readonly EntryExports[]): Rendered {
  const headings: Heading[] = [];
  let html = `<h1>@bonafide/${folder.split('/')[1]}: exports</h1>\n`;
  for (const { specifier, names } of entries) {
    if (names.length === 0) continue;
    const anchor = toAnchor(specifier.replaceAll('/', ' '));
    headings.push({ level: 2, text: specifier, anchor });
    html += `<h2 id="${anchor}"><code>${escapeHtml(specifier)}</code></h2>\n`;
    for (const [kind, title] of Object.entries(KINDS)) {
      const some = names.filter((each) => each.kind === kind);
      if (some.length === 0) continue;
      html += `<h3>${title}</h3>\n<div class="names">\n${some.map((each) => renderName(each, anchor)).join('')}</div>\n`;
    }
  }
  return { html, headings };
}

function renderName({ name, summary, declaration }: ExportedName, entry: string): string {
  const id = `${entry}-${name}`;
  return `<details id="${escapeHtml(id)}"><summary><code>${escapeHtml(name)}</code>${
    summary === '' ? '' : ` <span class="summary">${inline(summary)}</span>`
  }</summary>${renderCode(declaration, 'ts')}</details>\n`;
}
