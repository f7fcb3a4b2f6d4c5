import { pause } from './pause.ts';
import { texts as en } from './texts/en.ts';

/** The page's own words; the check's are the element's. */
export interface Texts {
  /** Where nobody says who asks. */
  readonly title: string;
  readonly cancel: string;
  readonly minutesLeft: (minutes: number) => string;
  readonly lastMinute: string;
  readonly attemptsLeft: (attempts: number) => string;
  readonly confirm: { readonly title: string; readonly text: string; readonly yes: string; readonly no: string };
  readonly opening: Words;
  readonly processing: Words;
  readonly noAddress: Words;
  readonly used: Words;
  readonly failed: Words;
  readonly concluded: Words;
  readonly cancelled: Words;
  readonly expired: Words;
  readonly tryAgain: string;
  readonly goBack: string;
  readonly takingBack: (host: string) => string;
  readonly close: string;
  /** At the computer, on the way to a phone. */
  readonly toPhone: ToPhoneTexts;
  /** On the phone. */
  readonly onPhone: OnPhoneTexts;
}

export interface ToPhoneTexts {
  readonly offer: string;
  readonly preparing: Words;
  readonly link: Words;
  readonly steps: readonly string[];
  /** What the picture is, for who does not see it. */
  readonly qr: string;
  readonly copy: string;
  readonly copied: string;
  /** Where it cannot be copied by a press. */
  readonly address: string;
  readonly joined: Words;
  readonly codeLabel: string;
  readonly yes: string;
  readonly no: string;
  readonly connected: Words;
  readonly takeBack: string;
  readonly expired: Words;
  readonly newLink: string;
  readonly stayHere: string;
}

export interface OnPhoneTexts {
  readonly invite: Words;
  readonly join: string;
  readonly compare: Words;
  readonly refused: Words;
  readonly takenBack: Words;
  /** Under how it ended. */
  readonly goBack: string;
}

export interface Words {
  readonly title: string;
  readonly text: string;
}

/** The languages of the pages, each in its own file. English is there from the start, for where another does not arrive. */
const LANGUAGES = {
  en: () => Promise.resolve({ texts: en }),
  id: () => import('./texts/id.ts'),
  ar: () => import('./texts/ar.ts'),
  de: () => import('./texts/de.ts'),
  es: () => import('./texts/es.ts'),
  fr: () => import('./texts/fr.ts'),
  hi: () => import('./texts/hi.ts'),
  pt: () => import('./texts/pt.ts'),
  vi: () => import('./texts/vi.ts'),
  zh: () => import('./texts/zh.ts'),
} as const satisfies Readonly<Record<string, () => Promise<{ readonly texts: Texts }>>>;

export type Language = keyof typeof LANGUAGES;

export interface Spoken {
  readonly lang: Language;
  readonly dir: 'ltr' | 'rtl';
  readonly texts: Texts;
}

/** Those that are written from right to left. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar']);

/** The first of the languages that there are texts of; English where there is none. */
export function languageFor(languages: readonly string[]): Language {
  for (const language of languages) {
    const lang = language.split('-')[0]?.toLowerCase() ?? '';
    if (isLanguage(lang)) return lang;
  }
  return 'en';
}

/** Where texts come from, and how their time is taken. */
export interface TextSource {
  readonly load: (lang: Language) => Promise<{ readonly texts: Texts }>;
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
}

const FILES: TextSource = { load: (lang) => LANGUAGES[lang](), pause };

/** Nothing is shown before the texts are there: on a line that is this slow, English is better than nothing. Guess. */
const PATIENCE_MS = 4000;

/** The texts of the first of the languages that there are texts of; English where they do not arrive, or not in time. */
export async function textsFor(languages: readonly string[], source: TextSource = FILES): Promise<Spoken> {
  const lang = languageFor(languages);
  const waited = new AbortController();
  try {
    const late = source.pause(PATIENCE_MS, waited.signal).then(() => null);
    const found = await Promise.race([source.load(lang), late]);
    return found === null ? ENGLISH : { lang, dir: RIGHT_TO_LEFT.has(lang) ? 'rtl' : 'ltr', texts: found.texts };
  } catch {
    return ENGLISH;
  } finally {
    waited.abort();
  }
}

export const ENGLISH: Spoken = { lang: 'en', dir: 'ltr', texts: en };

function isLanguage(lang: string): lang is Language {
  return Object.hasOwn(LANGUAGES, lang);
}
