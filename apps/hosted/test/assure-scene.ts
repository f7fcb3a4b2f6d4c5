import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type Assure, createAssure } from '@bonafide/partner-server';
import { createSandbox } from '@bonafide/sandbox';
import { type DocumentSeats, openDocumentSeats } from './document-seats.ts';

/** A partner of Assure that sends people to the capture pages; the gateway's processing is real. */
export interface AssureScene extends DocumentSeats {
  readonly url: string;
  readonly sandboxUrl: string;
  readonly assure: Assure;
  /** What the partner was told: a capture flow has no way to say with which authorization. */
  readonly notices: readonly string[];
  /** Moves the sandbox's clock ahead of the machine's, until the next test. */
  advance(ms: number): void;
  /** A dossier, a capture flow in it, and where the person's browser goes. */
  begin(
    scenario?: object,
  ): Promise<{ readonly dossierId: string; readonly processId: string; readonly address: string }>;
  close(): Promise<void>;
}

const CLIENT = { clientId: 'ACME', passKey: 'acme-pass-key' } as const;

export async function openAssureScene(): Promise<AssureScene> {
  const notices: string[] = [];
  const partner = createServer(async (request, response) => {
    if (request.method === 'POST') {
      notices.push(await text(request));
      response.writeHead(204).end();
      return;
    }
    response.setHeader('content-type', 'text/html').end('<title>Partner</title><h1>Back at the partner</h1>');
  }).listen(0, '127.0.0.1');
  await once(partner, 'listening');
  const url = `http://127.0.0.1:${(partner.address() as AddressInfo).port}`;
  let ahead = 0;
  const sandbox = await createSandbox({
    clients: [{ ...CLIENT, onboardingPartners: [] }],
    clock: { now: () => Date.now() + ahead },
    allowLoopback: true,
    log: null,
  });
  const sandboxUrl = await sandbox.listen({ port: 0 });
  const assure = createAssure({
    clientId: CLIENT.clientId,
    clientSecret: CLIENT.passKey,
    urls: { token: sandboxUrl, gateway: sandboxUrl },
    // A machine that does much else at once must not look like a gateway that hangs.
    timeoutMs: 60_000,
  });
  const seats = openDocumentSeats();
  return {
    ...seats,
    url,
    sandboxUrl,
    assure,
    notices,
    advance(ms) {
      ahead += ms;
    },
    async begin(scenario) {
      const { dossierId } = await assure.createDossier({ externalReference: 'anna' });
      const { url: address, processId = '' } = await assure.startCapture({
        dossierId,
        providers: [{ provider: 'onfido', processType: 'documentSelfie' }],
        redirectUrl: `${url}/done?order=7`,
        notificationUrl: `${url}/notices`,
        captureParameters: { uiLanguage: 'en' },
        ...(scenario === undefined ? {} : { headers: { 'x-bonafide-scenario': JSON.stringify(scenario) } }),
      });
      return { dossierId, processId, address };
    },
    async clear() {
      ahead = 0;
      notices.length = 0;
      await seats.clear();
    },
    async close() {
      await sandbox.close();
      partner.close();
    },
  };
}
