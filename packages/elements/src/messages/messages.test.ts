import { describe, expect, it } from 'vitest';
import { resolveDocumentMessages } from './document-texts.ts';
import { selfie as en } from './en/selfie.ts';
import { formatMessage, formatPercent, formatPlural, joinSentences } from './format-message.ts';
import { selfie as id } from './id/selfie.ts';
import { fallbackChain, registerMessages } from './message-registry.ts';
import { resolveMessages } from './selfie-texts.ts';

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

  it('sets sentences after each other as the language does', () => {
    expect(joinSentences(['One.', 'Two.'])).toBe('One. Two.');
    expect(joinSentences(['一。', '二。'])).toBe('一。二。');
  });

  it('writes percentages in the language’s own digits', () => {
    expect(formatPercent('en', 0.425)).toBe('43%');
    expect(formatPercent('ar-EG', 0.4)).toContain('٤٠');
  });
});
