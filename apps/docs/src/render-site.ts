import { documentGuidanceTable, errorTable, guidanceTable } from './reference/codes-page.ts';
import { renderElement } from './reference/element-page.ts';
import { renderExports } from './reference/exports-page.ts';
import { readManifest, type ElementManifest } from './reference/manifest.ts';
import { readExports, type EntryExports } from './reference/read-exports.ts';
import { documentTable, livenessTable, qualityTable } from './reference/thresholds-page.ts';
import { contentPolicy } from './content-policy.ts';
import { escapeHtml } from './escape-html.ts';
import { documentInspectorPanel, inspectorPanel } from './inspector-panel.ts';
import { relativePath } from './layout.ts';
import { playgroundControls } from './playground-controls.ts';
import { renderCode, renderMarkdown, type Rendered } from './render-markdown.ts';
import { PACKAGES, PAGES, type Page } from './site.ts';

export interface RenderedPage extends Rendered {
  readonly page: Page;
}

const GENERATED: Readonly<Record<string, () => string>> = {
  'error-codes': errorTable,
  'guidance-codes': guidanceTable,
  'document-guidance-codes': documentGuidanceTable,
  'quality-thresholds': qualityTable,
  'document-thresholds': documentTable,
  'liveness-signals': livenessTable,
  'site-policy': () => renderCode(contentPolicy().replaceAll('; ', ';\n'), ''),
  ways: renderWays,
  playground: playgroundControls,
  inspector: inspectorPanel,
  'document-inspector': documentInspectorPanel,
};

const WAYS = [
  ['start/', 'Start in five minutes', 'Two commands, then your own page and backend.'],
  ['playground/', 'Playground', 'The real elements, with every attribute and token at hand.'],
  ['inspector/', 'Inspector', 'Each frame beside the lines that it is held to.'],
  ['guides/systems/onekyc/', 'Systems', 'OneKYC, Assure, Svipe and iProov, IDnow, Mosaic.'],
  ['privacy/', 'Privacy', 'What leaves the device, and when.'],
  ['reference/selfie-liveness/', 'Reference', 'Attributes, events, codes, thresholds and every export.'],
] as const;

/** Files that a page shows in part; a link to the whole leads there. */
const SHOWN_IN_PART: Readonly<Record<string, string>> = {
  'README.md': '',
  'docs/systems': 'guides/systems/onekyc/',
};

const PATH_OF_FILE = new Map([
  ...Object.entries(SHOWN_IN_PART),
  ...PAGES.flatMap(({ source, path }) =>
    source.kind === 'markdown'
      ? [[source.file, path] as const, [source.file.replace(/\/README\.md$/, ''), path] as const]
      : [],
  ),
]);

/** Every page of the site, without the frame around it. */
export function renderSite(): readonly RenderedPage[] {
  const exported = readExports(PACKAGES);
  const elements = readManifest();
  return PAGES.map((page) => {
    const { source } = page;
    switch (source.kind) {
      case 'element': {
        const element = elements.find(({ tagName }) => tagName === source.tagName);
        if (element === undefined) throw new Error(`the manifest does not know <${source.tagName}>`);
        return { page, ...renderElement(element, statesOf(element, exported.get('packages/browser-core') ?? [])) };
      }
      case 'exports':
        return { page, ...renderExports(source.folder, exported.get(source.folder) ?? []) };
      case 'markdown':
        return { page, ...renderFile(page, source.file) };
    }
  });
}

/** An element is styled by its phase: the words of the type of its property `state`. */
function statesOf({ members, tagName }: ElementManifest, entries: readonly EntryExports[]): readonly string[] {
  const type = members.find(({ name }) => name === 'state')?.type?.text;
  const phase = entries.flatMap(({ names }) => names).find(({ name }) => name === type);
  if (phase === undefined) throw new Error(`the type of <${tagName}>'s state is not exported`);
  return [...phase.declaration.matchAll(/'([^']+)'/g)].map(([, word = '']) => word);
}

function renderFile(page: Page, file: string): Rendered {
  const pathTo = (path: string): string => relativePath(page.path, path);
  return renderMarkdown(`<!-- include: ${file} -->`, file, {
    pathTo,
    addressOf(target, anchor) {
      const path = PATH_OF_FILE.get(target);
      if (path === undefined) return null;
      const fragment = anchor === '' ? '' : `#${escapeHtml(anchor)}`;
      return path === page.path && fragment !== '' ? fragment : pathTo(path) + fragment;
    },
    generated: GENERATED,
  });
}

/** Where a reader of the first page may want to go. */
function renderWays(): string {
  const items = WAYS.map(([path, title, text]) => `<li><a href="./${path}"><b>${title}</b>${text}</a></li>`);
  return `<ul class="ways">${items.join('\n')}</ul>\n`;
}
