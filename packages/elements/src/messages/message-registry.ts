import { en } from './en.ts';
import { id } from './id.ts';
import type { Messages, PartialMessages } from './messages.ts';

/** Messages of one language, whole, with the language that most of them are in. */
export interface ResolvedMessages extends Messages {
  /** The BCP 47 tag to format numbers with and to mark the text with. */
  readonly lang: string;
}

const registered = new Map<string, PartialMessages>([
  ['en', en],
  ['id', id],
]);

/**
 * Adds a language, or replaces parts of one. Elements that are already shown take it up at their next update.
 * @param lang BCP 47 tag such as `ms` or `pt-BR`.
 * @throws {TypeError} When the tag is not a well-formed language tag.
 */
export function registerMessages(lang: string, messages: PartialMessages): void {
  const tag = toCanonicalTag(lang);
  if (tag === null) throw new TypeError(`registerMessages: '${lang}' is not a language tag`);
  registered.set(tag, merge(registered.get(tag) ?? {}, messages));
}

/**
 * The messages for a language: `pt-BR` looks in `pt-BR`, then `pt`, then `en`, text by text; overrides come before all.
 * A malformed tag reads as English.
 */
export function resolveMessages(lang: string, overrides: PartialMessages = {}): ResolvedMessages {
  const chain = fallbackChain(lang);
  const known = chain.find((tag) => registered.has(tag)) ?? 'en';
  let messages: PartialMessages = en;
  for (const tag of chain.toReversed()) messages = merge(messages, registered.get(tag) ?? {});
  return { ...(merge(messages, overrides) as Messages), lang: known === 'en' ? englishFor(lang) : known };
}

/** `['pt-BR', 'pt', 'en']` for `pt-BR`. */
export function fallbackChain(lang: string): readonly string[] {
  const parts = (toCanonicalTag(lang) ?? 'en').split('-');
  const chain = parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
  return chain.includes('en') ? chain : [...chain, 'en'];
}

/** `en-GB` keeps its own number formats; any other language that falls back to English is marked as English. */
function englishFor(lang: string): string {
  const tag = toCanonicalTag(lang);
  return tag !== null && tag.startsWith('en-') ? tag : 'en';
}

function toCanonicalTag(lang: string): string | null {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? null;
  } catch {
    return null;
  }
}

type Tree = Readonly<Record<string, unknown>>;

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function merge(base: PartialMessages, over: PartialMessages): PartialMessages {
  return mergeTrees(base as Tree, over as Tree) as PartialMessages;
}

function mergeTrees(base: Tree, over: Tree): Tree {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    if (value === undefined) continue;
    const below = merged[key];
    merged[key] = isTree(value) && isTree(below) ? mergeTrees(below, value) : value;
  }
  return merged;
}
