import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** What a specification describes under its paths. */
export interface DescribedOperation {
  readonly operationId: string;
  readonly method: string;
  /** With its parameters in braces, without its base. */
  readonly template: string;
  readonly pattern: RegExp;
  /** Names of the security schemes that open it. */
  readonly security: readonly string[];
  /** The specification's first example of a body in JSON; undefined where it takes none. */
  readonly body: unknown;
}

export interface Specification {
  readonly security?: Security;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

type Security = readonly Readonly<Record<string, unknown>>[];
interface Operation {
  readonly operationId?: string;
  readonly security?: Security;
  readonly requestBody?: {
    readonly content?: Readonly<
      Record<string, { readonly examples?: Readonly<Record<string, { readonly value?: unknown }>> }>
    >;
  };
}

const METHODS = new Set(['get', 'put', 'post', 'delete', 'patch', 'head', 'options']);

/** @param name Of the file in `specs/`. */
export function readSpecification(name: string): Specification {
  const file = fileURLToPath(new URL(`../../../../specs/${name}.yaml`, import.meta.url));
  return parse(readFileSync(file, 'utf8')) as Specification;
}

export function operationsOf({ paths, security: ofAll = [] }: Specification): readonly DescribedOperation[] {
  return Object.entries(paths).flatMap(([template, item]) =>
    Object.entries(item).flatMap(([method, { operationId, security = ofAll, requestBody }]) => {
      if (!METHODS.has(method) || operationId === undefined) return [];
      const [example] = Object.values(requestBody?.content?.['application/json']?.examples ?? {});
      return {
        operationId,
        method: method.toUpperCase(),
        template,
        pattern: toPattern(template),
        security: security.flatMap((one) => Object.keys(one)),
        body: example?.value,
      };
    }),
  );
}

const toPattern = (template: string): RegExp =>
  new RegExp(`^${template.replaceAll('.', String.raw`\.`).replaceAll(/\{[^}]+\}/g, '[^/]+')}$`);
