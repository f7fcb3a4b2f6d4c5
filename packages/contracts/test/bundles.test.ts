import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const ENTRIES = ['assure', 'capture-backend', 'codes', 'face-oidc', 'idnow', 'mosaic', 'onekyc', 'outcome'] as const;

/** What a page that uses one name, or all, of an entry gets: minified, with what it was made of. */
async function bundle(source: string): Promise<{ readonly gzippedBytes: number; readonly inputs: readonly string[] }> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: source, resolveDir: join(import.meta.dirname, '..', 'src'), loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    metafile: true,
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('nothing was bundled');
  const inputs = Object.values(metafile.outputs).flatMap((output) =>
    Object.entries(output.inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  return { gzippedBytes: gzipSync(file.contents).byteLength, inputs };
}

describe('a page that imports', () => {
  it.each(ENTRIES)('all of ./%s gets no zod', async (entry) => {
    const { inputs } = await bundle(`export * from './${entry}/index.ts';`);
    expect(inputs.length).toBeGreaterThan(0);
    expect(inputs.filter((path) => path.includes('zod'))).toEqual([]);
  });

  it('all of ./outcome gets at most 12 kB', async () => {
    // Measured: 10 858 bytes, gzipped. The words of eight systems are most of it.
    expect((await bundle(`export * from './outcome/index.ts';`)).gzippedBytes).toBeLessThan(12_000);
  });

  it('only the end of a journey gets no word table', async () => {
    const { gzippedBytes, inputs } = await bundle(`export { toJourneyEnd } from './outcome/index.ts';`);
    expect(inputs.filter((path) => path.includes('/words/'))).toEqual([]);
    // Measured: 217 bytes.
    expect(gzippedBytes).toBeLessThan(300);
  });
});
