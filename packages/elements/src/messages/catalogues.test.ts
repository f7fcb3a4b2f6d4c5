import { DOCUMENT_GUIDANCE_CODES, ERROR_CODES, GUIDANCE_CODES } from '@bonafide/contracts/codes';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, LATE_LANGUAGES, readCatalogue, readEntry, textsOf } from '../../test/catalogues.ts';
import type { PluralMessage } from './messages.ts';

const PLURALS = { zero: 0, one: 0, two: 0, few: 0, many: 0, other: 0 };

const isPlural = (node: unknown): node is PluralMessage =>
  typeof node === 'object' && node !== null && 'other' in node && Object.keys(node).every((key) => key in PLURALS);

/** What every language has: plural forms differ by language. */
function withoutPlurals(node: unknown): unknown {
  if (isPlural(node)) return null;
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withoutPlurals(value)]));
}

function pluralsOf(node: unknown, path = ''): [path: string, forms: PluralMessage][] {
  if (isPlural(node)) return [[path, node]];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => pluralsOf(value, `${path}.${key}`));
}

/** What a reader calls a letter: a vowel sign of Hindi and a tone of Vietnamese are part of the one that they stand on. */
const letters = new Intl.Segmenter();
const lengthOf = (text: string) => [...letters.segment(text)].length;

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

/** Words that other languages share with English: names, and what was taken over. */
const SHARED = new Set(['KTP', 'Selfie', 'Document', 'Version {version}']);

const SECTIONS = ['selfie', 'document', 'identity'] as const;
const english = await readCatalogue('en');
const catalogues = await Promise.all(LANGUAGES.map(readCatalogue));

describe.each(catalogues)('$lang', (catalogue) => {
  const { lang } = catalogue;

  it.each(SECTIONS)('%s has the same texts with the same placeholders as English', (section) => {
    const wanted = new Map(textsOf(withoutPlurals(english[section])));
    const given = textsOf(withoutPlurals(catalogue[section]));
    expect(given.map(([path]) => path).sort()).toEqual([...wanted.keys()].sort());
    for (const [path, text] of given) {
      expect(placeholders(text), path).toEqual(placeholders(wanted.get(path) ?? ''));
    }
  });

  it.each(SECTIONS)('%s has every plural form of the language, each with its number', (section) => {
    const rules = new Intl.PluralRules(lang);
    const forms = [...rules.resolvedOptions().pluralCategories].sort();
    const all = pluralsOf(catalogue[section]);
    expect(all.map(([path]) => path)).toEqual(pluralsOf(english[section]).map(([path]) => path));
    for (const [path, plural] of all) {
      expect(Object.keys(plural).sort(), path).toEqual(forms);
      for (const [form, text] of Object.entries(plural)) {
        // Only a form of one number alone may say it in words.
        const numbers = Array.from({ length: 200 }, (_, number) => number).filter((n) => rules.select(n) === form);
        const found = placeholders(text);
        if (numbers.length !== 1 || found.length > 0) expect(found, `${path}.${form}`).toEqual(['{count}']);
      }
    }
  });

  it.each(SECTIONS)('%s fits: hints in 40 characters, titles in 34', (section) => {
    for (const [path, text] of textsOf(catalogue[section])) {
      expect(text, path).toBe(text.trim());
      expect(text, path).not.toBe('');
      if (path.startsWith('guidance.')) expect(lengthOf(text), `${path}: ${text}`).toBeLessThanOrEqual(40);
      if (path.endsWith('title')) expect(lengthOf(text), `${path}: ${text}`).toBeLessThanOrEqual(34);
    }
  });

  it.skipIf(lang === 'en').each(SECTIONS)('%s is no English left over', (section) => {
    const theirs = new Map(textsOf(english[section]));
    const same = textsOf(catalogue[section]).filter(([path, text]) => theirs.get(path) === text && !SHARED.has(text));
    expect(same).toEqual([]);
  });

  it('has words for every code', () => {
    const errors = Object.keys(ERROR_CODES).sort();
    const about = errors.filter((code) => !/^(?:file|image|document|handover)-/.test(code));
    const { selfie, document, identity } = catalogue;
    expect(Object.keys(selfie.guidance).sort()).toEqual(Object.keys(GUIDANCE_CODES).sort());
    expect(Object.keys(selfie.errors).sort()).toEqual(about);
    expect(Object.keys(document.guidance).sort()).toEqual(Object.keys(DOCUMENT_GUIDANCE_CODES).sort());
    expect(Object.keys(document.problems).sort()).toEqual(Object.keys(DOCUMENT_GUIDANCE_CODES).sort());
    expect(Object.keys(document.errors).sort()).toEqual(errors);
    expect(Object.keys(identity.errors).sort()).toEqual(errors);
  });
});

it.each(LATE_LANGUAGES)('the entry of %s has the texts of all elements', async (lang) => {
  const { selfie, document, identity } = await readCatalogue(lang);
  expect(await readEntry(lang)).toEqual({ ...selfie, document, identity });
});

it('French has a no-break space wherever its punctuation stands apart', async () => {
  const { selfie, document, identity } = await readCatalogue('fr');
  const all = textsOf({ selfie, document, identity }).map(([, text]) => text);
  expect(all.filter((text) => /\u00a0[:;?!»]/.test(text)).length).toBeGreaterThan(5);
  // An address has its colon too, without a space.
  expect(all.filter((text) => / [:;?!»]|[^\u00a0\u202f:][;?!»]|« /.test(text))).toEqual([]);
});
