import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type BuildOptions, type OutputFile } from 'esbuild';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { wantLanguage } from '../src/messages/language-loaders.ts';
import { resolveMessages } from '../src/messages/selfie-texts.ts';
import { LATE_LANGUAGES, readCatalogue, textsOf } from './catalogues.ts';

const SRC = join(import.meta.dirname, '..', 'src');

/** What a page gets that imports an entry: the file it starts with, and those that are fetched later. */
async function bundle(
  name: string,
  entry: Pick<BuildOptions, 'entryPoints' | 'stdin'>,
): Promise<{ readonly entry: OutputFile; readonly later: readonly OutputFile[] }> {
  const { outputFiles } = await build({
    ...entry,
    bundle: true,
    splitting: true,
    format: 'esm',
    charset: 'utf8',
    outdir: 'out',
    write: false,
    logLevel: 'silent',
  });
  // They come in no order that means anything.
  const first = outputFiles.find(({ path }) => basename(path) === `${name}.js`);
  if (first === undefined) throw new Error(`${name} was not bundled`);
  return { entry: first, later: outputFiles.filter((file) => file !== first) };
}

const bundleFile = (path: string) => bundle(basename(path, '.ts'), { entryPoints: [join(SRC, path)] });

/** A sentence of one language alone, which every element says. */
const sampleOf = async (lang: string): Promise<string> => (await readCatalogue(lang)).selfie.offline;

describe('every language but English and Indonesian', () => {
  const manifest = JSON.parse(readFileSync(join(SRC, '..', 'package.json'), 'utf8')) as { exports: object };

  it('has an entry of its own', () => {
    const entries = Object.keys(manifest.exports).filter((entry) => entry.startsWith('./messages/'));
    expect(entries.sort()).toEqual(LATE_LANGUAGES.map((lang) => `./messages/${lang}`));
    for (const lang of LATE_LANGUAGES) {
      expect(manifest.exports).toMatchObject({
        [`./messages/${lang}`]: {
          types: `./dist/messages/${lang}/index.d.ts`,
          default: `./dist/messages/${lang}/index.js`,
        },
      });
    }
  });

  it('is fetched where `define/languages` was imported', async () => {
    await import('../src/define/languages.ts');
    for (const lang of LATE_LANGUAGES) {
      expect(resolveMessages(lang).lang).toBe('en');
      wantLanguage(lang);
    }
    const samples = await Promise.all(LATE_LANGUAGES.map(sampleOf));
    await vi.waitFor(() => {
      expect(LATE_LANGUAGES.map((lang) => resolveMessages(lang).offline)).toEqual(samples);
    });
    expect(LATE_LANGUAGES.map((lang) => resolveMessages(lang).lang)).toEqual(LATE_LANGUAGES);
  });

  it.each(['selfie-liveness', 'document-capture', 'id-verification', 'index'])(
    'weighs nothing on who imports define/%s alone',
    async (entry) => {
      const { entry: file, later } = await bundleFile(`define/${entry}.ts`);
      const all = [file, ...later].map(({ text }) => text).join('\n');
      expect(all.includes(await sampleOf('en'))).toBe(true);
      for (const lang of LATE_LANGUAGES) expect(all.includes(await sampleOf(lang)), lang).toBe(false);
    },
  );

  describe('in a bundle with `define/languages`', () => {
    let files: Awaited<ReturnType<typeof bundle>>;
    beforeAll(async () => {
      files = await bundleFile('define/languages.ts');
    });

    it.each(LATE_LANGUAGES)('%s lies in a file of its own', async (lang) => {
      const sample = await sampleOf(lang);
      expect(files.entry.text.includes(sample)).toBe(false);
      const withIt = files.later.filter(({ text }) => text.includes(sample));
      expect(withIt).toHaveLength(1);
      for (const other of LATE_LANGUAGES.filter((each) => each !== lang)) {
        expect(withIt[0]?.text.includes(await sampleOf(other)), other).toBe(false);
      }
    });
  });

  it.each(LATE_LANGUAGES)('the entry of %s brings texts and nothing else', async (lang) => {
    const { entry, later } = await bundleFile(`messages/${lang}/index.ts`);
    expect(later).toEqual([]);
    const texts = textsOf(await readCatalogue(lang)).map(([, text]) => text);
    const bytesOfTexts = new TextEncoder().encode([...new Set(texts)].join('')).byteLength;
    // Keys and quotes beside the texts; an element is several times that. Source: guess.
    expect(entry.contents.byteLength).toBeLessThan(3 * bytesOfTexts);
    // Imported for nothing, it leaves nothing: there is no side effect in it.
    const unused = await bundle('stdin', {
      stdin: { contents: `import './messages/${lang}/index.ts';`, resolveDir: SRC, loader: 'ts' },
    });
    expect(unused.entry.text.includes(await sampleOf(lang))).toBe(false);
  });
});
