// The words of the registries' codes are the elements' own English, read from the built package: it has no entry for them.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../repository.ts';

interface Catalogue {
  readonly guidance: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, { readonly title: string; readonly body: string } | undefined>>;
}

async function readCatalogue(name: string): Promise<Catalogue> {
  const file = join(ROOT, `packages/elements/dist/messages/en/${name}.js`);
  return ((await import(/* @vite-ignore */ pathToFileURL(file).href)) as Record<string, Catalogue>)[name] as Catalogue;
}

const face = await readCatalogue('selfie');
const document = await readCatalogue('document');

/** What a person reads for a code; empty where no screen has a text of its own for it. */
export const registeredMessages = {
  errors: (code: string): string => {
    const message = face.errors[code] ?? document.errors[code];
    return message === undefined ? '' : `${message.title}. ${message.body}`.replace(/([?!.])\. /, '$1 ');
  },
  guidance: (code: string): string => face.guidance[code] ?? '',
  documentGuidance: (code: string): string => document.guidance[code] ?? '',
};
