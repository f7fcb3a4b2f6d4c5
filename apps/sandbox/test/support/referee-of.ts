import { type DescribedOperation, operationsOf, readSpecification } from './described-operations.ts';
import { openReferee } from './open-referee.ts';

/** One system behind its referee. */
export interface RefereedSystem {
  readonly base: string;
  readonly operations: readonly DescribedOperation[];
  /** Hands a request on, and throws where the referee found it or its answer not as described. */
  fetch(request: Request, operation: DescribedOperation, path: string): Promise<Response>;
  close(): Promise<void>;
}

/** Of a problem that Prism itself answers with. */
const OF_PRISM = 'https://stoplight.io/prism/errors#';

/** @param name Of the file in `specs/`. @param base Where the system begins on the sandbox's port. */
export async function refereeOf(name: string, sandboxUrl: string, base: string): Promise<RefereedSystem> {
  const specification = readSpecification(name);
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
