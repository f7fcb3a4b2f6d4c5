import { escapeHtml } from './escape-html.ts';

/** `word` in backticks becomes code; everything else is text. */
export function inline(text: string): string {
  return escapeHtml(text.replaceAll(/\s*\n\s*/g, ' ')).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}

export const codeOf = (text: string | undefined): string => (text ? `<code>${escapeHtml(text)}</code>` : '');

/** Cells are HTML. The first cell of each row is its heading, and carries `id` where rows can be linked to. */
export function htmlTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  ids: readonly string[] = [],
): string {
  const row = ([first = '', ...rest]: readonly string[], index: number): string => {
    const id = ids[index] === undefined ? '' : ` id="${escapeHtml(ids[index])}"`;
    return `<tr${id}><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  };
  return `<div class="table" tabindex="0" role="group"><table>
<thead><tr>${head.map((cell) => `<th scope="col">${cell}</th>`).join('')}</tr></thead>
<tbody>
${rows.map(row).join('\n')}
</tbody></table></div>
`;
}
