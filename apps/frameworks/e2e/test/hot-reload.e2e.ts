import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createServer } from 'vite';
import { expect, press, test } from './framework-page.ts';
import { lastingListeners, watchListeners } from './watch-listeners.ts';

interface Edit {
  readonly from: string;
  readonly to: string;
}

interface Edited {
  readonly file: string;
  /** What the framework puts into the running page; null where it mounts the component anew for every edit. */
  readonly kept: Edit | null;
  readonly anew: Edit;
}

const EDITED: Readonly<Record<'react' | 'vue' | 'svelte' | 'solid', Edited>> = {
  react: {
    file: 'src/selfie-check.tsx',
    kept: { from: 'assetsUrl="/bonafide/"', to: 'assetsUrl="/bonafide/" data-edited="yes"' },
    anew: { from: 'useEffect(() => {', to: 'useState(0);\n  useEffect(() => {' },
  },
  vue: {
    file: 'src/SelfieCheck.vue',
    kept: { from: 'assets-url="/bonafide/"', to: 'assets-url="/bonafide/" data-edited="yes"' },
    anew: { from: 'const ending', to: 'const edited = 1;\nconsole.debug(edited);\nconst ending' },
  },
  svelte: {
    file: 'src/SelfieCheck.svelte',
    kept: null,
    anew: { from: 'assets-url="/bonafide/"', to: 'assets-url="/bonafide/" data-edited="yes"' },
  },
  solid: {
    file: 'src/selfie-check.tsx',
    kept: null,
    anew: { from: 'attr:assets-url="/bonafide/"', to: 'attr:assets-url="/bonafide/" attr:data-edited="yes"' },
  },
};

const APPS = join(import.meta.dirname, '..', '..');

/** The app's development server on a copy of it that a test may edit. */
async function serveCopy(framework: string) {
  const app = join(APPS, framework);
  const root = mkdtempSync(join(tmpdir(), `bonafide-hot-${framework}-`));
  // The configuration of TypeScript extends one that is not copied; the development server needs none.
  const left = new Set(['node_modules', 'dist', 'public', '.turbo', 'tsconfig.json', 'vite.config.ts', 'wrong']);
  cpSync(app, root, { recursive: true, filter: (path) => path === app || !left.has(basename(path)) });
  symlinkSync(join(app, 'node_modules'), join(root, 'node_modules'), 'junction');
  const http = createHttpServer((request, response) => server.middlewares(request, response));
  // Listening by itself, it would end with the input of whoever runs the tests.
  const server = await createServer({
    root,
    configFile: join(app, 'vite.config.ts'),
    cacheDir: join(root, '.vite'),
    publicDir: join(app, 'public'),
    logLevel: 'error',
    server: { middlewareMode: true, hmr: { server: http }, fs: { allow: [root, join(APPS, '..', '..')] } },
  });
  await new Promise<void>((resolve) => void http.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/`,
    edit(file: string, { from, to }: Edit): void {
      const path = join(root, file);
      const before = readFileSync(path, 'utf8');
      if (!before.includes(from)) throw new Error(`${file} has no ${from}`);
      writeFileSync(path, before.replace(from, to));
    },
    async close(): Promise<void> {
      await server.close();
      http.closeAllConnections();
      http.close();
      rmSync(root, { recursive: true });
    },
  };
}

for (const [framework, { file, kept, anew }] of Object.entries(EDITED)) {
  test.describe(framework, () => {
    test('edited while the camera is on, there is one camera, and none once the page leaves', async ({
      page,
      context,
      camera,
      gateway,
      selfie,
      complaints,
    }) => {
      const app = await serveCopy(framework);
      try {
        await watchListeners(context);
        await camera.draw((picture, { width, height }) => picture.fillRect(0, 0, width, height));
        await gateway.serveSession('**/api/sessions');
        await page.goto(app.url);
        await selfie.until('consent');
        await press(page, 'Leave');
        await expect(selfie.locator).toHaveCount(0);
        const before = await lastingListeners(page);
        await press(page, 'Begin');
        await selfie.agree();
        await selfie.until('aligning');
        await selfie.locator.evaluate((element) => Object.assign(element, { isFirst: true }));
        const isFirst = () => selfie.locator.evaluate((element) => 'isFirst' in element);

        if (kept !== null) {
          app.edit(file, kept);
          await expect(selfie.locator).toHaveAttribute('data-edited', 'yes');
          expect(await isFirst()).toBe(true);
          expect(await selfie.state()).toBe('aligning');
          expect(await camera.liveTracks(page)).toBe(1);
        }

        app.edit(file, anew);
        await expect.poll(isFirst).toBe(false);
        await expect(selfie.locator).toHaveCount(1);
        await expect.poll(() => camera.liveTracks(page)).toBe(0);
        await selfie.agree();
        await selfie.until('aligning');
        expect(await camera.liveTracks(page)).toBe(1);

        await press(page, 'Leave');
        await expect.poll(() => camera.liveTracks(page)).toBe(0);
        await expect.poll(() => page.workers().length).toBe(0);
        await expect.poll(() => lastingListeners(page)).toEqual(before);
        expect(complaints).toEqual([]);
      } finally {
        await app.close();
      }
    });
  });
}
