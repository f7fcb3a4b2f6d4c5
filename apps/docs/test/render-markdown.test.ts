import { describe, expect, it } from 'vitest';
import { renderMarkdown, type RenderContext } from '../src/render-markdown.ts';
import { renderSequence } from '../src/sequence-diagram.ts';

const context: RenderContext = {
  addressOf: (file) => (file === 'docs/architecture.md' ? 'there/' : null),
  pathTo: (path) => `../${path}`,
  generated: { table: () => '<hr>' },
};
const render = (text: string): string => renderMarkdown(text, 'docs/page.md', context).html;

describe('a page', () => {
  it('links to the site where the site has the file, and names the file where it has not', () => {
    expect(render('[a](architecture.md)')).toContain('<a href="there/">a</a>');
    expect(render('[a](../tooling/check-sizes.ts)')).toContain(
      'title="In the repository: tooling/check-sizes.ts">a</span>',
    );
  });

  it('does not build with a link to what is not there', () => {
    expect(() => render('[a](no-such-page.md)')).toThrow('no-such-page.md');
  });

  it('does not build with a section that is gone', () => {
    expect(() => render('<!-- include: README.md#no-such-heading -->')).toThrow('no-such-heading');
    expect(() => render('<!-- generated: nothing -->')).toThrow('nothing');
  });

  it('gives equal headings different anchors', () => {
    const { headings } = renderMarkdown('## One\n\n## One\n\n## One', 'docs/page.md', context);
    expect(headings.map(({ anchor }) => anchor)).toEqual(['one', 'one-1', 'one-2']);
  });

  it('shows markup instead of obeying it', () => {
    expect(render('a <img src=x onerror=alert(1)> b')).not.toContain('<img');
  });

  it('leaves comments out, but for those in code', () => {
    expect(render('<!-- table: a -->')).toBe('');
    expect(render('```html\n<!-- kept -->\n```')).toContain('kept');
  });
});

describe('a sequence diagram', () => {
  it('becomes a list in the order of its messages', () => {
    const html = renderSequence(
      'sequenceDiagram\nactor U as User\nparticipant B\nU->>B: asks\nloop often\nB-->>U: answers\nend',
    );
    expect(html.replaceAll(/<[^>]*>|\s+/g, ' ').replaceAll(/ +/g, ' ')).toContain(
      'User → to B asks Again and again often B → to User answers',
    );
    expect(html.match(/<ol/g)?.length).toBe(html.match(/<\/ol/g)?.length);
  });

  it('loses no line unseen', () => {
    expect(() => renderSequence('sequenceDiagram\npar at once')).toThrow('par at once');
  });
});
