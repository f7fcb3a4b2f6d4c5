import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { join, relative } from 'node:path';
import { createSandbox, NAMED_SCENARIOS, type Sandbox } from '@bonafide/sandbox';
import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { createBackend } from './backend.ts';
import { createIdentityBackend } from './identity-backend.ts';
import { createSite } from './site.ts';

export interface DemoOptions {
  /** Port of the page and the partner's backend; 0 takes a free one. */
  readonly port: number;
  /** Port of the gateway; 0 takes a free one. */
  readonly gatewayPort: number;
  readonly log?: (line: string) => void;
  /** How long a link to a phone waits to be opened. Default: five minutes. */
  readonly handOverLinkMs?: number;
}

export interface Demo {
  /** The one address to open. */
  readonly url: string;
  /** Where the gateway listens. */
  readonly gatewayUrl: string;
  readonly sandbox: Sandbox;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
const CLIENT_ID = 'DEMO-CLIENT';
const ASSURE_CLIENT_ID = 'DEMO-ASSURE';
const ONBOARDING_PARTNERS = {
  STANDALONE_LIVENESS: 'DEMO-SDK-COE_STANDALONE_LIVENESS',
  KTP_SCAN: 'DEMO-SDK-COE_KTP_SCAN',
  KYC_LITE: 'DEMO-SDK-COE_KYC_LITE',
  FACE_VERIFICATION: 'DEMO-SDK-COE_FACE_VERIFICATION',
} as const;

/** Starts the gateway and the partner in one process. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  // Fresh secrets at each start: nothing to leak, nothing to copy into production.
  const passKey = randomBytes(24).toString('base64url');
  const gatewayCredentials = { clientId: 'IAB', passKey: randomBytes(24).toString('base64url') };
  const callbackSecret = `whsec_${randomBytes(24).toString('base64')}`;
  const assureSecret = randomBytes(24).toString('base64url');

  const app = new Hono();
  const server = await listen(app, options.port);
  const url = `http://${HOST}:${(server.address() as AddressInfo).port}`;
  const sandbox = await createSandbox({
    log: null,
    // The partner of this demo is on this machine.
    allowLoopback: true,
    // The page shows the gateway's exchanges as they happen.
    control: { allowedOrigins: [url] },
    clients: [
      {
        clientId: CLIENT_ID,
        passKey,
        onboardingPartners: Object.values(ONBOARDING_PARTNERS),
        callbackUrl: `${url}/callbacks/onekyc`,
        callbackSecret,
        referenceImageUrl: `${url}/reference-image`,
        iabCredentials: gatewayCredentials,
      },
      { clientId: ASSURE_CLIENT_ID, passKey: assureSecret, onboardingPartners: [] },
    ],
  });

  const gatewayUrl = await sandbox.listen({ port: options.gatewayPort, host: HOST });
  app.route(
    '/',
    createBackend({
      clientId: CLIENT_ID,
      passKey,
      onboardingPartners: ONBOARDING_PARTNERS,
      gatewayCredentials,
      callbackSecrets: [callbackSecret],
      gatewayUrl: `${gatewayUrl}/onekyc`,
      ...(options.log ? { log: options.log } : {}),
    }),
  );
  app.route(
    '/',
    createIdentityBackend({
      clientId: ASSURE_CLIENT_ID,
      clientSecret: assureSecret,
      gatewayUrl,
      ownUrl: url,
      authorizationHeader: `Bearer ${randomBytes(24).toString('base64url')}`,
      ...(options.handOverLinkMs === undefined ? {} : { handOverLinkMs: options.handOverLinkMs }),
      ...(options.log ? { log: options.log } : {}),
    }),
  );
  // For the page's log of the flow only; a partner has no such thing.
  app.get('/api/configuration', (context) =>
    context.json({ controlUrl: `${gatewayUrl}/control/`, scenarios: scenariosByCheck() }),
  );
  app.route('/', createSite(relative(process.cwd(), join(import.meta.dirname, '..', 'dist')) || '.', gatewayUrl));

  return {
    url,
    gatewayUrl,
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

/** Scripts that end a process are not for a submission, and the other way round; a trouble is for both. */
function scenariosByCheck(): Readonly<Record<string, readonly string[]>> {
  const names = Object.entries(NAMED_SCENARIOS);
  const submission = names.flatMap(([name, script]) => ('process' in script ? [] : [name]));
  return {
    selfie: submission,
    identity: names.flatMap(([name, script]) => ('outcome' in script ? [] : [name])),
    ktp: submission,
    'ktp-face': submission,
    face: submission,
  };
}
