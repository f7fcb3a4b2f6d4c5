import { DOCUMENT_GUIDANCE_CODES, ERROR_CODES, GUIDANCE_CODES } from '@bonafide/contracts/codes';
import { describe, expect, it } from 'vitest';
import { resolveDocumentMessages } from './document-texts.ts';
import { document as enDocument } from './en/document.ts';
import { identity as enIdentity } from './en/identity.ts';
import { selfie as en } from './en/selfie.ts';
import { formatMessage, formatPercent, formatPlural } from './format-message.ts';
import { document as idDocument } from './id/document.ts';
import { identity as idIdentity } from './id/identity.ts';
import { selfie as id } from './id/selfie.ts';
import { fallbackChain, registerMessages } from './message-registry.ts';
import type { PluralMessage } from './messages.ts';
import { resolveMessages } from './selfie-texts.ts';

/** Every text with its path, such as `errors.offline.title`. */
function texts(node: unknown, path = ''): [path: string, text: string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => texts(value, path === '' ? key : `${path}.${key}`));
}

const isPlural = (node: unknown): node is PluralMessage =>
  typeof node === 'object' && node !== null && 'other' in node && Object.keys(node).every((key) => key in PLURALS);
const PLURALS = { zero: 0, one: 0, two: 0, few: 0, many: 0, other: 0 };

/** What every language has: plural forms differ by language. */
function withoutPlurals(node: unknown): unknown {
  if (isPlural(node)) return null;
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withoutPlurals(value)]));
}

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

/** Names that are the same in both. */
const SAME = ['documents.ktp.title'];

const catalogues = {
  'the selfie check': { en, id },
  'the document capture': { en: enDocument, id: idDocument },
  'the identity check': { en: enIdentity, id: idIdentity },
};

describe.each(Object.entries(catalogues))('%s', (_, languages) => {
  for (const [name, messages] of Object.entries(languages)) {
    it(`${name} fits: hints in 40 characters, titles in 34`, () => {
      const all = texts(messages);
      for (const [path, text] of all) {
        expect(text.trim(), path).not.toBe('');
        if (path.startsWith('guidance.')) expect(text.length, path).toBeLessThanOrEqual(40);
        if (path.endsWith('title')) expect(text.length, path).toBeLessThanOrEqual(34);
      }
    });
  }

  it('Indonesian has the same texts with the same placeholders as English', () => {
    const english = new Map(texts(withoutPlurals(languages.en)));
    const indonesian = texts(withoutPlurals(languages.id));
    expect(indonesian.map(([path]) => path).sort()).toEqual([...english.keys()].sort());
    for (const [path, text] of indonesian) {
      expect(placeholders(text), path).toEqual(placeholders(english.get(path) ?? ''));
    }
  });

  it('Indonesian is no English left over', () => {
    const english = new Map(texts(withoutPlurals(languages.en)));
    const same = texts(withoutPlurals(languages.id)).filter(([path, text]) => english.get(path) === text);
    expect(same.map(([path]) => path).filter((path) => !SAME.includes(path))).toEqual([]);
  });
});

describe('every code has its words', () => {
  const errors = Object.keys(ERROR_CODES).sort();

  it.each([en, id])('about a face', (messages) => {
    expect(Object.keys(messages.guidance).sort()).toEqual(Object.keys(GUIDANCE_CODES).sort());
    const about = errors.filter((code) => !/^(?:file|image|document|handover)-/.test(code));
    expect(Object.keys(messages.errors).sort()).toEqual(about);
  });

  it.each([enDocument, idDocument])('about a document', (messages) => {
    expect(Object.keys(messages.guidance).sort()).toEqual(Object.keys(DOCUMENT_GUIDANCE_CODES).sort());
    expect(Object.keys(messages.problems).sort()).toEqual(Object.keys(DOCUMENT_GUIDANCE_CODES).sort());
    expect(Object.keys(messages.errors).sort()).toEqual(errors);
  });

  it.each([enIdentity, idIdentity])('about the whole check', (messages) => {
    expect(Object.keys(messages.errors).sort()).toEqual(errors);
  });
});

describe('resolveMessages', () => {
  it('goes from the region to the language to English', () => {
    expect(fallbackChain('id-ID')).toEqual(['id-ID', 'id', 'en']);
    expect(resolveMessages('id-ID').actions.retry).toBe('Coba lagi');
    expect(resolveMessages('id-ID').lang).toBe('id');
    expect(resolveMessages('fr').actions.retry).toBe('Try again');
    expect(resolveMessages('fr').lang).toBe('en');
  });

  it('keeps the region of English for its number formats', () => {
    expect(resolveMessages('en-GB').lang).toBe('en-GB');
  });

  it('reads a malformed tag as English', () => {
    expect(resolveMessages('not a tag').lang).toBe('en');
  });

  it('takes a language that was registered in part, and fills it up', () => {
    registerMessages('ms', { actions: { retry: 'Cuba lagi' } });
    registerMessages('ms-BN', { guidance: { 'no-face': 'Wajah di dalam bujur' } });
    const messages = resolveMessages('ms-bn');
    expect(messages.actions.retry).toBe('Cuba lagi');
    expect(messages.guidance['no-face']).toBe('Wajah di dalam bujur');
    expect(messages.actions.close).toBe('Close');
    expect(messages.lang).toBe('ms-BN');
  });

  it('puts overrides before everything, text by text', () => {
    const messages = resolveMessages('id', { consent: { title: 'Ours', light: { body: 'Light' } } });
    expect(messages.consent.title).toBe('Ours');
    expect(messages.consent.light).toEqual({ title: 'Menghadap cahaya', body: 'Light' });
  });

  it('keeps each element’s texts apart', () => {
    registerMessages('nl', { actions: { retry: 'Opnieuw' }, document: { actions: { keep: 'Gebruik deze' } } });
    const messages = resolveDocumentMessages('nl');
    expect(messages.actions.keep).toBe('Gebruik deze');
    expect(messages.actions.retry).toBe('Try again');
    expect(messages.lang).toBe('nl');
    expect(resolveMessages('nl').actions.retry).toBe('Opnieuw');
  });

  it('changes nobody else’s messages', () => {
    resolveMessages('en', { actions: { retry: 'Once more' } });
    expect(en.actions.retry).toBe('Try again');
    expect(resolveMessages('en').actions.retry).toBe('Try again');
  });

  it('refuses a language that is none', () => {
    expect(() => registerMessages('not a tag', {})).toThrow(TypeError);
  });
});

describe('formatting', () => {
  it('fills in names and leaves unknown ones to be seen', () => {
    expect(formatMessage('{a} and {b}', { a: '1' })).toBe('1 and {b}');
  });

  it('counts by the language’s own rules', () => {
    expect(formatPlural('en', en.attemptsLeft, 1)).toBe('One attempt left');
    expect(formatPlural('en', en.attemptsLeft, 2)).toBe('2 attempts left');
    expect(formatPlural('id', id.attemptsLeft, 1)).toBe('Sisa 1 kali percobaan');
    expect(formatPlural('ar-EG', { two: 'محاولتان', other: '{count}' }, 2)).toBe('محاولتان');
  });

  it('writes percentages in the language’s own digits', () => {
    expect(formatPercent('en', 0.425)).toBe('43%');
    expect(formatPercent('ar-EG', 0.4)).toContain('٤٠');
  });
});
