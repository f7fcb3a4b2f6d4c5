import { cpSync, globSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { renderLayout, type BuiltAssets } from './layout.ts';
import { renderSite } from './render-site.ts';
import { ROOT } from './repository.ts';
import { buildSearchIndex } from './search-index.ts';

const assetsFolder = dirname(fileURLToPath(import.meta.resolve('@bonafide/browser-core/assets/manifest.json')));

/** Writes every page once Vite has built scripts and styles, with the files that the elements load beside them. */
export function pages(): Plugin {
  return {
    name: 'bonafide-pages',
    buildStart() {
      for (const file of globSync(
        ['*.md', 'docs/**/*.md', '{packages,apps}/*/README.md', 'apps/docs/{pages,src}/**/*'],
        { cwd: ROOT },
      ))
        this.addWatchFile(join(ROOT, file));
    },
    writeBundle({ dir = 'dist' }, bundle) {
      const chunks = Object.values(bundle).filter((each) => each.type === 'chunk');
      const scriptOf = (name: string): string =>
        chunks.find((each) => each.isEntry && each.name === name)?.fileName ?? '';
      const assets: BuiltAssets = {
        scripts: {
          site: scriptOf('site'),
          playground: scriptOf('playground'),
          inspector: scriptOf('inspector'),
          'document-inspector': scriptOf('document-inspector'),
        },
        styles: Object.keys(bundle).filter((name) => name.endsWith('.css')),
      };
      const write = (path: string, text: string): void => {
        mkdirSync(dirname(join(dir, path)), { recursive: true });
        writeFileSync(join(dir, path), text);
      };
      const rendered = renderSite();
      for (const each of rendered) write(`${each.page.path}index.html`, renderLayout(each.page, each, assets));
      write('search.json', buildSearchIndex(rendered));
      cpSync(assetsFolder, join(dir, 'bonafide'), { recursive: true });
      for (const picture of globSync(join(ROOT, 'docs/images/*.png'))) {
        cpSync(picture, join(dir, 'images', basename(picture)));
      }
    },
  };
}
