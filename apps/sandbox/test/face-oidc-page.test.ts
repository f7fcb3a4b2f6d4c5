import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFacePages, type Sessions } from './support/face-oidc-partner.ts';
import { Browser, goBack, openCheck, showFaces } from './support/face-oidc.ts';
import { openTestSandbox, type TestSandbox } from './support/open-test-sandbox.ts';
import { relyingParty } from './support/partner-face-oidc.ts';
import type { Verdict } from './support/pictures.ts';

// The code of docs/systems/face-oidc.md (systems-pages.test.ts holds the two to each other).

describe('a partner of the face bridge in twenty lines', () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await openTestSandbox();
  });
  afterAll(() => sandbox.close());

  async function visit(pages: ReturnType<typeof createFacePages>, verdicts: readonly Verdict[]) {
    const browser = new Browser(sandbox);
    const sent = await pages.start('anna');
    if (sent.status !== 303) return sent;
    const page = await openCheck(sandbox, browser, sent.headers.get('location') ?? '');
    if (verdicts.length === 0) await page.cancel();
    const { url } = verdicts.length === 0 ? await goBack(page, browser) : await showFaces(page, browser, verdicts);
    return pages.done('anna', new Request(url));
  }

  it('lets in who passed, once', async () => {
    const sessions: Sessions = new Map();
    const pages = createFacePages(relyingParty(sandbox), sessions, (identifier) => ({ mode: 'profile', identifier }));
    expect((await visit(pages, ['blurred', 'live'])).status).toBe(200);
    expect(sessions.get('anna')?.verifiedAt).toBeDefined();
    const again = await pages.done('anna', new Request('https://acme.example.com/face/done?code=x&state=y'));
    expect(again.status).toBe(400);
  });

  it('turns away who was refused or gave up, and stops asking after two', async () => {
    const sessions: Sessions = new Map();
    const pages = createFacePages(relyingParty(sandbox), sessions, () => ({ mode: 'liveness' }));
    expect((await visit(pages, ['not-live', 'not-live', 'not-live'])).status).toBe(403);
    expect((await visit(pages, [])).status).toBe(403);
    expect((await visit(pages, ['live'])).status).toBe(429);
    expect(sessions.get('anna')?.verifiedAt).toBeUndefined();
  });
});
