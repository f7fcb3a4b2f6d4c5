import { defineConfig } from 'vite';
import { pages } from './src/build-pages.ts';

export default defineConfig({
  root: 'page',
  base: './',
  appType: 'mpa',
  // The pages carry a strict Content-Security-Policy, which has no room for data: or inlined files.
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: false,
    rollupOptions: { input: ['page/site.ts', 'page/playground.ts', 'page/inspector.ts', 'page/document-inspector.ts'] },
  },
  preview: { port: 8470, strictPort: false },
  plugins: [pages()],
});
