import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languageFor, type Texts, textsFor } from './texts.ts';

const namesIn = (...path: readonly string[]): readonly string[] =>
  readdirSync(join(import.meta.dirname, ...path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.name.endsWith('.ts'))
    .map(({ name }) => name.replace('.ts', ''))
    .sort();

const LANGUAGES = namesIn('texts');

interface TextInfo {
  readonly direction: string;
}

/** Every text with its path; what is made of a number is made of several. */
function textsOf(node: unknown, path = ''): [path: string, text: string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') {
    const make = node as (value: number) => string;
    return [1, 2, 5, 11, 100].map((value) => [`${path}(${value})`, make(value)]);
  }
  return Object.entries(node as object).flatMap(([key, value]) => textsOf(value, path === '' ? key : `${path}.${key}`));
}

describe('textsFor', () => {
  it.each([
    [['id'], 'id'],
    [['id-ID'], 'id'],
    [['tlh', 'id', 'en'], 'id'],
    [['de-AT', 'en'], 'de'],
    [['pt-BR'], 'pt'],
    [['zh-Hant-TW', 'en'], 'zh'],
    [['EN-gb'], 'en'],
    [['tlh', 'ty'], 'en'],
    [['constructor'], 'en'],
    [[], 'en'],
  ])('%j speaks %s', async (languages, expected) => {
    expect(languageFor(languages)).toBe(expected);
    expect((await textsFor(languages)).lang).toBe(expected);
  });

  it.each(LANGUAGES)('finds %s, and knows which way it is written', async (lang) => {
    const spoken = await textsFor([lang]);
    expect(spoken.lang).toBe(lang);
    // A property in some engines, a method in others, and in no declaration yet.
    const locale = new Intl.Locale(lang) as Intl.Locale & Partial<{ textInfo: TextInfo; getTextInfo: () => TextInfo }>;
    expect(spoken.dir).toBe((locale.getTextInfo?.() ?? locale.textInfo)?.direction);
  });

  it('is English where a language does not arrive, or not in time', async () => {
    const waits = { pause: () => new Promise<never>(() => {}) };
    const refused = await textsFor(['de'], { ...waits, load: () => Promise.reject(new TypeError('offline')) });
    expect(refused.lang).toBe('en');
    const asked: string[] = [];
    const late = await textsFor(['de'], {
      load: (lang) => {
        asked.push(lang);
        return new Promise<never>(() => {});
      },
      pause: () => Promise.resolve(),
    });
    expect([late.lang, asked]).toEqual(['en', ['de']]);
  });

  it('leaves no timer behind', async () => {
    const signals: AbortSignal[] = [];
    const pause = (_ms: number, signal: AbortSignal): Promise<never> => {
      signals.push(signal);
      return new Promise<never>(() => {});
    };
    const { texts } = await textsFor(['en']);
    expect((await textsFor(['de'], { pause, load: () => Promise.resolve({ texts }) })).lang).toBe('de');
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it('says one of a thing as one', async () => {
    const { texts } = await textsFor(['en']);
    expect([texts.minutesLeft(1), texts.minutesLeft(2)]).toEqual(['1 minute left', '2 minutes left']);
    expect([texts.attemptsLeft(1), texts.attemptsLeft(3)]).toEqual(['1 attempt left', '3 attempts left']);
  });
});

describe.each(LANGUAGES)('%s', (lang) => {
  const both = async (): Promise<readonly [Texts, Texts]> => [
    (await textsFor(['en'])).texts,
    (await textsFor([lang])).texts,
  ];

  it('has the same texts as English', async () => {
    const [english, theirs] = (await both()).map((texts) => textsOf(texts));
    expect(theirs?.map(([path]) => path).sort()).toEqual(english?.map(([path]) => path).sort());
    const empty = (all: typeof theirs) => all?.filter(([, text]) => text === '').map(([path]) => path);
    expect(empty(theirs)?.sort()).toEqual(empty(english)?.sort());
  });

  it('names the number and the host', async () => {
    const { minutesLeft, attemptsLeft, takingBack } = (await both())[1];
    for (const count of [3, 7, 12]) {
      const digits = [String(count), new Intl.NumberFormat(lang).format(count)];
      for (const text of [minutesLeft(count), attemptsLeft(count)]) {
        expect(
          digits.some((shown) => text.includes(shown)),
          text,
        ).toBe(true);
      }
    }
    expect(takingBack('bank.example')).toContain('bank.example');
  });

  it.skipIf(lang === 'en')('is no English left over', async () => {
    const [english, theirs] = await both();
    const of = new Map(textsOf(english));
    expect(textsOf(theirs).filter(([path, text]) => text !== '' && of.get(path) === text)).toEqual([]);
  });
});

it('speaks what the elements speak', () => {
  const folders = namesIn('..', '..', '..', 'packages', 'elements', 'src', 'messages');
  expect(folders.filter((name) => /^[a-z]{2}$/.test(name))).toEqual(LANGUAGES);
});
