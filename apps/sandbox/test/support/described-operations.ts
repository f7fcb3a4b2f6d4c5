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
  readonly parameters: readonly DescribedParameter[];
  /** The specification's first example of a body in JSON; undefined where it takes none. */
  readonly body: unknown;
  /** The specification's examples of answers in JSON, by status. */
  readonly answers: Readonly<Record<string, readonly unknown[]>>;
}

export interface DescribedParameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
}

export interface Specification {
  readonly security?: Security;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: {
    readonly parameters?: Readonly<Record<string, DescribedParameter>>;
    readonly securitySchemes?: Readonly<Record<string, SecurityScheme>>;
  };
}

export interface SecurityScheme {
  readonly type: string;
  readonly in?: string;
  readonly name?: string;
}

type Security = readonly Readonly<Record<string, unknown>>[];
interface Operation {
  readonly operationId?: string;
  readonly security?: Security;
  readonly parameters?: readonly (DescribedParameter | Reference)[];
  readonly requestBody?: { readonly content?: Content };
  readonly responses?: Readonly<Record<string, { readonly content?: Content }>>;
}
interface Reference {
  readonly $ref: string;
}
type Content = Readonly<Record<string, { readonly examples?: Readonly<Record<string, { readonly value?: unknown }>> }>>;

const METHODS = new Set(['get', 'put', 'post', 'delete', 'patch', 'head', 'options']);

/** @param name Of the file in `specs/`. */
export function readSpecification(name: string): Specification {
  const file = fileURLToPath(new URL(`../../../../specs/${name}.yaml`, import.meta.url));
  return parse(readFileSync(file, 'utf8')) as Specification;
}

export function operationsOf(specification: Specification): readonly DescribedOperation[] {
  const { paths, security: ofAll = [] } = specification;
  return Object.entries(paths).flatMap(([template, item]) =>
    Object.entries(item).flatMap(([method, operation]) => {
      const { operationId, security = ofAll, parameters = [], requestBody, responses = {} } = operation;
      if (!METHODS.has(method) || operationId === undefined) return [];
      return {
        operationId,
        method: method.toUpperCase(),
        template,
        pattern: toPattern(template),
        security: security.flatMap((one) => Object.keys(one)),
        parameters: parameters.map((parameter) => resolve(specification, parameter)),
        body: examplesIn(requestBody?.content)[0],
        answers: Object.fromEntries(
          Object.entries(responses).map(([status, { content }]) => [status, examplesIn(content)]),
        ),
      };
    }),
  );
}

function resolve({ components }: Specification, parameter: DescribedParameter | Reference): DescribedParameter {
  if (!('$ref' in parameter)) return parameter;
  const found = components?.parameters?.[parameter.$ref.split('/').at(-1) ?? ''];
  if (found === undefined) throw new Error(`no parameter ${parameter.$ref}`);
  return found;
}

function examplesIn(content: Content | undefined): readonly unknown[] {
  return Object.values(content?.['application/json']?.examples ?? {}).map(({ value }) => value);
}

const toPattern = (template: string): RegExp =>
  new RegExp(`^${template.replaceAll('.', String.raw`\.`).replaceAll(/\{[^}]+\}/g, '[^/]+')}$`);
