import { registerLanguageLoaders } from '../messages/language-loaders.ts';

// English and Indonesian are part of every element. Each of these is a file of its own, fetched when an element needs it.
registerLanguageLoaders({
  ar: () => import('../messages/ar/index.ts'),
  de: () => import('../messages/de/index.ts'),
  es: () => import('../messages/es/index.ts'),
  fr: () => import('../messages/fr/index.ts'),
  hi: () => import('../messages/hi/index.ts'),
  pt: () => import('../messages/pt/index.ts'),
  vi: () => import('../messages/vi/index.ts'),
  zh: () => import('../messages/zh/index.ts'),
});
