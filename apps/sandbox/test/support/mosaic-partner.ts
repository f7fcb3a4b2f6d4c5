import { createMosaicStep, type AtomicStore, type Mosaic } from '@bonafide/partner-server';
import { Hono } from 'hono';

export function createPartner(mosaic: Mosaic, store: AtomicStore, logins: ReadonlyMap<string, string>) {
  const callbackUrl = 'https://partner.example.com/verified';
  const step = createMosaicStep({ mosaic, store, callbackUrl, sessionErrors: 'branch' });
  const subjectOf = (request: Request) => logins.get(request.headers.get('cookie') ?? '') ?? 'nobody';
  const customers = new Map<string, string | undefined>();
  const app = new Hono();

  app.post('/api/verification', async ({ req, json }) => json(await step.start({ subject: subjectOf(req.raw) })));

  app.post('/api/verification/return', async ({ req, json }) => {
    const subject = subjectOf(req.raw);
    const branch = await step.finish({ subject, input: await req.json() });
    if (branch.kind === 'allow') customers.set(subject, branch.result.person?.full_name); // proceed
    if (branch.kind !== 'error') await mosaic.deleteVerification({ sessionId: branch.sessionId });
    return json({ next: branch.kind }); // deny: terminate; challenge: manual review; error: start over
  });

  app.onError((error) => Response.json({ next: 'refused', why: 'code' in error ? error.code : null }, { status: 409 }));
  return { app, customers };
}
