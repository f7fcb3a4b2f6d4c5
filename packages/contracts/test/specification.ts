import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export type Source = 'documented' | 'observed' | 'inferred' | 'unknown' | 'extension';

export interface Example {
  readonly 'x-source'?: Source;
  readonly value: unknown;
}

export interface Media {
  readonly schema?: { readonly $ref?: string };
  readonly examples?: Readonly<Record<string, Example>>;
}

export interface Operation {
  readonly operationId: string;
  readonly 'x-source'?: Source;
  readonly servers?: readonly { readonly url: string; readonly 'x-source'?: Source }[];
  readonly parameters?: readonly Node[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<
    Record<string, { readonly 'x-source'?: Source; readonly content?: Readonly<Record<string, Media>> }>
  >;
}

export type Node = { readonly [key: string]: unknown };

interface PathItem {
  readonly servers?: Operation['servers'];
  readonly get?: Operation;
  readonly put?: Operation;
  readonly post?: Operation;
  readonly delete?: Operation;
}

export interface Specification {
  readonly servers: NonNullable<Operation['servers']>;
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly webhooks?: Readonly<Record<string, PathItem>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Node>>;
    readonly parameters: Readonly<Record<string, Node>>;
    readonly headers?: Readonly<Record<string, Node>>;
    readonly securitySchemes: Readonly<Record<string, Node>>;
  };
}

export interface OperationEntry {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}

export interface ExampleEntry {
  readonly title: string;
  /** Name of the schema that the example belongs to. */
  readonly schema: string;
  readonly value: unknown;
}

/** A file of `specs/`, parsed: the whole, every operation (the partner's own too), and every example of a body. */
export function readSpecification(name: string): {
  readonly name: string;
  readonly specification: Specification;
  readonly operations: readonly OperationEntry[];
  readonly examples: readonly ExampleEntry[];
} {
  const path = join(import.meta.dirname, '..', '..', '..', 'specs', `${name}.yaml`);
  const specification = parse(readFileSync(path, 'utf8')) as Specification;
  const operations = operationsOf(specification);
  return { name, specification, operations, examples: operations.flatMap(({ operation }) => examplesOf(operation)) };
}

function operationsOf({ paths, webhooks = {} }: Specification): OperationEntry[] {
  return [paths, webhooks].flatMap((group) =>
    Object.entries(group).flatMap(([path, item]) =>
      (['get', 'put', 'post', 'delete'] as const).flatMap((method) => {
        const operation = item[method];
        return operation === undefined ? [] : [{ path, method, operation }];
      }),
    ),
  );
}

function examplesOf(operation: Operation): ExampleEntry[] {
  const bodies: [string, Readonly<Record<string, Media>> | undefined][] = [
    ['request', operation.requestBody?.content],
    ...Object.entries(operation.responses).map(
      ([status, { content }]): [string, Readonly<Record<string, Media>> | undefined] => [status, content],
    ),
  ];
  return bodies.flatMap(([where, content]) =>
    Object.values(content ?? {}).flatMap(({ schema, examples }) =>
      Object.entries(examples ?? {}).map(([name, { value }]) => ({
        title: `${operation.operationId} ${where} ${name}`,
        schema: schema?.$ref?.split('/').at(-1) ?? '',
        value,
      })),
    ),
  );
}
