import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { QUALITY_THRESHOLDS } from '@bonafide/browser-core';
import { DOCUMENT_THRESHOLDS } from '@bonafide/browser-core/document';
import { DOCUMENT_GUIDANCE_CODES, ERROR_CODES, GUIDANCE_CODES } from '@bonafide/contracts/codes';
import { contentPolicy } from '../src/content-policy.ts';
import { relativePath, renderLayout } from '../src/layout.ts';
import { readManifest } from '../src/reference/manifest.ts';
import { renderSite } from '../src/render-site.ts';
import { readSection, ROOT } from '../src/repository.ts';
import { PACKAGES, PAGES } from '../src/site.ts';

const assets = {
  scripts: { site: 's.js', playground: 'p.js', inspector: 'i.js', 'document-inspector': 'd.js' },
  styles: ['s.css'],
};
const rendered = renderSite();
const pages = new Map(rendered.map((each) => [each.page.path, renderLayout(each.page, each, assets)]));
const page = (path: string): string => pages.get(path) ?? '';
const idsOf = (html: string): Set<string> => new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id));

describe('the tables of codes', () => {
  const ids = idsOf(page('reference/codes/'));

  it('have every error, and the words that a person reads', () => {
    expect(Object.keys(ERROR_CODES).filter((code) => !ids.has(code))).toEqual([]);
  });

  it('have every hint before a face and before a document', () => {
    expect(Object.keys(GUIDANCE_CODES).filter((code) => !ids.has(`face-${code}`))).toEqual([]);
    expect(Object.keys(DOCUMENT_GUIDANCE_CODES).filter((code) => !ids.has(`document-${code}`))).toEqual([]);
  });

  it('say in words what each code comes to', () => {
    const rows = page('reference/codes/').match(/<tr id="[^"]*">.*?<\/tr>/gs) ?? [];
    const silent = rows.filter((row) => row.includes('</th><td></td>')).map((row) => /id="([^"]*)"/.exec(row)?.[1]);
    expect(rows.length).toBeGreaterThan(50);
    expect(silent).toEqual([]);
  });
});

describe('the table of thresholds', () => {
  it.each(Object.keys({ ...QUALITY_THRESHOLDS, ...DOCUMENT_THRESHOLDS }))('has %s', (name) => {
    expect(page('reference/thresholds/')).toContain(`<code>${name}</code>`);
  });
});

describe.each(readManifest())('the reference of <$tagName>', (element) => {
  const html = page(`reference/${element.tagName}/`);
  const parts = {
    attributes: element.attributes,
    properties: element.members.filter(({ kind }) => kind === 'field'),
    methods: element.members.filter(({ kind }) => kind === 'method'),
    events: element.events,
    slots: element.slots,
    parts: element.cssParts,
    'custom-properties': element.cssProperties,
  };

  it.each(Object.entries(parts))('has all %s, each with an explanation', (part, entries) => {
    const ids = idsOf(html);
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.filter(({ name }) => !ids.has(`${part}-${name}`))).toEqual([]);
    expect(entries.filter(({ description }) => !description?.trim()).map(({ name }) => name)).toEqual([]);
  });

  it('has the states that it is styled by', () => {
    expect(html).toContain(`<code>${element.tagName}:state(idle)</code>`);
    expect(html).toContain(`<code>${element.tagName}:state(error)</code>`);
  });
});

describe('the lists of exports', () => {
  it.each(PACKAGES)('have every public name of %s', (folder) => {
    const html = page(`reference/exports/${folder.split('/')[1]}/`);
    const frozen = JSON.parse(readFileSync(join(ROOT, folder, 'public-names.json'), 'utf8')) as Record<
      string,
      string[]
    >;
    const names = new Set(Object.values(frozen).flat());
    expect([...names].filter((name) => !html.includes(`<summary><code>${name}</code>`))).toEqual([]);
  });
});

describe('links', () => {
  it.each([...pages.keys()])('of /%s lead to pages and headings that are there', (path) => {
    const dead: string[] = [];
    for (const [, href = ''] of page(path).matchAll(/<a [^>]*href="([^"]*)"/g)) {
      if (/^(?:https?|mailto):/.test(href)) continue;
      const [to = '', anchor] = new URL(href, `http://site/${path}`).href.slice('http://site/'.length).split('#');
      const target = pages.get(to);
      if (target === undefined) dead.push(href);
      else if (anchor && !idsOf(target).has(decodeURIComponent(anchor))) dead.push(href);
    }
    expect(dead).toEqual([]);
  });

  it('lead from anywhere to anywhere by relative paths', () => {
    expect(relativePath('', 'start/')).toBe('start/');
    expect(relativePath('guides/systems/idnow/', '')).toBe('../../../');
    expect(relativePath('', '')).toBe('./');
  });
});

describe('the site', () => {
  it('has every page of documentation that the repository has', () => {
    const sources = new Set(PAGES.map(({ source }) => (source.kind === 'markdown' ? source.file : '')));
    const written = globSync(
      ['docs/{*,[!i]*/*}.md', 'packages/*/README.md', 'apps/{docs,demo,frameworks,hosted,sandbox}/README.md'],
      { cwd: ROOT },
    );
    expect(written.filter((file) => !sources.has(file.replaceAll('\\', '/')))).toEqual([]);
  });

  it.each([...pages.keys()])('/%s has nothing that its policy forbids', (path) => {
    expect(page(path).match(/<[a-z][^>]* (?:style|on[a-z]+)=|<style|<script(?! (?:type="module" )?src=)/g)).toBeNull();
  });

  it('sends to nowhere but where it came from', () => {
    const policy = contentPolicy();
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).toContain("connect-src 'self';");
    expect(policy).not.toMatch(/https?:|unsafe-inline|'unsafe-eval'/);
  });

  it('begins with the very words of the README', () => {
    const start = page('start/').replaceAll(/<[^>]*>/g, '');
    for (const section of ['two-commands', 'in-your-own-product']) {
      const commands = readSection('README.md', section).match(/^(?:npm|npx) .*$/gm) ?? [];
      expect(commands.length).toBeGreaterThan(0);
      for (const command of commands) expect(start).toContain(command);
    }
  });
});
