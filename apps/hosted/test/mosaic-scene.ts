import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import {
  createMemoryStore,
  createMosaic,
  createMosaicStep,
  type Mosaic,
  type MosaicBranch,
} from '@bonafide/partner-server';
import { createSandbox } from '@bonafide/sandbox';
import { createSandboxControl, type SandboxControl } from '@bonafide/testkit/gateway';
import { build } from 'vite';
import { openDocumentSeats, type SeatOptions } from './document-seats.ts';
import type { Person } from './open-person.ts';

/** A partner of Mosaic with a page, a backend and a session of its own for each browser; the gateway's processing is real. */
export interface MosaicScene {
  readonly url: string;
  readonly sandboxUrl: string;
  readonly mosaic: Mosaic;
  /** What the step said of each return, in order; an error's code where it was not believed. */
  readonly branches: readonly (MosaicBranch | string)[];
  /** Moves the sandbox's clock ahead of the machine's, until the next test. */
  advance(ms: number): void;
  /** Says of the next check at the sandbox how it goes. */
  readonly arm: SandboxControl['play'];
  /** A person at the partner's page, with the document in their hand. */
  sit(options?: SeatOptions): Promise<Person>;
  clear(): Promise<void>;
  close(): Promise<void>;
}

const CLIENT = { clientId: 'ACME', passKey: 'acme-pass-key' } as const;
const PAGE =
  '<!doctype html><title>Partner</title><h1>Partner</h1><button>Verify me</button><script type="module" src="/page.js"></script>';

export async function openMosaicScene(): Promise<MosaicScene> {
  const [script, partner] = [await bundlePage(), createServer()];
  partner.listen(0, '127.0.0.1');
  await once(partner, 'listening');
  const url = `http://127.0.0.1:${(partner.address() as AddressInfo).port}`;
  let ahead = 0;
  const sandbox = await createSandbox({
    clients: [{ ...CLIENT, onboardingPartners: [] }],
    clock: { now: () => Date.now() + ahead },
    log: null,
  });
  const sandboxUrl = await sandbox.listen({ port: 0 });
  const mosaic = createMosaic({
    clientId: CLIENT.clientId,
    clientSecret: CLIENT.passKey,
    urls: { token: `${sandboxUrl}/mosaic`, gateway: `${sandboxUrl}/mosaic` },
    // A machine that does much else at once must not look like a gateway that hangs.
    timeoutMs: 60_000,
  });
  const step = createMosaicStep({
    mosaic,
    store: createMemoryStore(),
    callbackUrl: `${url}/verified?order=7`,
    sessionErrors: 'branch',
    waitMs: 60_000,
  });
  const branches: (MosaicBranch | string)[] = [];

  async function answer(request: IncomingMessage): Promise<unknown> {
    const subject = /login=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
    if (request.url === '/api/verification') return step.start({ subject });
    try {
      const branch = await step.finish({ subject, input: JSON.parse(await text(request)) as unknown });
      branches.push(branch);
      return { next: branch.kind };
    } catch (error) {
      const { code } = error as { readonly code: string };
      branches.push(code);
      return { next: code };
    }
  }

  partner.on('request', async (request, response) => {
    if (request.method === 'POST') {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(await answer(request)));
      return;
    }
    const isScript = request.url === '/page.js';
    if (request.url === '/favicon.ico') response.writeHead(204).end();
    else {
      if (request.headers.cookie === undefined)
        response.setHeader('set-cookie', `login=${crypto.randomUUID()}; HttpOnly; SameSite=Lax; Path=/`);
      response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html').end(isScript ? script : PAGE);
    }
  });

  const seats = openDocumentSeats();
  return {
    url,
    sandboxUrl,
    mosaic,
    branches,
    advance(ms) {
      ahead += ms;
    },
    arm: (scenario) => createSandboxControl({ url: sandboxUrl, clientId: CLIENT.clientId }).play(scenario),
    async sit(options) {
      const person = await seats.sit(options);
      await person.page.goto(url);
      return person;
    },
    async clear() {
      ahead = 0;
      branches.length = 0;
      await seats.clear();
    },
    async close() {
      await sandbox.close();
      partner.close();
    },
  };
}

/** What a bundler makes of the page's script. */
async function bundlePage(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2023',
      lib: { entry: `${import.meta.dirname}/mosaic-partner-page.ts`, formats: ['es'], fileName: 'page' },
    },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  if (bundle === undefined || !('output' in bundle)) throw new Error('nothing was built');
  const [chunk] = bundle.output;
  return chunk.code;
}
