import { readText } from '../repository.ts';

export interface ManifestEntry {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
  readonly kind?: string;
  readonly static?: boolean;
  readonly readonly?: boolean;
  readonly fieldName?: string;
  readonly parameters?: readonly { readonly name: string; readonly type?: { readonly text: string } }[];
  readonly return?: { readonly type?: { readonly text: string } };
}

/** What `custom-elements.json` says of one element. */
export interface ElementManifest {
  readonly tagName: string;
  readonly name: string;
  readonly description: string;
  readonly attributes: readonly ManifestEntry[];
  readonly members: readonly ManifestEntry[];
  readonly events: readonly ManifestEntry[];
  readonly slots: readonly ManifestEntry[];
  readonly cssParts: readonly ManifestEntry[];
  readonly cssProperties: readonly ManifestEntry[];
}

/** Every element of the built package, in the order of the manifest. */
export function readManifest(): readonly ElementManifest[] {
  const { modules } = JSON.parse(readText('packages/elements/dist/custom-elements.json')) as {
    readonly modules: readonly { readonly declarations?: readonly Partial<ElementManifest>[] }[];
  };
  return modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter((declaration): declaration is ElementManifest => declaration.tagName !== undefined);
}
