import { randomUUID } from 'node:crypto';
import type { Flow } from '@bonafide/contracts/onekyc';
import {
  callbackHandler,
  createOneKyc,
  isPartnerServerError,
  type OneKyc,
  referenceImageHandler,
} from '@bonafide/partner-server';
import { Hono } from 'hono';

/** What the gateway says of a check that is over. */
const USED = 'X_PARTNER_SESSION_ID_HAS_BEEN_USED';

export interface BackendOptions {
  readonly clientId: string;
  readonly passKey: string;
  /** Names of this partner at the gateway, by what is checked. */
  readonly onboardingPartners: Readonly<Partial<Record<Flow, string>>>;
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
  const started = new Map<string, { readonly flow: Flow; readonly onekyc: OneKyc }>();
  /** Where the gateway has the card of this user, once a check of it was passed. It lasts minutes; a partner keeps the picture. */
  let card: string | undefined;

  // The gateway knows a partner under one name for each kind of check.
  const clients = new Map<Flow, OneKyc>();
  for (const [flow, onboardingPartner] of Object.entries(options.onboardingPartners)) {
    const onekyc = createOneKyc({
      clientId: options.clientId,
      passKey: options.passKey,
      onboardingPartner,
      urls: { token: options.gatewayUrl, gateway: options.gatewayUrl },
      onEvent: (event) => {
        if (event.kind === 'exchange') log(`${event.operation} → ${event.status ?? 'no answer'}`);
      },
    });
    clients.set(flow as Flow, onekyc);
  }

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
    const body: { flow?: Flow; scenario?: string; correlationId?: string } = await context.req.json().catch(() => ({}));
    const { flow = 'STANDALONE_LIVENESS', scenario } = body;
    const onekyc = clients.get(flow);
    if (onekyc === undefined) return context.json({ error: 'There is no such check.' }, 400);
    // A face alone is compared with what the partner has of this user.
    const compares = flow === 'FACE_VERIFICATION';
    if (compares && card === undefined) {
      return context.json({ error: 'There is no picture of this user yet: check KTP and face first.' }, 409);
    }
    // A check that is on its way may get a new token; only one that this user started.
    const known = body.correlationId !== undefined && started.get(body.correlationId)?.flow === flow;
    const correlationId = known && body.correlationId !== undefined ? body.correlationId : randomUUID();
    const initiate = onekyc.initiateFlow({
      flow,
      source: 'SDK',
      user,
      correlationId,
      ...(compares && card !== undefined ? { additionalDetails: { referenceImageUrl: card } } : {}),
      // The sandbox plays a script instead of processing when it is asked to; a real gateway ignores the header.
      ...(scenario ? { headers: { 'x-bonafide-scenario': scenario } } : {}),
    });
    const initiated = await initiate.catch(async (error: unknown) => {
      // No token is given for a check that is over, such as one that ended while its page was being reloaded.
      if (!known || !isPartnerServerError(error) || !error.gatewayCauses.includes(USED)) throw error;
      return await onekyc.getSubmissionDetails({ correlationId, user });
    });
    if (!('token' in initiated)) return context.json({ correlationId, ended: initiated });
    started.set(correlationId, { flow, onekyc });
    return context.json({ token: initiated.token, correlationId, baseUrl: options.gatewayUrl });
  });

  app.post('/callbacks/onekyc', (context) => receiveCallback(context.req.raw));
  app.get('/reference-image', (context) => giveReferenceImage(context.req.raw));

  app.get('/api/submissions/:correlationId', async (context) => {
    const { correlationId } = context.req.param();
    // Only what this user started: an identifier in an address is not authority.
    const check = started.get(correlationId);
    if (check === undefined) return context.json({ error: 'not found' }, 404);
    const details = await check.onekyc.waitForSubmission({ correlationId, user, timeoutMs: 30_000 });
    if (check.flow === 'KYC_LITE' && details.result === 'VALID') card = details.submissionDetails?.imageUrls?.ktp;
    return context.json(details);
  });

  app.onError((error, context) => {
    log(`error: ${error.name}: ${error.message}`);
    return context.json({ error: 'The check is not available right now.' }, 502);
  });

  return app;
}
