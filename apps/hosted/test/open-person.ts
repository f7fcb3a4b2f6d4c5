import { IdentityDriver, openEventLog, SelfieDriver } from '@bonafide/testkit/playwright';
import { openWatchedPage } from '@bonafide/tooling/open-watched-page.ts';
import { CHROMIUM_FLAGS, chromiumPath, fakeCameraFlags } from '@bonafide/tooling/video-frames.ts';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

/** A person at a browser of their own. */
export interface Person {
  readonly page: Page;
  /** The `<selfie-liveness>` of the page. */
  readonly selfie: SelfieDriver;
  /** The `<id-verification>` of the page. */
  readonly identity: IdentityDriver;
  /** Every address that the browser asked for. */
  readonly requests: readonly string[];
  /** Console errors and policy violations. */
  readonly complaints: readonly string[];
}

/** For one thing on a page, on a machine that does much else at once. */
const WAIT_MS = 60_000;

/** A browser whose camera shows a file from `writeFakeCamera`, or that of an `openFilmedCamera`. */
export function launchBrowser(camera: string): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_FLAGS, ...fakeCameraFlags(camera)] });
}

/** Sits down before a browser that shares nothing with others, and notes what it asks for and complains of. */
export async function openPerson(context: BrowserContext): Promise<Person> {
  context.setDefaultTimeout(WAIT_MS);
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  const log = await openEventLog(context);
  const { page, complaints } = await openWatchedPage(context);
  return {
    page,
    selfie: new SelfieDriver(page.locator('selfie-liveness'), log),
    identity: new IdentityDriver(page.locator('id-verification'), log),
    requests,
    complaints,
  };
}
