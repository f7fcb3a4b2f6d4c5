// Prevents: several ideas of what `custom-elements.json` says. What makes types for frameworks, tables of the README and tests of it
// reads it here; the docs site, whose product code may not reach into tooling, has its own reader.
import { readFileSync } from 'node:fs';

/** An attribute, member, event, slot, part or token. */
export interface ManifestEntry {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
  readonly kind?: string;
  readonly static?: boolean;
  readonly readonly?: boolean;
  /** Of an attribute: the property that it sets. */
  readonly fieldName?: string;
  readonly parameters?: readonly { readonly name: string; readonly type?: { readonly text: string } }[];
  readonly return?: { readonly type?: { readonly text: string } };
}

/** What the manifest says of one element. */
export interface ElementManifest {
  readonly tagName: string;
  /** Of its class. */
  readonly name: string;
  readonly description: string;
  readonly attributes: readonly ManifestEntry[];
  readonly members: readonly ManifestEntry[];
  readonly events: readonly ManifestEntry[];
  readonly slots: readonly ManifestEntry[];
  readonly cssParts: readonly ManifestEntry[];
  readonly cssProperties: readonly ManifestEntry[];
}

interface Module {
  readonly path: string;
  readonly declarations?: readonly (Partial<ElementManifest> & { readonly name: string })[];
}

/** Every element, in the manifest's order. Throws where there is none. */
export function readElementManifest(file: string): readonly ElementManifest[] {
  const elements = readModules(file)
    .flatMap(({ declarations = [] }) => declarations)
    .filter((declaration): declaration is ElementManifest => declaration.tagName !== undefined);
  if (elements.length === 0) throw new Error(`${file} has no element`);
  return elements;
}

/** Paths of the files that declare something. */
export const readModulePaths = (file: string): readonly string[] => readModules(file).map(({ path }) => path);

function readModules(file: string): readonly Module[] {
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly modules: readonly Module[] }).modules;
}
