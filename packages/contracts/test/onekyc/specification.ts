import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export type Source = 'documented' | 'inferred' | 'extension';

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
}

export interface Specification {
  readonly servers: NonNullable<Operation['servers']>;
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly webhooks: Readonly<Record<string, PathItem>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Node>>;
    readonly parameters: Readonly<Record<string, Node>>;
    readonly securitySchemes: Readonly<Record<string, Node>>;
  };
}

/** `specs/onekyc.yaml`, parsed. */
export const specification = parse(
  readFileSync(join(import.meta.dirname, '..', '..', '..', '..', 'specs', 'onekyc.yaml'), 'utf8'),
) as Specification;

/** Every operation, those of the partner too, with where it is. */
export const operations: readonly { readonly path: string; readonly method: string; readonly operation: Operation }[] =
  [specification.paths, specification.webhooks].flatMap((group) =>
    Object.entries(group).flatMap(([path, item]) =>
      (['get', 'put', 'post'] as const).flatMap((method) => {
        const operation = item[method];
        return operation === undefined ? [] : [{ path, method, operation }];
      }),
    ),
  );

/** Every example of a body, with the name of the schema that it belongs to. */
export const examples: readonly { readonly title: string; readonly schema: string; readonly value: unknown }[] =
  operations.flatMap(({ operation }) => {
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
  });
