import type { DocumentMessages } from './document-messages.ts';
import type { IdentityMessages } from './identity-messages.ts';
import type { DeepPartial, PartialMessages } from './messages.ts';

/** A language, whole or in part: the selfie check's texts, and those of the other elements by their names. */
export type LanguageMessages = PartialMessages & {
  readonly document?: DeepPartial<DocumentMessages>;
  readonly identity?: DeepPartial<IdentityMessages>;
};

/** Texts with the language that most of them are in: the BCP 47 tag to format numbers with and to mark the text with. */
export type Resolved<Texts> = Texts & { readonly lang: string };

/** The languages that are part of an element; all others are added or loaded. */
export interface ShippedMessages<Texts> {
  /** Where a registered language keeps this element's texts; null: at its root. */
  readonly section: 'document' | 'identity' | null;
  readonly languages: Readonly<Record<'en' | 'id', Texts>>;
}

/** What the page has said itself: before what was loaded, whichever came first. */
const registered = new Map<string, Tree>();
const loaded = new Map<string, Tree>();
const listeners = new Set<() => void>();

/**
 * Adds a language, or replaces parts of one. Elements that are already shown take it up at once.
 * @param lang BCP 47 tag such as `ms` or `pt-BR`.
 * @throws {TypeError} When the tag is not a well-formed language tag.
 */
export function registerMessages(lang: string, messages: LanguageMessages): void {
  const tag = toCanonicalTag(lang);
  if (tag === null) throw new TypeError(`registerMessages: '${lang}' is not a language tag`);
  registered.set(tag, mergeTrees(registered.get(tag) ?? {}, messages as Tree));
  tellOfLanguages();
}

/** Adds a language of this package that was loaded late, under what the page has registered for it. */
export function addLoadedMessages(tag: string, messages: LanguageMessages): void {
  loaded.set(tag, messages as Tree);
  tellOfLanguages();
}

/** Calls back whenever there may be other texts than before; returns the way to stop. */
export function onLanguages(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export function tellOfLanguages(): void {
  for (const listener of listeners) listener();
}

/**
 * Resolves an element's texts for a language: `pt-BR` looks in `pt-BR`, then `pt`, then `en`, text by text; overrides come
 * before all. A malformed tag reads as English.
 */
export function createMessageResolver<Texts extends object>({ section, languages }: ShippedMessages<Texts>) {
  const layerOf = (tag: string): Tree | null => {
    const ofSection = (language: Tree | undefined): unknown => (section === null ? language : language?.[section]);
    const layers: readonly unknown[] = [
      (languages as Tree)[tag],
      ofSection(loaded.get(tag)),
      ofSection(registered.get(tag)),
    ];
    const trees = layers.filter(isTree);
    return trees.length === 0 ? null : trees.reduce(mergeTrees);
  };
  return (lang: string, overrides: DeepPartial<Texts> | Record<string, never> = {}): Resolved<Texts> => {
    const chain = fallbackChain(lang);
    const known = chain.find((tag) => layerOf(tag) !== null) ?? 'en';
    let texts: Tree = languages.en as Tree;
    for (const tag of chain.toReversed()) texts = mergeTrees(texts, layerOf(tag) ?? {});
    texts = mergeTrees(texts, overrides as Tree);
    return { ...(texts as Texts), lang: known === 'en' ? englishFor(lang) : known };
  };
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

function mergeTrees(base: Tree, over: Tree): Tree {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    if (value === undefined) continue;
    const below = merged[key];
    merged[key] = isTree(value) && isTree(below) ? mergeTrees(below, value) : value;
  }
  return merged;
}
