// Prevents: a fake camera that needs the page's help. What Playwright puts into a page must be one script that imports nothing, so
// it is bundled here, after tsc, into dist/page-scripts.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';

const OUT = join(import.meta.dirname, 'dist/page-scripts');

rmSync(OUT, { recursive: true, force: true });
await esbuild.build({
  entryPoints: ['page-bodies', 'page-camera', 'page-events', 'page-specimens'].map((name) =>
    join(import.meta.dirname, `src/page/${name}.ts`),
  ),
  outdir: OUT,
  bundle: true,
  format: 'iife',
  target: 'es2022',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'inline',
});
