// Prevents: packages that pass every check one by one and fail a newcomer who installs them together. Packs them, unpacks
// the tarballs into an application that has nothing else than what they declare, and does with it what the READMEs say:
// compiles their examples under both module settings, imports on a server, copies the assets, builds with Vite, and opens
// the page in Chromium with a face before the camera until the element looks at it.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { CHROMIUM_FLAGS, chromiumPath, fakeCameraFlags, TALKING_HEAD, writeFakeCamera } from './video-frames.ts';

const ROOT = join(import.meta.dirname, '..');
const PACKAGES = ['contracts', 'models', 'browser-core', 'elements', 'partner-server', 'testkit'] as const;
/** What the examples use besides, from where the workspace has it. */
const OWN_DEPENDENCIES = {
  hono: 'packages/partner-server',
  '@playwright/test': 'packages/testkit',
  '@types/node': 'tooling',
} as const;
const MODULE_SETTINGS = [{ module: 'nodenext' }, { module: 'esnext', moduleResolution: 'bundler' }] as const;
const STEP_MS = 60_000;

/** The code blocks of a README in one language, in order. */
function examples(packageName: string, language: string): string[] {
  const text = readFileSync(join(ROOT, 'packages', packageName, 'README.md'), 'utf8');
  const blocks = [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)];
  const found = blocks.flatMap(([, is, code = '']) => (is === language ? [code] : []));
  if (found.length === 0) throw new Error(`packages/${packageName}/README.md has no example in ${language}`);
  return found;
}

/** An application's folder with the packed packages in it, and links to what they declare to need: no more resolves. */
function install(app: string): void {
  const modules = join(app, 'node_modules');
  const link = (name: string, from: string): void => {
    const path = join(modules, name);
    mkdirSync(dirname(path), { recursive: true });
    rmSync(path, { recursive: true, force: true });
    symlinkSync(realpathSync(join(ROOT, from, 'node_modules', name)), path, 'junction');
  };
  for (const name of PACKAGES) {
    const target = join(modules, '@bonafide', name);
    mkdirSync(target, { recursive: true });
    const tarballs = join(app, 'tarballs', name);
    const folder = join(ROOT, 'packages', name);
    execFileSync('pnpm', ['pack', '--pack-destination', tarballs], { cwd: folder, stdio: 'pipe' });
    const { version, dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      readonly version: string;
      readonly dependencies?: Readonly<Record<string, string>>;
    };
    const tarball = join(tarballs, `bonafide-${name}-${version}.tgz`);
    execFileSync('tar', ['-xzf', tarball, '-C', target, '--strip-components=1']);
    for (const dependency of Object.keys(dependencies))
      if (!dependency.startsWith('@bonafide/')) link(dependency, join('packages', name));
  }
  for (const [name, from] of Object.entries(OWN_DEPENDENCIES)) link(name, from);
  writeFileSync(join(app, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
}

function node(app: string, ...args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: app, encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
}

/** Compiles the examples as TypeScript, the libraries' own declarations included. */
function compileExamples(app: string): void {
  // Names that the prose around the examples introduces.
  const known =
    'declare const token: string, correlationId: string, baseUrl: string, theme: undefined;\n' +
    "declare const element: HTMLElementTagNameMap['selfie-liveness'];\n" +
    "declare const verification: HTMLElementTagNameMap['id-verification'];\n" +
    "import type {} from '@bonafide/elements';\nexport {};\n";
  const listener =
    "document.querySelector('selfie-liveness')?.addEventListener('liveness-complete', ({ detail }) => {\n" +
    "  const status: 'COMPLETED' | 'NOT_COMPLETED' | 'ERROR' = detail.status;\n  console.log(status);\n});\n";
  const backend =
    "import type { AtomicStore, CaptureSubject } from '@bonafide/partner-server';\nimport type { Hono } from 'hono';\n" +
    'declare const app: Hono, store: AtomicStore;\n' +
    'declare function userOfSession(request: Request): Promise<CaptureSubject | undefined>;\n' +
    'declare function keepConsent(consent: object): void;\ndeclare function keepProcess(process: object): void;\n' +
    'declare function isOurs(processId: string): Promise<boolean>;\n' +
    'declare function keepIdentity(processId: string, result: unknown): Promise<void>;\n' +
    'declare function deleteLater(dossierId: string): Promise<void>;\n';
  const onMosaic =
    'declare function loginOf(request: Request): Promise<string>;\n' +
    'declare function keepIdentity(person: object | undefined, document: object | undefined): Promise<void>;\n';
  const onAssure =
    "import type { Assure, ProcessKey } from '@bonafide/partner-server/assure';\n" +
    'declare const assure: Assure, key: ProcessKey;\n';
  const onFaceOidc =
    "import type { PendingLogin } from '@bonafide/partner-server/face-oidc';\nimport type { Context, Hono } from 'hono';\n" +
    'declare const app: Hono;\ndeclare function userOf(context: Context): string;\n' +
    'declare function photoOf(user: string): Promise<Uint8Array<ArrayBuffer>>;\n' +
    'declare function keepInSession(context: Context, pending: PendingLogin): Promise<void>;\n' +
    'declare function takeFromSession(context: Context): Promise<PendingLogin>;\n';
  /** What stands around an example of the server's, by what the example has in it. */
  const around = [
    ['createAssure(', backend],
    ['createMosaic(', onMosaic],
    ['createFaceOidc(', onFaceOidc],
    ['assure.getProcess(', onAssure],
  ] as const;
  /** Names that the prose around the examples of the test kit introduces. */
  const onTests =
    "declare const element: HTMLElementTagNameMap['selfie-liveness'];\ndeclare const picture: HTMLImageElement;\n" +
    "declare const pictureAsDataUrl: string;\nimport type {} from '@bonafide/elements';\n";
  const sources = [
    ...examples('testkit', 'ts').map((code) => onTests + code),
    ...examples('elements', 'js').map((code) => known + code),
    known + listener,
    ...examples('partner-server', 'ts')
      .filter((code) => !code.includes('createOneKyc({ …'))
      .map((code) => (around.find(([mark]) => code.includes(mark))?.[1] ?? '') + code),
  ];
  const files = sources.map((code, index) => {
    const file = `example-${index}.ts`;
    writeFileSync(join(app, file), code);
    return file;
  });
  for (const setting of MODULE_SETTINGS) {
    const compilerOptions = { target: 'es2022', lib: ['es2022', 'dom'], strict: true, noEmit: true, types: ['node'] };
    const config = `tsconfig.${setting.module}.json`;
    writeFileSync(join(app, config), JSON.stringify({ compilerOptions: { ...compilerOptions, ...setting }, files }));
    node(app, join(import.meta.dirname, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', config);
  }
}

function importOnServer(app: string): void {
  const entries = [
    'elements',
    'elements/define',
    'browser-core',
    'browser-core/session',
    'partner-server',
    'partner-server/mosaic/page',
  ];
  const script = entries.map((entry) => `await import('@bonafide/${entry}');`).join('');
  node(app, '--input-type=module', '--eval', script);
}

function copyAssets(app: string): void {
  // The command of the package that the README says to install: pnpm links no other.
  node(app, 'node_modules/@bonafide/elements/bin/bonafide-assets.js', 'public/bonafide');
}

async function buildPage(app: string): Promise<void> {
  const [page = ''] = examples('elements', 'html');
  writeFileSync(join(app, 'index.html'), `<!doctype html><html lang="en"><title>page</title>${page}</html>`);
  await build({ root: app, logLevel: 'error', configFile: false, build: { target: 'es2023' } });
}

/** Opens the page and agrees; resolves once the element looks at the face. */
async function lookAtFace(app: string): Promise<void> {
  const server = await preview({
    root: app,
    configFile: false,
    logLevel: 'error',
    preview: { port: 0, host: '127.0.0.1' },
  });
  const camera = await writeFakeCamera('talking-head', { video: TALKING_HEAD, fromSeconds: 4, count: 120 });
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [...CHROMIUM_FLAGS, ...fakeCameraFlags(camera)],
  });
  try {
    const page = await browser.newPage();
    const failures: string[] = [];
    page.on('pageerror', (error) => failures.push(String(error)));
    const origin = `http://127.0.0.1:${(server.httpServer.address() as AddressInfo).port}`;
    const session = { token: 'token', correlationId: 'order-1', baseUrl: origin };
    await page.route('**/api/selfie', (route) => route.fulfill({ json: session }));
    await page.goto(origin);
    const reach = async (...wanted: readonly string[]): Promise<void> => {
      const state = await page.waitForFunction(
        (ends) => {
          const { state = '' } = (document.querySelector('selfie-liveness') ?? {}) as { readonly state?: string };
          return ends.includes(state) && state;
        },
        [...wanted, 'error', 'unsupported'],
        { timeout: STEP_MS },
      );
      const reached = String(await state.jsonValue());
      if (!wanted.includes(reached)) throw new Error(`the element ended in ${reached}: ${failures.join('; ')}`);
    };
    await reach('consent');
    await page.evaluate(() => (document.querySelector('selfie-liveness') as unknown as { accept(): void }).accept());
    await reach('aligning', 'holding', 'captured');
  } finally {
    await browser.close();
    await server.close();
  }
}

const app = realpathSync(mkdtempSync(join(tmpdir(), 'bonafide-consumer-')));
let passed = 0;
let failed = 0;
async function step(title: string, run: (app: string) => Promise<void> | void): Promise<void> {
  const startedAtMs = performance.now();
  try {
    await run(app);
    passed += 1;
    console.log(`ok   ${title} (${Math.round(performance.now() - startedAtMs)} ms)`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${title}`, error);
  }
}

try {
  await step('the packages install together, with what they declare', install);
  await step('the examples compile under nodenext and bundler', compileExamples);
  await step('what a server may import imports there', importOnServer);
  await step('the assets are copied', copyAssets);
  await step('the example page builds', buildPage);
  await step('the built page looks at a face', lookAtFace);
} finally {
  rmSync(app, { recursive: true, force: true });
}
const results = process.env['TEST_RESULTS_DIR'];
if (results) writeFileSync(join(results, 'consumer-package.json'), JSON.stringify({ passed, failed, skipped: 0 }));
if (failed > 0) process.exitCode = 1;
