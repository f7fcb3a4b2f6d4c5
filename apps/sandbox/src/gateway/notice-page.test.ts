import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { NOTICE_STYLE_SOURCE, noticePage } from './notice-page.ts';

it('says what it was given, and runs nothing of it', () => {
  const page = noticePage({ title: 'Over', text: '<script>alert(1)</script>', detail: `"'&<img src=x>` }, 'id');
  expect(page).toContain('<html lang="id">');
  expect(page).toContain('<h1>Over</h1><p>&lt;script&gt;alert(1)&lt;/script&gt;</p>');
  expect(page).toContain('&quot;&#39;&amp;&lt;img src=x&gt;');
  expect(page).not.toMatch(/<script|<img/);
});

it('has the style that the policy lets it have', () => {
  const style = /<style>([^]*)<\/style>/.exec(noticePage({ title: 'Over', text: '' }))?.[1] ?? '';
  expect(NOTICE_STYLE_SOURCE).toBe(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
});
