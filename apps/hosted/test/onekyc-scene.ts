import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSandbox, type Sandbox } from '@bonafide/sandbox';
import { createOneKyc, type OneKyc } from '@bonafide/partner-server';
import { openFilmedCamera } from '@bonafide/tooling/camera-films.ts';
import { writeFakeCamera } from '@bonafide/tooling/video-frames.ts';
import type { BrowserContext, Page } from 'playwright-core';
import { identityFilms } from '../../demo/test/identity-camera.ts';
import { HEAD } from './face-seats.ts';
import { launchBrowser, openPerson, type Person } from './open-person.ts';

export interface SceneOptions {
  /** What a flow asks for; default a selfie. */
  readonly flow?: 'STANDALONE_LIVENESS' | 'KTP_SCAN' | 'KYC_LITE';
  /** Before the camera; default a face. */
  readonly shows?: 'face' | 'ktp-and-face';
  /** A script of the sandbox, by name or as JSON. */
  readonly scenario?: unknown;
  /** Default 900. */
  readonly secondsToExpiry?: number;
  readonly locale?: 'en_ID' | 'id_ID';
  readonly theme?: 'DARK_MODE' | 'LIGHT_MODE' | 'NO_PREFERENCE';
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** A partner that sends a person to the hosted page of a sandbox with real processing, and waits for them to come back. */
export interface Scene extends Person {
  readonly context: BrowserContext;
  readonly sandbox: Sandbox;
  readonly oneKyc: OneKyc;
  readonly correlationId: string;
  readonly launchUrl: string;
  readonly partnerUrl: string;
  /** A page of another browser, which shares nothing with the person's. */
  readonly openStranger: (viewport?: { readonly width: number; readonly height: number }) => Promise<Page>;
  /** The address at which the browser came back to the partner. */
  readonly returned: () => Promise<URL>;
  close(): Promise<void>;
}

const CLIENT = { clientId: 'HOSTED', passKey: 'hosted-pass-key' };

export async function openScene(options: SceneOptions = {}): Promise<Scene> {
  const flow = options.flow ?? 'STANDALONE_LIVENESS';
  const onboardingPartner = `HOSTED-WEB_SDK-COE_${flow}`;
  const partner = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end('<title>Partner</title><h1>Back at the partner</h1>');
  }).listen(0, '127.0.0.1');
  await once(partner, 'listening');
  const partnerUrl = `http://127.0.0.1:${(partner.address() as AddressInfo).port}`;
  const sandbox = await createSandbox({
    clients: [{ ...CLIENT, onboardingPartners: [onboardingPartner] }],
    userTokenSeconds: options.secondsToExpiry ?? 900,
    log: null,
  });
  const url = await sandbox.listen({ port: 0 });
  const oneKyc = createOneKyc({
    ...CLIENT,
    onboardingPartner,
    urls: { token: `${url}/onekyc`, gateway: `${url}/onekyc` },
  });
  const correlationId = crypto.randomUUID();
  const { scenario } = options;
  const opened = await oneKyc.initiateFlow({
    flow,
    source: 'WEB_SDK',
    user: { id: 'user-1', idType: 'INTERNAL' },
    correlationId,
    successRedirectionUrl: `${partnerUrl}/done?order=7`,
    failureRedirectionUrl: `${partnerUrl}/failed`,
    theme: options.theme ?? 'NO_PREFERENCE',
    additionalDetails: { userLocale: options.locale ?? 'en_ID' },
    ...(scenario === undefined
      ? {}
      : { headers: { 'x-bonafide-scenario': typeof scenario === 'string' ? scenario : JSON.stringify(scenario) } }),
  });
  const films = options.shows === 'ktp-and-face' ? openFilmedCamera(await identityFilms('ktp')) : null;
  const browser = await launchBrowser(films?.file ?? (await writeFakeCamera('talking-head', HEAD)));
  const context = await browser.newContext({ viewport: options.viewport ?? { width: 390, height: 844 } });
  await films?.attach(context);
  const person = await openPerson(context);
  const { page } = person;
  return {
    ...person,
    context,
    sandbox,
    oneKyc,
    correlationId,
    launchUrl: opened.launchUrl,
    partnerUrl,
    openStranger: async (viewport) => (await browser.newContext(viewport === undefined ? {} : { viewport })).newPage(),
    returned: async () => {
      await page.waitForURL(`${partnerUrl}/**`);
      return new URL(page.url());
    },
    async close() {
      await browser.close();
      films?.close();
      await sandbox.close();
      partner.close();
    },
  };
}
