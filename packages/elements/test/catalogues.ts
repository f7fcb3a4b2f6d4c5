// The texts of every language that there is a folder of: a new language is tested as soon as it lies there.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentMessages } from '../src/messages/document-messages.ts';
import type { IdentityMessages } from '../src/messages/identity-messages.ts';
import type { LanguageMessages } from '../src/messages/message-registry.ts';
import type { Messages } from '../src/messages/messages.ts';

export interface Catalogue {
  readonly lang: string;
  readonly selfie: Messages;
  readonly document: DocumentMessages;
  readonly identity: IdentityMessages;
}

/** Part of every element; all others are loaded. */
export const BUILT_IN: readonly string[] = ['en', 'id'];

const FOLDER = join(import.meta.dirname, '..', 'src', 'messages');

export const LANGUAGES: readonly string[] = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

export const LATE_LANGUAGES: readonly string[] = LANGUAGES.filter((lang) => !BUILT_IN.includes(lang));

export async function readCatalogue(lang: string): Promise<Catalogue> {
  const [{ selfie }, { document }, { identity }] = (await Promise.all(
    ['selfie', 'document', 'identity'].map((file) => import(/* @vite-ignore */ join(FOLDER, lang, `${file}.ts`))),
  )) as [Pick<Catalogue, 'selfie'>, Pick<Catalogue, 'document'>, Pick<Catalogue, 'identity'>];
  return { lang, selfie, document, identity };
}

/** What the entry of a language exports. */
export async function readEntry(lang: string): Promise<LanguageMessages> {
  const { messages } = (await import(/* @vite-ignore */ join(FOLDER, lang, 'index.ts'))) as {
    messages: LanguageMessages;
  };
  return messages;
}

/** Every text with its path, such as `errors.offline.title`. */
export function textsOf(node: unknown, path = ''): [path: string, text: string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => textsOf(value, path === '' ? key : `${path}.${key}`));
}
