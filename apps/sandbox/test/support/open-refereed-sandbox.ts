import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { SandboxOptions } from '../../src/sandbox-options.ts';
import { ACME, openTestSandbox, type TestSandbox } from './open-test-sandbox.ts';
import { type RefereedSystem, refereeOf } from './referee-of.ts';

/** Where each specification begins on the sandbox's port. Assure last: what is left is its own. */
const BASES = {
  onekyc: '/onekyc',
  mosaic: '/mosaic',
  idnow: '/idnow',
  'face-oidc': `/face-oidc/${ACME.clientId}`,
  assure: '',
} as const;
export type System = keyof typeof BASES;
export const SYSTEMS = Object.keys(BASES) as readonly System[];

/** A sandbox whose gateways are reached through a referee each; its `fetch` is the network of clients and of people's browsers. */
export interface RefereedSandbox extends TestSandbox {
  /** Operations that a referee let pass, with the statuses of their answers. */
  readonly judged: ReadonlyMap<System, ReadonlyMap<string, ReadonlySet<number>>>;
  readonly systems: ReadonlyMap<System, RefereedSystem>;
  /** Where it listens, past every referee. */
  readonly socketUrl: string;
}

/** @param unjudged Operations that go to the sandbox directly. */
export async function openRefereedSandbox(
  unjudged: Readonly<Record<System, readonly string[]>>,
  options: SandboxOptions = {},
): Promise<RefereedSandbox> {
  // One origin in all addresses, by whatever way a request came.
  const sandbox = await openTestSandbox({ publicUrl: 'http://localhost', ...options });
  const server = serve({ fetch: (request) => sandbox.fetch(request), hostname: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const systems = new Map<System, RefereedSystem>();
  const close = async (): Promise<void> => {
    await Promise.all([...systems.values()].map((system) => system.close()));
    server.close();
    await sandbox.close();
  };
  const opened = SYSTEMS.map(async (name) => systems.set(name, await refereeOf(name, url, BASES[name])));
  for (const end of await Promise.allSettled(opened)) {
    if (end.status === 'fulfilled') continue;
    await close();
    throw end.reason;
  }
  const judged = new Map(SYSTEMS.map((name) => [name, new Map<string, Set<number>>()]));

  async function through(request: Request): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    for (const name of SYSTEMS) {
      const system = systems.get(name);
      if (system === undefined || !pathname.startsWith(`${system.base}/`)) continue;
      const path = pathname.slice(system.base.length);
      const operation = system.operations.find(
        ({ method, pattern }) => method === request.method && pattern.test(path),
      );
      if (operation === undefined || unjudged[name].includes(operation.operationId)) break;
      const response = await system.fetch(request, operation, path + search);
      const seen = judged.get(name);
      const statuses = seen?.get(operation.operationId) ?? new Set<number>();
      seen?.set(operation.operationId, statuses.add(response.status));
      return response;
    }
    return sandbox.fetch(request);
  }

  return {
    ...sandbox,
    judged,
    systems,
    socketUrl: url,
    fetch: through,
    close,
  };
}
