// The documentation of the element is made from comments. This holds it to the code, both ways.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import {
  readElementManifest,
  readModulePaths,
  type ElementManifest,
  type ManifestEntry,
} from '@bonafide/tooling/element-manifest.ts';
import { afterAll, describe, expect, it } from 'vitest';
import { DocumentCapture, IdVerification, SelfieLiveness } from '../src/index.ts';
import { STEP_PARTS } from '../src/id-verification/step-parts.ts';
import { readmeTables, renewTables, type ElementName } from './readme-tables.ts';
import { STRICT_POLICY } from './strict-policy.mjs';

const PACKAGE = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'bonafide-manifest-'));
execFileSync(
  join(PACKAGE, 'node_modules/.bin/cem'),
  ['analyze', '--config', 'custom-elements-manifest.config.mjs', '--outdir', relative(PACKAGE, folder)],
  { cwd: PACKAGE, stdio: 'ignore' },
);
const manifest = join(folder, 'custom-elements.json');
const declarations = readElementManifest(manifest);

/** Of the shell, what only elements with a camera of their own use. */
const CAMERA_PARTS = /camera-parts-view|camera-styles/;

interface Subject {
  readonly tagName: ElementName;
  readonly element: { readonly observedAttributes: readonly string[] };
  /** What its events begin with. */
  readonly prefix: string;
  readonly methods: readonly string[];
  readonly hasCamera: boolean;
}

const SUBJECTS: readonly Subject[] = [
  {
    tagName: 'selfie-liveness',
    element: SelfieLiveness,
    prefix: 'liveness',
    methods: ['start', 'retry', 'capture', 'cancel', 'reset', 'switchCamera', 'dispose', 'checkSupport', 'preload'],
    hasCamera: true,
  },
  {
    tagName: 'document-capture',
    element: DocumentCapture,
    prefix: 'document',
    methods: ['start', 'capture', 'upload', 'keep', 'retake', 'cancel', 'reset', 'setTorch', 'dispose', 'checkSupport'],
    hasCamera: true,
  },
  {
    tagName: 'id-verification',
    element: IdVerification,
    prefix: 'idv',
    methods: [
      'start',
      'acceptConsent',
      'back',
      'next',
      'retake',
      'handOver',
      'confirmPhone',
      'retry',
      'cancel',
      'reset',
      'dispose',
    ],
    hasCamera: false,
  },
];

/** The code of an element and of the shell it stands in, without comments. */
function sourceOf({ tagName, hasCamera }: Subject): string {
  return readdirSync(join(PACKAGE, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.startsWith(tagName) || (path.startsWith('shell') && (hasCamera || !CAMERA_PARTS.test(path))))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map((path) => readFileSync(join(PACKAGE, 'src', path), 'utf8').replaceAll(/\/\*\*[\s\S]*?\*\//g, ''))
    .join('\n');
}

function declarationOf(tagName: string): ElementManifest {
  const declaration = declarations.find((each) => each.tagName === tagName);
  if (declaration === undefined) throw new Error(`the manifest does not know <${tagName}>`);
  return declaration;
}

const names = (list: readonly ManifestEntry[]) => list.map(({ name }) => name).sort();
const unique = (list: readonly string[]) => [...new Set(list)].sort();

describe('README', () => {
  it("asks for the policy that the browser tests run under, save for the partner's own addresses", () => {
    const readme = readFileSync(join(PACKAGE, 'README.md'), 'utf8');
    const block = /## Content-Security-Policy\s+```\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    const directives = (policy: string) =>
      policy.split(';').map((directive) => directive.trim().replace(/^(connect-src 'self').*/, '$1'));
    expect(directives(block)).toEqual(directives(STRICT_POLICY));
  });
});

describe('<id-verification>', () => {
  it('lets a page style every part of its steps but their root', () => {
    const parts = ['selfie-liveness', 'document-capture'].flatMap((step) => names(declarationOf(step).cssParts));
    expect([...STEP_PARTS]).toEqual(unique(parts).filter((part) => part !== 'root'));
  });
});

afterAll(() => rmSync(folder, { recursive: true }));

describe.each(SUBJECTS)('custom-elements.json on $tagName', (subject) => {
  const declaration = declarationOf(subject.tagName);
  const source = sourceOf(subject);

  it('has every attribute that the class observes, and no other', () => {
    expect(names(declaration.attributes)).toEqual([...subject.element.observedAttributes].sort());
  });

  it('has every event that is fired, and no other', () => {
    const table = /EventDetails \{([\s\S]*?)\n\}/.exec(source)?.[1] ?? '';
    const fired = unique([...table.matchAll(/'([a-z-]+)':/g)].map(([, name]) => name ?? ''));
    expect(fired.filter((name) => !name.startsWith(`${subject.prefix}-`))).toEqual([]);
    expect(names(declaration.events)).toEqual(fired);
    const dispatched = unique(
      [...source.matchAll(/(?:Event|#?fire)\(\s*'([a-z]+-[a-z-]+)'/g)].map(([, name]) => name ?? ''),
    );
    expect(dispatched).toEqual(fired);
  });

  it('has every slot that is rendered, and no other', () => {
    const rendered = [...source.matchAll(/<slot name="([a-z-]+)"/g)].map(([, name]) => name ?? '');
    const table = /const SLOTS[^{]*\{([\s\S]*?)\};/.exec(source)?.[1] ?? '';
    const panels = [...table.matchAll(/: '([a-z-]+)'/g)].map(([, name]) => name ?? '');
    expect(panels.length).toBeGreaterThan(5);
    expect(names(declaration.slots)).toEqual(unique([...rendered, ...panels]));
  });

  it('has every part that is rendered, and no other', () => {
    const rendered = [...source.matchAll(/part="([^"]+)"/g)].flatMap(([, list]) => (list ?? '').split(' '));
    const known = rendered.flatMap((part) =>
      part === 'button-${kind}' ? ['button-primary', 'button-secondary'] : [part],
    );
    expect(names(declaration.cssParts)).toEqual(unique([...known, ...(subject.hasCamera ? ['hint-icon'] : [])]));
  });

  it('has every token that the styles read, and no other', () => {
    const read = [...source.matchAll(/var\((--sl-[a-z-]+)/g)].map(([, name]) => name ?? '');
    expect(names(declaration.cssProperties)).toEqual(unique(read));
  });

  it('has the methods that a page may call, and nothing private', () => {
    const methods = declaration.members.filter(({ kind }) => kind === 'method').map(({ name }) => name);
    for (const name of subject.methods) {
      expect(methods).toContain(name);
    }
    expect(declaration.members.filter(({ name }) => name.startsWith('#'))).toEqual([]);
  });

  it('says something about each of them', () => {
    const { attributes, events, slots, cssParts, cssProperties } = declaration;
    for (const { name, description } of [...attributes, ...events, ...slots, ...cssParts, ...cssProperties]) {
      expect(description ?? '', name).not.toBe('');
    }
  });

  it('is what the README says (node test/readme-tables.ts)', () => {
    const readme = readFileSync(join(PACKAGE, 'README.md'), 'utf8');
    expect(renewTables(readme, readmeTables(declaration))).toBe(readme);
  });

  it('points at files that are shipped', () => {
    for (const path of readModulePaths(manifest)) expect(path).toMatch(/^dist\/.*\.js$/);
  });
});
