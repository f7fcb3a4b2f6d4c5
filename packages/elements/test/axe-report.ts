// What axe said of every screen that was shown, for people (a page that needs nothing beside it) and for programs (JSON).
import type { AxeResults } from 'axe-core';
import type { Shot } from './shots.ts';

export interface AxeEntry {
  readonly name: string;
  readonly sheet: string;
  readonly element: string;
  readonly screen: string;
  readonly scheme: string;
  readonly widthCssPx: number;
  readonly heightCssPx: number;
  readonly direction: 'ltr' | 'rtl';
  readonly language: string;
  /** What else this picture was taken with, such as `assist=on` or `forced-colors=active`. */
  readonly also: readonly string[];
  /** Rules by what they found. Those that found nothing to look at are `inapplicable`. */
  readonly passes: readonly string[];
  readonly inapplicable: readonly string[];
  readonly violations: readonly AxeFinding[];
  /** What axe could not decide, such as the contrast of a text over a picture. */
  readonly incomplete: readonly AxeFinding[];
}

export interface AxeFinding {
  readonly rule: string;
  readonly help: string;
  /** Of the parts that it is about, as far as axe tells them. */
  readonly html: readonly string[];
}

export interface AxeReport {
  readonly axeVersion: string;
  readonly browser: string;
  /** Every rule that was run on any screen, in the order of the alphabet. */
  readonly rules: readonly string[];
  readonly screens: readonly AxeEntry[];
}

/** What is part of a place in the table, and so not told again beside it. */
const TOLD = new Set(['element', 'screen', 'theme', 'dir', 'lang', 'width', 'height']);

export function toAxeEntry({ name, sheet, width, height, query, features = [] }: Shot, results: AxeResults): AxeEntry {
  const idsOf = (list: AxeResults['passes']): readonly string[] => list.map(({ id }) => id).sort();
  return {
    name,
    sheet,
    element: query['element'] ?? 'selfie-liveness',
    screen: query['screen'] ?? '',
    scheme: query['theme'] ?? 'auto',
    widthCssPx: width,
    heightCssPx: height,
    direction: query['dir'] === 'rtl' ? 'rtl' : 'ltr',
    language: query['lang'] ?? 'en',
    also: [
      ...Object.entries(query)
        .filter(([key]) => !TOLD.has(key))
        .map(([key, value]) => (value === '' ? key : `${key}=${value}`)),
      ...features.map((feature) => `${feature.name}=${feature.value}`),
    ],
    passes: idsOf(results.passes),
    inapplicable: idsOf(results.inapplicable),
    violations: findingsOf(results.violations),
    incomplete: findingsOf(results.incomplete),
  };
}

function findingsOf(list: AxeResults['violations']): readonly AxeFinding[] {
  return list.map(({ id, help, nodes }) => ({ rule: id, help, html: nodes.map(({ html }) => html) }));
}

export function toAxeReport(axeVersion: string, browser: string, screens: readonly AxeEntry[]): AxeReport {
  const rules = new Set<string>();
  for (const { passes, inapplicable, violations, incomplete } of screens) {
    for (const rule of [...passes, ...inapplicable]) rules.add(rule);
    for (const { rule } of [...violations, ...incomplete]) rules.add(rule);
  }
  return { axeVersion, browser, rules: [...rules].sort(), screens };
}

/** One line a screen, what was found first. Links lead to the contact sheets beside the page. */
export function toAxePage({ axeVersion, browser, rules, screens }: AxeReport): string {
  const count = (pick: (entry: AxeEntry) => readonly unknown[]): number =>
    screens.reduce((sum, entry) => sum + pick(entry).length, 0);
  const sheets = [...new Set(screens.map(({ sheet }) => sheet))];
  const ordered = [...screens].sort((a, b) => b.violations.length - a.violations.length);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Every screen of the elements</title>
<style>${STYLES}</style>
<h1>Every screen of the elements</h1>
<p><strong>${count((each) => each.violations)} violations</strong> of ${rules.length} rules of axe ${text(axeVersion)} in
${screens.length} showings (${text(browser)}): ${count((each) => each.passes)} passes, and
${count((each) => each.incomplete)} that axe could not decide.</p>
<h2>Contact sheets</h2>
<ul class="sheets">${sheets.map((sheet) => `<li><a href="sheet-${text(sheet)}.png">${text(sheet)}</a>`).join('')}</ul>
<h2>By showing</h2>
<table>
<thead><tr>${HEADS.map((head) => `<th scope="col">${head}`).join('')}</thead>
<tbody>${ordered.map(rowOf).join('\n')}</tbody>
</table>
<h2>Rules that were run</h2>
<p>${rules.map((rule) => `<code>${text(rule)}</code>`).join(' ')}</p>
</html>
`;
}

const HEADS = [
  'Element',
  'Screen',
  'Scheme',
  'Size',
  'Direction',
  'Language',
  'Also',
  'Rules',
  'Passes',
  'Found',
  'Undecided',
];

const STYLES = `
  :root { color-scheme: light dark; font: 14px/1.4 system-ui, sans-serif; }
  body { margin: 1.5rem; }
  table { border-collapse: collapse; }
  th, td { border-block-end: 1px solid #8884; padding: .25rem .6rem; text-align: start; vertical-align: top; }
  thead th { position: sticky; inset-block-start: 0; background: Canvas; }
  td.number { text-align: end; font-variant-numeric: tabular-nums; }
  .sheets { columns: 14rem; }
`;

function rowOf(entry: AxeEntry): string {
  const { passes, inapplicable, violations, incomplete } = entry;
  const ran = passes.length + inapplicable.length + violations.length + incomplete.length;
  const cells = [
    `&lt;${text(entry.element)}&gt;`,
    `<a href="${text(entry.name)}.png">${text(entry.screen)}</a>`,
    text(entry.scheme),
    `${entry.widthCssPx} × ${entry.heightCssPx}`,
    entry.direction,
    text(entry.language),
    text(entry.also.join(' ')),
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}`).join('')}<td class="number">${ran}<td class="number">${passes.length}<td>${listOf(violations)}<td>${listOf(incomplete)}`;
}

const listOf = (findings: readonly AxeFinding[]): string =>
  findings.length === 0
    ? '0'
    : findings
        .map(
          ({ rule, help, html }) =>
            `<details><summary>${text(rule)}</summary>${text(help)}${html.map((each) => `<br><code>${text(each)}</code>`).join('')}</details>`,
        )
        .join('');

const text = (raw: string): string => raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
