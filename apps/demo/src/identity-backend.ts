import type { Assure, CaptureProcess, RecordedConsent } from '@bonafide/partner-server';
import { assureNotificationHandler, captureBackendHandler, createAssure } from '@bonafide/partner-server';
import { Hono } from 'hono';
import { createDemoSessions } from './demo-session.ts';

export interface IdentityBackendOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Base address of the gateway, for the token and everything else. */
  readonly gatewayUrl: string;
  /** This backend's own address, for notifications. */
  readonly ownUrl: string;
  /** What the gateway shows in `Authorization` when it notifies. */
  readonly authorizationHeader: string;
  /** Where a line about each step goes. Never a token, never a picture, never what stands on a document. */
  readonly log?: (line: string) => void;
  /** How long a link to a phone waits to be opened. */
  readonly handOverLinkMs?: number;
}

/** The part of a partner's backend that checks documents and the face beside them. */
export function createIdentityBackend(options: IdentityBackendOptions): Hono {
  const { log = console.log } = options;
  const sessions = createDemoSessions({ id: 'demo-user', countryOfResidence: 'PRT' });
  const processes = new Map<string, CaptureProcess>();
  const consents: RecordedConsent[] = [];
  let scenario = '';

  const assure = createAssure({
    clientId: options.clientId,
    clientSecret: options.clientSecret,
    urls: { token: options.gatewayUrl, gateway: options.gatewayUrl },
    onEvent: (event) => {
      if (event.kind === 'exchange') log(`${event.operation} → ${event.status ?? 'no answer'}`);
    },
  });

  const capture = captureBackendHandler({
    assure: underScenario(assure, () => scenario),
    processType: 'documentSelfie',
    authorize: sessions.userOf,
    consent: {
      version: '2026-01',
      documents: [],
      record: (consent) => {
        consents.push(consent);
        log(`consent ${consent.version} recorded`);
      },
    },
    // What a partner keeps: with it the decision is read.
    onProcess: (process) => {
      processes.set(process.captureId, process);
    },
    notification: {
      url: `${options.ownUrl}/callbacks/assure`,
      authorizationHeader: options.authorizationHeader,
    },
    // A check may go on on a phone, which has no session.
    handOverMs: 20 * 60_000,
    ...(options.handOverLinkMs === undefined ? {} : { handOverLinkMs: options.handOverLinkMs }),
    // The gateway here is the sandbox, which takes the page's evidence too.
    extensions: true,
    onError: (error) => log(`error: ${error instanceof Error ? `${error.name}: ${error.message}` : 'unknown'}`),
  });

  const receiveNotification = assureNotificationHandler({
    authorization: options.authorizationHeader,
    onEvent: ({ event }) => {
      log(`notification → ${event.processId} is ${event.status}`);
    },
  });

  const app = new Hono();
  app.post('/api/session', (context) => {
    sessions.signIn(context);
    return context.body(null, 204);
  });
  app.all('/api/identity/*', (context) => capture(context.req.raw));
  app.post('/callbacks/assure', (context) => receiveNotification(context.req.raw));

  // The sandbox plays a script instead of processing when it is asked to; a real gateway knows no such thing.
  app.put('/api/identity-scenario', async (context) => {
    const body: { scenario?: string } = await context.req.json().catch(() => ({}));
    scenario = body.scenario ?? '';
    return context.body(null, 204);
  });

  // The page never decides: the backend reads what the gateway found.
  app.get('/api/identity-decisions/:captureId', async (context) => {
    const process = processes.get(context.req.param('captureId'));
    const user = sessions.userOf(context.req.raw);
    if (process === undefined || process.subjectId !== user?.id) return context.json({ error: 'not found' }, 404);
    return context.json(await assure.waitForProcess({ ...process, timeoutMs: 30_000 }));
  });

  app.onError((error, context) => {
    log(`error: ${error.name}: ${error.message}`);
    return context.json({ error: 'The check is not available right now.' }, 502);
  });

  return app;
}

/** The same client, whose processes are played by the script that the page chose. */
function underScenario(assure: Assure, chosen: () => string): Assure {
  return {
    ...assure,
    createProcess: (request) => {
      const name = chosen();
      return assure.createProcess(
        name === '' ? request : { ...request, headers: { ...request.headers, 'x-bonafide-scenario': name } },
      );
    },
  };
}
