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
  readonly systems: ReadonlyMap<System, RefereedSystem>;
}

/** @param unjudged Operations that go to the sandbox directly. */
export async function openRefereedSandbox(
  unjudged: Readonly<Record<System, readonly string[]>>,
  options: SandboxOptions = {},
): Promise<RefereedSandbox> {
  // One origin in all addresses, by whatever way a request came.
  const sandbox = await openTestSandbox({ publicUrl: 'http://localhost', ...options });
  const systems = new Map<System, RefereedSystem>();
  const close = async (): Promise<void> => {
    await Promise.all([...systems.values()].map((system) => system.close()));
    await sandbox.close();
  };
  const opened = SYSTEMS.map(async (name) =>
    systems.set(name, await refereeOf(name, (request) => sandbox.fetch(request), BASES[name])),
  );
  for (const end of await Promise.allSettled(opened)) {
    if (end.status === 'fulfilled') continue;
    await close();
    throw end.reason;
  }

  async function through(request: Request): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    for (const name of SYSTEMS) {
      const system = systems.get(name);
      if (system === undefined || !pathname.startsWith(`${system.base}/`)) continue;
      const path = pathname.slice(system.base.length);
      const operation = system.find(request.method, path);
      if (operation === undefined || unjudged[name].includes(operation.operationId)) break;
      return system.fetch(request, operation, path + search);
    }
    return sandbox.fetch(request);
  }

  return {
    ...sandbox,
    systems,
    fetch: through,
    close,
  };
}
