import { addLoadedMessages, fallbackChain, tellOfLanguages, type LanguageMessages } from './message-registry.ts';

/** Imports the file of one language. */
export type LanguageLoader = () => Promise<{ readonly messages: LanguageMessages }>;

const loaders = new Map<string, LanguageLoader>();
/** Those that are on their way, or there. One that failed is taken out again. */
const asked = new Set<string>();

/** Says where languages come from; elements that are already shown ask for theirs at once. */
export function registerLanguageLoaders(more: Readonly<Record<string, LanguageLoader>>): void {
  for (const [tag, load] of Object.entries(more)) loaders.set(tag, load);
  tellOfLanguages();
}

/**
 * Loads a language, where there is a way to and it is not there yet; all who listen to `onLanguages` hear of it. A failure is
 * silent, since English is shown: the next who wants the language has it tried again.
 */
export function wantLanguage(lang: string): void {
  const tag = fallbackChain(lang).find((each) => loaders.has(each));
  if (tag === undefined || asked.has(tag)) return;
  asked.add(tag);
  void load(tag);
}

async function load(tag: string): Promise<void> {
  try {
    const module = await loaders.get(tag)?.();
    if (module !== undefined) addLoadedMessages(tag, module.messages);
  } catch {
    asked.delete(tag);
  }
}
