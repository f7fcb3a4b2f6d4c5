import { randomUUID } from 'node:crypto';
import { callbackHandler, createOneKyc, referenceImageHandler } from '@bonafide/partner-server';
import { Hono } from 'hono';

export interface BackendOptions {
  readonly clientId: string;
  readonly passKey: string;
  readonly onboardingPartner: string;
  /** What the gateway shows when it calls this backend. */
  readonly gatewayCredentials: { readonly clientId: string; readonly passKey: string };
  /** Secrets of the callback's signature, `whsec_…`. */
  readonly callbackSecrets: readonly string[];
  /** Base address of the gateway, for the token and everything else. */
  readonly gatewayUrl: string;
  /** Where a line about each step goes. Never a token, never a picture. */
  readonly log?: (line: string) => void;
}

/** A partner's whole backend: start a check, receive the callback, read the decision. */
export function createBackend(options: BackendOptions): Hono {
  const { log = console.log } = options;
  // A partner knows its user from its own login; the demo has one.
  const user = { id: 'demo-user', idType: 'DEMO_USER_ID' };
  const started = new Set<string>();

  const onekyc = createOneKyc({
    clientId: options.clientId,
    passKey: options.passKey,
    onboardingPartner: options.onboardingPartner,
    urls: { token: options.gatewayUrl, gateway: options.gatewayUrl },
    onEvent: (event) => {
      if (event.kind === 'exchange') log(`${event.operation} → ${event.status ?? 'no answer'}`);
    },
  });

  const receiveCallback = callbackHandler({
    credentials: options.gatewayCredentials,
    signature: { secrets: options.callbackSecrets },
    onEvent: async ({ event }) => {
      log(`callback → ${event.partnerSessionId} is ${event.status}${event.result ? ` ${event.result}` : ''}`);
    },
  });

  const giveReferenceImage = referenceImageHandler({
    credentials: options.gatewayCredentials,
    // A partner that has a picture of the user returns its address here; the gateway then compares.
    resolve: () => undefined,
  });

  const app = new Hono();

  app.post('/api/sessions', async (context) => {
    const body: { scenario?: string; correlationId?: string } = await context.req.json().catch(() => ({}));
    // A check that is on its way may get a new token; only one that this user started.
    const renewed =
      body.correlationId !== undefined && started.has(body.correlationId) ? body.correlationId : undefined;
    const correlationId = renewed ?? randomUUID();
    const flow = await onekyc.initiateFlow({
      flow: 'STANDALONE_LIVENESS',
      source: 'SDK',
      user,
      correlationId,
      // The sandbox plays a script instead of processing when it is asked to; a real gateway ignores the header.
      ...(body.scenario ? { headers: { 'x-bonafide-scenario': body.scenario } } : {}),
    });
    started.add(correlationId);
    return context.json({ token: flow.token, correlationId, baseUrl: options.gatewayUrl });
  });

  app.post('/callbacks/onekyc', (context) => receiveCallback(context.req.raw));
  app.get('/reference-image', (context) => giveReferenceImage(context.req.raw));

  app.get('/api/submissions/:correlationId', async (context) => {
    const { correlationId } = context.req.param();
    // Only what this user started: an identifier in an address is not authority.
    if (!started.has(correlationId)) return context.json({ error: 'not found' }, 404);
    return context.json(await onekyc.waitForSubmission({ correlationId, user, timeoutMs: 30_000 }));
  });

  app.onError((error, context) => {
    log(`error: ${error.name}: ${error.message}`);
    return context.json({ error: 'The check is not available right now.' }, 502);
  });

  return app;
}
