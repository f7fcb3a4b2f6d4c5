import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { VERIFIER_ERROR_CODES } from './verifier-error.ts';

it('the README lists every error code as it is', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const rows = [...readme.matchAll(/^\| `([a-z-]+)` \| (yes|no) \| ([a-z-]+) \|/gm)].map(
    ([, code = '', retryable, userAction = '']) => [code, { retryable: retryable === 'yes', userAction }] as const,
  );
  expect(Object.fromEntries(rows)).toEqual(VERIFIER_ERROR_CODES);
});
