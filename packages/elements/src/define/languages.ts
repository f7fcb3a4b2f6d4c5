import { registerLanguageLoaders } from '../messages/language-loaders.ts';

// English and Indonesian are part of every element. Each of these is a file of its own, fetched when an element needs it.
registerLanguageLoaders({
  de: () => import('../messages/de/index.ts'),
  es: () => import('../messages/es/index.ts'),
  fr: () => import('../messages/fr/index.ts'),
});
