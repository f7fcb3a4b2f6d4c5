// The public names of the built packages with what their declarations say. TypeScript 7 has no API for JavaScript, so this
// is one of the places that read with TypeScript 6's.
import { join } from 'node:path';
import ts from 'typescript';
import { readText, ROOT } from '../repository.ts';

export interface ExportedName {
  readonly name: string;
  readonly kind: 'class' | 'function' | 'type' | 'value';
  /** First sentence of its description; empty where it has none. */
  readonly summary: string;
  /** As declared, without the body's comments. */
  readonly declaration: string;
}

export interface EntryExports {
  /** As it is imported. */
  readonly specifier: string;
  readonly names: readonly ExportedName[];
}

interface PackageManifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, string | { readonly types?: string }>>;
}

/** Declarations longer than this are for the editor, not for a page. */
const LONGEST_DECLARATION = 40;

/** Every entry of these packages with the names that it exports. */
export function readExports(packages: readonly string[]): ReadonlyMap<string, readonly EntryExports[]> {
  const entries = packages.flatMap((folder) => entriesOf(folder));
  const program = ts.createProgram(
    entries.map(({ file }) => file),
    {
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      target: ts.ScriptTarget.ES2023,
      noLib: true,
      noResolve: false,
      types: [],
    },
  );
  const checker = program.getTypeChecker();
  const found = new Map<string, EntryExports[]>(packages.map((folder) => [folder, []]));
  for (const { folder, specifier, file } of entries) {
    const source = program.getSourceFile(file);
    const symbol = source && checker.getSymbolAtLocation(source);
    const names = symbol ? checker.getExportsOfModule(symbol).map((each) => readName(each, checker)) : [];
    found.get(folder)?.push({ specifier, names: names.sort((a, b) => (a.name < b.name ? -1 : 1)) });
  }
  return found;
}

function entriesOf(folder: string): { folder: string; specifier: string; file: string }[] {
  const manifest = JSON.parse(readText(`${folder}/package.json`)) as PackageManifest;
  return Object.entries(manifest.exports).flatMap(([entry, target]) => {
    const types = typeof target === 'string' ? undefined : target.types;
    if (types === undefined || entry.includes('*')) return [];
    return [{ folder, specifier: manifest.name + entry.slice(1), file: join(ROOT, folder, types) }];
  });
}

function readName(symbol: ts.Symbol, checker: ts.TypeChecker): ExportedName {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const declarations = target.declarations ?? [];
  const [first] = declarations;
  const described = ts.displayPartsToString(target.getDocumentationComment(checker));
  return {
    name: symbol.name,
    kind: kindOf(first),
    summary: firstSentence(described),
    declaration: shorten(declarations.map(textOf).join('\n')),
  };
}

function kindOf(declaration: ts.Declaration | undefined): ExportedName['kind'] {
  if (declaration === undefined) return 'value';
  if (ts.isClassDeclaration(declaration)) return 'class';
  if (ts.isFunctionDeclaration(declaration)) return 'function';
  if (ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration)) return 'type';
  return 'value';
}

function textOf(declaration: ts.Declaration): string {
  const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  return statement
    .getText()
    .replace(/^export /, '')
    .replace(/^declare /, '');
}

function firstSentence(text: string): string {
  return (/^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text).replaceAll(/\s+/g, ' ');
}

function shorten(declaration: string): string {
  const lines = declaration.split('\n');
  if (lines.length <= LONGEST_DECLARATION) return declaration;
  return [...lines.slice(0, LONGEST_DECLARATION), `// … ${lines.length - LONGEST_DECLARATION} more lines`].join('\n');
}
