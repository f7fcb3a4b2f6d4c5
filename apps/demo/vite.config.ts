import { cpSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const assets = dirname(fileURLToPath(import.meta.resolve('@bonafide/browser-core/assets/manifest.json')));

export default defineConfig({
  root: 'page',
  base: './',
  // A strict Content-Security-Policy has no room for data: or inlined files.
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Two pages: the computer's, and the one that a link leads a phone to.
    rollupOptions: { input: ['page/index.html', 'page/phone.html'] },
  },
  plugins: [
    {
      name: 'bonafide-assets',
      // What `npx bonafide-assets <folder>` does for an application.
      writeBundle: ({ dir }) => cpSync(assets, join(dir ?? 'dist', 'bonafide'), { recursive: true }),
    },
  ],
});
