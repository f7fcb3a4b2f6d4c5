import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { join, relative } from 'node:path';
import { createSandbox, type Sandbox } from '@bonafide/sandbox';
import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { createBackend } from './backend.ts';
import { createSite } from './site.ts';

export interface DemoOptions {
  /** Port of the page and the partner's backend; 0 takes a free one. */
  readonly port: number;
  /** Port of the gateway; 0 takes a free one. */
  readonly gatewayPort: number;
  readonly log?: (line: string) => void;
}

export interface Demo {
  /** The one address to open. */
  readonly url: string;
  readonly sandbox: Sandbox;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
const CLIENT_ID = 'DEMO-CLIENT';
const ONBOARDING_PARTNER = 'DEMO-SDK-COE_STANDALONE_LIVENESS';

/** Starts the gateway and the partner in one process. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  // Fresh secrets at each start: nothing to leak, nothing to copy into production.
  const passKey = randomBytes(24).toString('base64url');
  const gatewayCredentials = { clientId: 'IAB', passKey: randomBytes(24).toString('base64url') };
  const callbackSecret = `whsec_${randomBytes(24).toString('base64')}`;

  const app = new Hono();
  const server = await listen(app, options.port);
  const url = `http://${HOST}:${(server.address() as AddressInfo).port}`;
  const sandbox = await createSandbox({
    port: options.gatewayPort,
    host: HOST,
    // The partner of this demo is on this machine.
    allowLoopback: true,
    clients: [
      {
        clientId: CLIENT_ID,
        passKey,
        onboardingPartners: [ONBOARDING_PARTNER],
        callbackUrl: `${url}/callbacks/onekyc`,
        callbackSecret,
        iabCredentials: gatewayCredentials,
      },
    ],
  });

  app.route(
    '/',
    createBackend({
      clientId: CLIENT_ID,
      passKey,
      onboardingPartner: ONBOARDING_PARTNER,
      gatewayCredentials,
      callbackSecrets: [callbackSecret],
      gatewayUrl: `${sandbox.url}/onekyc`,
      ...(options.log ? { log: options.log } : {}),
    }),
  );
  // For the page's log of the flow only; a partner has no such thing.
  app.get('/api/configuration', (context) => context.json({ controlUrl: sandbox.url, scenarios: sandbox.scenarios }));
  app.get('/api/gateway-events', (context) =>
    fetch(`${sandbox.url}/control/api/events`, { signal: context.req.raw.signal }),
  );
  app.route('/', createSite(relative(process.cwd(), join(import.meta.dirname, '..', 'dist')) || '.', sandbox.url));

  return {
    url,
    sandbox,
    async close() {
      await sandbox.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
    },
  };
}

function listen(app: Hono, port: number): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: (request, env) => app.fetch(request, env), hostname: HOST, port }, () =>
      resolve(server),
    );
    server.once('error', reject);
  });
}
