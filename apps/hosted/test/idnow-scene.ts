import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createIdnow, type Idnow } from '@bonafide/partner-server/idnow';
import { createSandbox } from '@bonafide/sandbox';
import { createSandboxControl, type SandboxControl } from '@bonafide/testkit/gateway';
// The partner of docs/systems/idnow.md.
import { createPartner } from '../../sandbox/test/support/idnow-partner.ts';
import { type FaceSeats, openFaceSeats } from './face-seats.ts';

/** A partner that lets people in by their faces, with IDnow's player and events; the gateway's processing is real. */
export interface IdnowScene extends FaceSeats {
  readonly url: string;
  readonly sandboxUrl: string;
  readonly idnow: Idnow;
  readonly partner: ReturnType<typeof createPartner>;
  /** Moves the sandbox's clock ahead of the machine's, until the next test. */
  advance(ms: number): void;
  /** Says of the next check at the sandbox how it goes. */
  readonly arm: SandboxControl['play'];
}

const CLIENT = { clientId: 'ACME', passKey: 'acme-pass-key' } as const;
const KEYLESS_KEY = 'acme-keyless-key';
const ISSUER = 'https://idnow.sandbox.bonafide.example';

export async function openIdnowScene(): Promise<IdnowScene> {
  let partner: ReturnType<typeof createPartner> | undefined;
  const server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'POST') {
      response.setHeader('content-type', 'text/html').end('<title>Partner</title><h1>Back at the partner</h1>');
      return;
    }
    const headers = new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const event = new Request(url, { method: 'POST', headers, body: await text(request) });
    response.writeHead((await partner?.receive(event))?.status ?? 503).end();
  }

  let ahead = 0;
  const sandbox = await createSandbox({
    clients: [{ ...CLIENT, onboardingPartners: [], idnow: { eventUrl: `${url}/events`, keylessApiKey: KEYLESS_KEY } }],
    allowLoopback: true,
    clock: { now: () => Date.now() + ahead },
    log: null,
  });
  const sandboxUrl = await sandbox.listen({ port: 0 });
  const base = `${sandboxUrl}/idnow`;
  const idnow = createIdnow({
    clientId: CLIENT.clientId,
    clientSecret: CLIENT.passKey,
    urls: { token: base, gateway: base },
    environment: 'staging',
    keyless: { region: { url: base }, apiKey: KEYLESS_KEY },
    // A machine that does much else at once must not look like a gateway that hangs.
    timeoutMs: 60_000,
    totalTimeoutMs: 120_000,
  });
  const created = createPartner(idnow, {
    jwksUrl: `${base}/.well-known/jwks.json`,
    issuer: ISSUER,
    audience: CLIENT.clientId,
  });
  partner = created;
  const seats = openFaceSeats();
  return {
    ...seats,
    url,
    sandboxUrl,
    idnow,
    partner: created,
    advance(ms) {
      ahead += ms;
    },
    arm: (scenario) => createSandboxControl({ url: sandboxUrl, clientId: CLIENT.clientId }).play(scenario),
    async clear() {
      ahead = 0;
      await seats.clear();
    },
    async close() {
      await seats.close();
      await sandbox.close();
      server.close();
    },
  };
}
