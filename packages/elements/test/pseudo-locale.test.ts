import { expect, it } from 'vitest';
import { readCatalogue, textsOf } from './catalogues.ts';
import { PSEUDO_MESSAGES, toPseudo } from './pseudo-locale.ts';

it('accents, lengthens and brackets a text, and keeps its placeholders', () => {
  expect(toPseudo('Step {number} of {total}')).toBe('[Stéép {number} óóf {total}]');
});

it('makes no hint longer than a hint may be', () => {
  const hints = textsOf(PSEUDO_MESSAGES).filter(([path]) => /(?:^|\.)guidance\./.test(path));
  expect(Math.max(...hints.map(([, text]) => text.length))).toBe(40);
});

it('is about 40 % longer than English', async () => {
  const { selfie, document, identity } = await readCatalogue('en');
  const lengthOf = (node: unknown) => textsOf(node).reduce((sum, [, text]) => sum + text.length, 0);
  const ratio = lengthOf(PSEUDO_MESSAGES) / lengthOf({ ...selfie, document, identity });
  expect(ratio).toBeGreaterThan(1.35);
  expect(ratio).toBeLessThan(1.55);
});
