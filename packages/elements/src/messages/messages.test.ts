import { ERROR_CODES, GUIDANCE_CODES } from '@bonafide/contracts/codes';
import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { formatMessage, formatPercent, formatPlural } from './format-message.ts';
import { id } from './id.ts';
import { fallbackChain, registerMessages, resolveMessages } from './message-registry.ts';
import type { Messages } from './messages.ts';

/** Every text with its path, such as `errors.offline.title`. */
function texts(node: unknown, path = ''): [path: string, text: string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => texts(value, path === '' ? key : `${path}.${key}`));
}

const withoutPlurals = (messages: Messages) => texts({ ...messages, attemptsLeft: null });
const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

describe('the languages that are shipped', () => {
  for (const [name, messages] of Object.entries({ en, id })) {
    it(`${name} says something for every code and every action`, () => {
      expect(Object.keys(messages.guidance).sort()).toEqual(Object.keys(GUIDANCE_CODES).sort());
      expect(Object.keys(messages.errors).sort()).toEqual(Object.keys(ERROR_CODES).sort());
      for (const [path, text] of texts(messages)) expect(text.trim(), path).not.toBe('');
    });

    it(`${name} fits: hints in 40 characters, titles in 34`, () => {
      for (const [path, text] of texts(messages.guidance)) expect(text.length, path).toBeLessThanOrEqual(40);
      for (const [path, text] of texts(messages)) {
        if (path.endsWith('title')) expect(text.length, path).toBeLessThanOrEqual(34);
      }
    });
  }

  it('Indonesian has the same texts with the same placeholders as English', () => {
    const english = new Map(withoutPlurals(en));
    const indonesian = withoutPlurals(id);
    expect(indonesian.map(([path]) => path).sort()).toEqual([...english.keys()].sort());
    for (const [path, text] of indonesian) {
      expect(placeholders(text), path).toEqual(placeholders(english.get(path) ?? ''));
    }
  });

  it('Indonesian is no English left over', () => {
    const english = new Map(withoutPlurals(en));
    const same = withoutPlurals(id).filter(([path, text]) => english.get(path) === text);
    expect(same).toEqual([]);
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
