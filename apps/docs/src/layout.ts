import { contentPolicy } from './content-policy.ts';
import { escapeHtml } from './escape-html.ts';
import type { Rendered } from './render-markdown.ts';
import { SECTIONS, type Page } from './site.ts';

/** Addresses of the built scripts and styles, from the site's root. */
export interface BuiltAssets {
  readonly scripts: Readonly<Record<'site' | NonNullable<Page['script']>, string>>;
  readonly styles: readonly string[];
}

/** From one page of the site to a path from its root, so that the site may lie in any folder. */
export function relativePath(from: string, to: string): string {
  const up = '../'.repeat(from.split('/').length - 1);
  return up + to || './';
}

const POLICY = contentPolicy();

/** A whole page. */
export function renderLayout(page: Page, { html, headings }: Rendered, assets: BuiltAssets): string {
  const to = (path: string): string => escapeHtml(relativePath(page.path, path));
  const scripts = ['site', ...(page.script ? [page.script] : [])] as const;
  const title = page.path === '' ? 'Bonafide' : `${page.title} · Bonafide`;
  const parts = headings.filter(({ level }) => level === 2);
  return `<!doctype html>
<html lang="en" data-root="${to('')}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="${to('icon.svg')}">
${assets.styles.map((path) => `<link rel="stylesheet" href="${to(path)}">`).join('\n')}
<script src="${to('colour-scheme.js')}"></script>
${scripts.map((name) => `<script type="module" src="${to(assets.scripts[name])}"></script>`).join('\n')}
</head>
<body class="${page.script?.replace(/^document-/, '') ?? (page.path === '' ? 'home' : 'prose')}">
<a class="skip" href="#content">Skip to the content</a>
<header class="bar">
<button class="menu" type="button" aria-expanded="false" aria-controls="navigation">Menu</button>
<a class="brand" href="${to('')}">Bonafide</a>
<button class="search" type="button" aria-haspopup="dialog"><span>Search</span> <kbd>/</kbd></button>
<button class="scheme" type="button">Dark</button>
</header>
<nav id="navigation" aria-label="Pages">
${renderNavigation(page)}
</nav>
<main id="content" tabindex="-1">
<article>
${html}
</article>
</main>
${parts.length > 2 ? `<aside aria-label="On this page"><p>On this page</p><ul>${parts.map(({ text, anchor }) => `<li><a href="#${escapeHtml(anchor)}">${escapeHtml(text)}</a></li>`).join('')}</ul></aside>` : ''}
</body>
</html>
`;
}

function renderNavigation(current: Page): string {
  return SECTIONS.map(({ title, pages }, index) => {
    const items = pages.map((page) => {
      const here = page.path === current.path ? ' aria-current="page"' : '';
      const href = escapeHtml(relativePath(current.path, page.path));
      return `<li><a href="${href}"${here}>${escapeHtml(toLabel(page.title))}</a></li>`;
    });
    // What is not open is one press away, and a reader of this page sees where it lies.
    const open = index < 3 || pages.includes(current) ? ' open' : '';
    return `<details${open}><summary>${title}</summary><ul>${items.join('')}</ul></details>`;
  }).join('\n');
}

/** A title may explain itself; a list of pages has no room for that. */
function toLabel(title: string): string {
  return title.split(/[,:(] ?/)[0]?.trim() || title;
}
