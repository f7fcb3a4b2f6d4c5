// English as a language that nobody wrote: what is not in brackets is said by no catalogue, and what does not fit shows
// before a translator's longer words do.
import { document } from '../src/messages/en/document.ts';
import { identity } from '../src/messages/en/identity.ts';
import { selfie } from '../src/messages/en/selfie.ts';
import type { LanguageMessages } from '../src/messages/message-registry.ts';

/** A tag that names no country, and that `Intl` formats as English. */
export const PSEUDO_LANG = 'en-XA';

/** Vowels are doubled, which makes an English text about 40 % longer, and its words too. */
const LETTERS: Readonly<Record<string, string>> = {
  a: 'áá',
  e: 'éé',
  i: 'íí',
  o: 'óó',
  u: 'úú',
  y: 'ýý',
  A: 'ÁÁ',
  E: 'ÉÉ',
  I: 'ÍÍ',
  O: 'ÓÓ',
  U: 'ÚÚ',
  c: 'ç',
  n: 'ñ',
  s: 'š',
  g: 'ğ',
};

/** No hint of any language may be longer: see the tests of the catalogues. */
const HINT_LENGTH = 40;

function lengthen(text: string, maxLength: number): string {
  let room = maxLength - text.length - 2;
  const longer = text.replace(/\{\w+\}|\w/g, (part) => {
    const letters = LETTERS[part] ?? part;
    if (letters.length <= part.length) return letters;
    room -= 1;
    return room < 0 ? letters.slice(1) : letters;
  });
  return `[${longer}]`;
}

/** A text, or a tree of texts; placeholders stay. */
export function toPseudo<Texts>(node: Texts, maxLength?: number): Texts;
export function toPseudo(node: unknown, maxLength = Number.POSITIVE_INFINITY): unknown {
  if (typeof node === 'string') return lengthen(node, maxLength);
  if (Array.isArray(node)) return node.map((each) => toPseudo<unknown>(each, maxLength));
  const longer = Object.entries(node as object).map(([key, value]) => [
    key,
    toPseudo<unknown>(value, key === 'guidance' ? HINT_LENGTH : maxLength),
  ]);
  return Object.fromEntries(longer);
}

export const PSEUDO_MESSAGES: LanguageMessages = {
  ...toPseudo(selfie),
  document: toPseudo(document),
  identity: toPseudo(identity),
};
