import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { openReferee } from './open-referee.ts';

/** What a specification describes under its paths. */
export interface DescribedOperation {
  readonly operationId: string;
  readonly method: string;
  /** Of a path without its base. */
  readonly pattern: RegExp;
}

/** One system behind its referee. */
export interface RefereedSystem {
  readonly base: string;
  readonly operations: readonly DescribedOperation[];
  /** Hands a request on, and throws where the referee found it or its answer not as described. */
  fetch(request: Request, operation: DescribedOperation, path: string): Promise<Response>;
  close(): Promise<void>;
}

interface Specification {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId?: string }>>>>;
}

const METHODS = new Set(['get', 'put', 'post', 'delete', 'patch', 'head', 'options']);
/** Of a problem that Prism itself answers with. */
const OF_PRISM = 'https://stoplight.io/prism/errors#';

/** @param name Of the file in `specs/`. @param base Where the system begins on the sandbox's port. */
export async function refereeOf(name: string, sandboxUrl: string, base: string): Promise<RefereedSystem> {
  const file = fileURLToPath(new URL(`../../../../specs/${name}.yaml`, import.meta.url));
  const specification = parse(readFileSync(file, 'utf8')) as Specification;
  const referee = await openReferee(specification, sandboxUrl + base);
  return {
    base,
    operations: operationsOf(specification),
    async fetch(request, { operationId }, path) {
      const body = request.body === null ? {} : { body: await request.arrayBuffer() };
      const { method, headers, signal } = request;
      const response = await fetch(referee.url + path, { method, headers, signal, ...body, redirect: 'manual' });
      if (!response.headers.get('content-type')?.startsWith('application/problem+json')) return response;
      const problem = (await response.clone().json()) as { readonly type?: string };
      if (problem.type?.startsWith(OF_PRISM)) throw new Error(`${operationId}: ${JSON.stringify(problem)}`);
      return response;
    },
    close: () => referee.close(),
  };
}

function operationsOf({ paths }: Specification): readonly DescribedOperation[] {
  return Object.entries(paths).flatMap(([template, item]) =>
    Object.entries(item).flatMap(([method, { operationId }]) =>
      METHODS.has(method) && operationId !== undefined
        ? [{ operationId, method: method.toUpperCase(), pattern: toPattern(template) }]
        : [],
    ),
  );
}

const toPattern = (template: string): RegExp =>
  new RegExp(`^${template.replaceAll(/[.]/g, String.raw`\.`).replaceAll(/\{[^}]+\}/g, '[^/]+')}$`);
