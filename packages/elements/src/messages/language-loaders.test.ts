import { expect, it, vi } from 'vitest';
import { resolveDocumentMessages } from './document-texts.ts';
import { registerLanguageLoaders, wantLanguage, type LanguageLoader } from './language-loaders.ts';
import { onLanguages, registerMessages, type LanguageMessages } from './message-registry.ts';
import { resolveMessages } from './selfie-texts.ts';

// What is registered stays for the whole file: each test has a language of its own.

function deferredLoader() {
  let arrive: (messages: LanguageMessages) => void = () => undefined;
  const promise = new Promise<{ messages: LanguageMessages }>((resolve) => {
    arrive = (messages) => resolve({ messages });
  });
  return { load: vi.fn<LanguageLoader>(() => promise), arrive };
}

/** Until everything that has arrived was taken up. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

it('says English until the language is there, and tells when it is', async () => {
  const { load, arrive } = deferredLoader();
  registerLanguageLoaders({ sv: load });
  const heard = vi.fn();
  const stop = onLanguages(heard);
  wantLanguage('sv-FI');
  expect(resolveMessages('sv-FI')).toMatchObject({ lang: 'en', actions: { retry: 'Try again' } });
  expect(heard).not.toHaveBeenCalled();
  arrive({ actions: { retry: 'Försök igen' }, document: { actions: { keep: 'Använd bilden' } } });
  await settled();
  expect(heard).toHaveBeenCalledTimes(1);
  expect(resolveMessages('sv-FI')).toMatchObject({ lang: 'sv', actions: { retry: 'Försök igen', close: 'Close' } });
  expect(resolveDocumentMessages('sv').actions.keep).toBe('Använd bilden');
  stop();
  registerMessages('sv', {});
  expect(heard).toHaveBeenCalledTimes(1);
});

it('loads once, whoever asks and however often', async () => {
  const { load, arrive } = deferredLoader();
  registerLanguageLoaders({ da: load });
  wantLanguage('da');
  wantLanguage('da-DK');
  arrive({});
  await settled();
  wantLanguage('da');
  expect(load).toHaveBeenCalledTimes(1);
});

it('loads nothing for a language that it knows no way to', () => {
  const { load } = deferredLoader();
  registerLanguageLoaders({ fi: load });
  for (const lang of ['en', 'id', 'et', 'not a tag']) wantLanguage(lang);
  expect(load).not.toHaveBeenCalled();
});

it.each([
  ['rejects', 'nb', () => Promise.reject(new TypeError('Failed to fetch'))],
  [
    'throws',
    'nn',
    () => {
      throw new TypeError('no such file');
    },
  ],
] as const)('stays English when a loader %s, and tries again for the next who asks', async (_, lang, fail) => {
  const load = vi.fn<LanguageLoader>(fail);
  registerLanguageLoaders({ [lang]: load });
  wantLanguage(lang);
  await settled();
  expect(resolveMessages(lang).lang).toBe('en');
  load.mockResolvedValue({ messages: { actions: { retry: 'Prøv igjen' } } });
  wantLanguage(lang);
  await settled();
  expect(load).toHaveBeenCalledTimes(2);
  expect(resolveMessages(lang).actions.retry).toBe('Prøv igjen');
});

it('keeps what the page has registered before what is loaded, in either order', async () => {
  const { load, arrive } = deferredLoader();
  registerLanguageLoaders({ is: load });
  registerMessages('is', { actions: { retry: 'Ours' } });
  wantLanguage('is');
  arrive({ actions: { retry: 'Reyna aftur', close: 'Loka' } });
  await settled();
  expect(resolveMessages('is').actions).toMatchObject({ retry: 'Ours', close: 'Loka' });
  registerMessages('is', { actions: { close: 'Ours too' } });
  expect(resolveMessages('is').actions).toMatchObject({ retry: 'Ours', close: 'Ours too' });
});
