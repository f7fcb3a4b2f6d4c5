import { posix } from 'node:path';
import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import json from 'highlight.js/lib/languages/json';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';
import markdownIt from 'markdown-it';
import { escapeHtml } from './escape-html.ts';
import { has, readSection, readText, toAnchor } from './repository.ts';
import { renderSequence } from './sequence-diagram.ts';

export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly anchor: string;
}

/** A page's body, and what search and its own list of headings need to know of it. */
export interface Rendered {
  readonly html: string;
  readonly headings: readonly Heading[];
}

/** What a page's text needs from the site around it. */
export interface RenderContext {
  /** The address of the page that shows a file of the repository, or null where none does. */
  readonly addressOf: (file: string, anchor: string) => string | null;
  /** The address of a page of the site, by its path from the site's root. */
  readonly pathTo: (path: string) => string;
  /** HTML of `<!-- generated: name -->`. */
  readonly generated: Readonly<Record<string, () => string>>;
}

/** What a part of a page is rendered with. A type and no interface: markdown-it passes it on as a record. */
type Environment = RenderContext & {
  readonly file: string;
  readonly headings: Heading[];
};

for (const [name, language] of Object.entries({ bash, json, typescript, xml, yaml })) {
  hljs.registerLanguage(name, language);
}
const LANGUAGES: Readonly<Record<string, string>> = {
  ts: 'typescript',
  js: 'typescript',
  tsx: 'typescript',
  sh: 'bash',
  html: 'xml',
  vue: 'xml',
  svelte: 'xml',
  json: 'json',
  yaml: 'yaml',
};

/** Code as HTML. Colours are classes: a strict policy has no room for inline styles. */
export function renderCode(code: string, language: string): string {
  const known = LANGUAGES[language];
  const body = known ? hljs.highlight(code, { language: known }).value : escapeHtml(code);
  return `<div class="code"><pre tabindex="0"><code>${body.trimEnd()}</code></pre></div>\n`;
}

const environmentOf = (env: unknown): Environment => env as Environment;

const markdown = markdownIt({ html: false, linkify: false });

markdown.core.ruler.push('anchors', (state) => {
  const { headings } = environmentOf(state.env);
  for (const [index, token] of state.tokens.entries()) {
    if (token.type !== 'heading_open') continue;
    const text = (state.tokens[index + 1]?.children ?? []).map(({ content }) => content).join('');
    const plain = toAnchor(text);
    const repeats = headings.filter(({ anchor }) => anchor === plain || anchor.startsWith(`${plain}-`)).length;
    const anchor = headings.some((each) => each.anchor === plain) ? `${plain}-${repeats}` : plain;
    headings.push({ level: Number(token.tag.slice(1)), text, anchor });
    token.attrSet('id', anchor);
  }
});

markdown.core.ruler.push('links', (state) => {
  const env = environmentOf(state.env);
  for (const { children } of state.tokens) {
    const unlinked: boolean[] = [];
    for (const token of children ?? []) {
      if (token.type === 'link_open') {
        const href = String(token.attrGet('href') ?? '');
        const target = toTarget(href, env);
        unlinked.push(target === null);
        if (target !== null) token.attrSet('href', target);
        else {
          // Code, specifications and tests are in the repository and not on the site.
          token.tag = 'span';
          token.attrs = [
            ['class', 'in-repository'],
            ['title', `In the repository: ${resolveFile(href, env.file)}`],
          ];
        }
      } else if (token.type === 'link_close' && unlinked.pop()) token.tag = 'span';
    }
  }
});

// A corner of a table that says nothing is no heading.
markdown.core.ruler.push('corners', ({ tokens }) => {
  for (const [index, token] of tokens.entries()) {
    const closing = tokens[index + 2];
    if (token.type !== 'th_open' || tokens[index + 1]?.content !== '' || closing === undefined) continue;
    token.tag = 'td';
    closing.tag = 'td';
  }
});

/** The address that a link leads to on the site; null where the repository has it and the site does not. */
function toTarget(href: string, env: Environment): string | null {
  if (/^(?:https?|mailto):|^#/.test(href)) return href;
  if (href.startsWith('site:')) return env.pathTo(href.slice('site:'.length));
  const file = resolveFile(href, env.file);
  const anchor = href.split('#')[1] ?? '';
  if (!has(file)) throw new Error(`${env.file} links to ${href}, which is not in the repository`);
  return env.addressOf(file, anchor);
}

function resolveFile(href: string, from: string): string {
  const [path = ''] = href.split('#');
  if (path === '') return from;
  return posix.join(posix.dirname(from), decodeURI(path)).replace(/\/$/, '');
}

markdown.renderer.rules['fence'] = (tokens, index) => {
  const { info = '', content = '' } = tokens[index] ?? {};
  const [language = ''] = info.trim().split(' ');
  return language === 'mermaid' ? renderSequence(content) : renderCode(content, language);
};
markdown.renderer.rules['table_open'] = () => '<div class="table" tabindex="0" role="group"><table>\n';
markdown.renderer.rules['table_close'] = () => '</table></div>\n';
markdown.renderer.rules['image'] = (tokens, index, _options, env) => {
  const token = tokens[index];
  const name = posix.basename(String(token?.attrGet('src') ?? ''));
  return `<img class="picture" src="${environmentOf(env).pathTo(`images/${name}`)}" alt="${escapeHtml(token?.content ?? '')}" loading="lazy">`;
};

const DIRECTIVE = /^<!-- (include|code|generated): (\S+) -->$/;

/**
 * A page's text as HTML. Three lines of their own bring in what is said elsewhere: `<!-- include: file#heading -->` a
 * section of another page, `<!-- code: file -->` a file, `<!-- generated: name -->` what the build makes.
 */
export function renderMarkdown(text: string, file: string, context: RenderContext): Rendered {
  const headings: Heading[] = [];
  return { html: renderPart(text, { ...context, file, headings }), headings };
}

function renderPart(text: string, env: Environment): string {
  let html = '';
  let pending: string[] = [];
  let fenced = false;
  const flush = (): void => {
    html += markdown.render(pending.join('\n'), env as unknown as Record<string, unknown>);
    pending = [];
  };
  for (const line of text.split('\n')) {
    if (line.startsWith('```')) fenced = !fenced;
    const directive = fenced ? null : DIRECTIVE.exec(line);
    if (directive) {
      flush();
      html += renderDirective(directive[1] ?? '', directive[2] ?? '', env);
    } else if (fenced || !/^<!--.*-->$/.test(line)) pending.push(line);
  }
  flush();
  return html;
}

function renderDirective(kind: string, target: string, env: Environment): string {
  if (kind === 'generated') {
    const make = env.generated[target];
    if (make === undefined) throw new Error(`${env.file} asks for "${target}", which nothing makes`);
    return make();
  }
  const [path = '', anchor] = target.split('#');
  if (kind === 'code') return renderCode(readText(path), path.split('.').at(-1) ?? '');
  const text = anchor === undefined ? readText(path) : readSection(path, anchor);
  return renderPart(text, { ...env, file: path });
}
