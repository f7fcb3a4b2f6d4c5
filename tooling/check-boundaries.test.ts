import { describe, expect, it } from 'vitest';
import { effectsIn, objection, specifiersOf } from './check-boundaries.ts';

const anything = new Set([
  'lit',
  'vitest',
  ...['contracts', 'wire', 'models', 'partner-server', 'browser-core', 'elements', 'sandbox', 'testkit', 'tooling'].map(
    (name) => `@bonafide/${name}`,
  ),
]);
const ask = (file: string, specifier: string, development = false) =>
  objection(file, specifier, anything, () => development);

describe('specifiersOf', () => {
  it('reads static, re-exporting, side-effect and dynamic imports, over several lines too', () => {
    const source = [
      "import a from 'one';",
      "import type { B } from 'two';",
      "export { c } from 'three';",
      "export * from 'four';",
      "import 'five';",
      "const six = await import('six');",
      "import {\n  d,\n  e,\n} from 'seven';",
    ].join('\n');
    expect(specifiersOf(source)).toEqual(['one', 'two', 'three', 'four', 'five', 'six', 'seven']);
  });

  it('leaves comments alone', () => {
    expect(specifiersOf("// import a from 'one'\n/* import b from 'two' */\n * import 'x'")).not.toContain('one');
    expect(specifiersOf("/* import b from 'two' */")).toEqual([]);
  });
});

describe('objection', () => {
  it('lets the house direction pass', () => {
    expect(ask('packages/elements/src/a.ts', '@bonafide/browser-core')).toBeUndefined();
    expect(ask('packages/browser-core/src/a.ts', '@bonafide/contracts/codes')).toBeUndefined();
    expect(ask('apps/demo/src/a.ts', '@bonafide/partner-server/onekyc')).toBeUndefined();
  });

  it('stops every arrow that points back', () => {
    expect(ask('packages/contracts/src/a.ts', '@bonafide/wire')).toMatch(/may not import/);
    expect(ask('packages/browser-core/src/a.ts', '@bonafide/elements')).toMatch(/may not import/);
    expect(ask('packages/elements/src/a.ts', '@bonafide/sandbox')).toMatch(/may not import/);
  });

  it('keeps the server client and the browser core apart', () => {
    expect(ask('packages/partner-server/src/a.ts', '@bonafide/browser-core')).toMatch(/may not import/);
    expect(ask('packages/browser-core/src/a.ts', '@bonafide/partner-server')).toMatch(/may not import/);
  });

  it('keeps node: out of Web-API rooms, save for the one adapter', () => {
    expect(ask('packages/partner-server/src/a.ts', 'node:crypto')).toMatch(/node:/);
    expect(ask('packages/partner-server/src/adapters/node.ts', 'node:http')).toBeUndefined();
    expect(ask('packages/partner-server/src/a.test.ts', 'node:crypto')).toBeUndefined();
    expect(ask('apps/sandbox/src/a.ts', 'node:crypto')).toBeUndefined();
  });

  it('lets tests reach the test kit, and product code not', () => {
    expect(ask('packages/elements/test/a.ts', '@bonafide/testkit')).toBeUndefined();
    expect(ask('packages/elements/src/a.ts', '@bonafide/testkit')).toMatch(/may not import/);
  });

  it('stops undeclared packages, development-only ones, and paths out of the package', () => {
    expect(ask('packages/elements/src/a.ts', 'lodash')).toMatch(/not declared/);
    expect(ask('packages/elements/src/a.ts', 'vitest', true)).toMatch(/development/);
    expect(ask('packages/elements/src/a.ts', '../../wire/src/x.ts')).toMatch(/relative/);
  });

  it('lets what is shipped as a bundle alone import what is only installed for development', () => {
    expect(ask('packages/browser-core/src/face/worker/a.ts', 'vitest', true)).toBeUndefined();
    expect(ask('packages/browser-core/src/face/a.ts', 'vitest', true)).toMatch(/development/);
  });
});

describe('effectsIn', () => {
  const pure = 'packages/browser-core/src/session/machine/a.ts';

  it.each([
    'document.body',
    'window.scrollY',
    'navigator.onLine',
    'fetch(url)',
    'globalThis.fetch(url)',
    'setTimeout(go, 1)',
    'Date.now()',
    'new Date()',
    'Math.random()',
    'performance.now()',
  ])('stops %s in a room that decides', (expression) => {
    expect(effectsIn(pure, `const x = ${expression};`)).toHaveLength(1);
  });

  it.each([
    'packages/contracts/src/outcome/a.ts',
    'packages/browser-core/src/quality/a.ts',
    'packages/browser-core/src/liveness/model/a.ts',
    'packages/elements/src/selfie-liveness/selfie-liveness-presenter.ts',
  ])('knows %s as such a room', (file) => {
    expect(effectsIn(file, 'Date.now()')).toEqual(['Date.now(']);
  });

  it('lets comments, members of the same name and arguments pass', () => {
    expect(
      effectsIn(pure, '// not Date.now()\n/** nor performance.now() */\nconst url = "https://host"; // fetch()'),
    ).toEqual([]);
    expect(effectsIn(pure, 'ports.fetch(url); state.document.kind; new Date(nowMs);')).toEqual([]);
  });

  it('minds only what decides', () => {
    expect(effectsIn('packages/browser-core/src/camera/open-camera.ts', 'performance.now()')).toEqual([]);
    expect(effectsIn('packages/browser-core/src/quality/a.test.ts', 'performance.now()')).toEqual([]);
  });
});
