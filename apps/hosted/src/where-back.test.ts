import { expect, it } from 'vitest';
import { whereBack } from './where-back.ts';

it.each([
  ['a partner’s page', 'https://partner.example.com/done?order=7', 'Acme Bank', 'partner.example.com'],
  ['the page’s own origin, for somebody', 'https://check.example.com/interaction/x/return', 'Acme Bank', 'Acme Bank'],
  ['the page’s own origin, for nobody known', 'https://check.example.com/interaction', null, 'check.example.com'],
])('%s', (_, redirectUrl, title, said) => {
  expect(whereBack(redirectUrl, 'https://check.example.com', title)).toBe(said);
});
