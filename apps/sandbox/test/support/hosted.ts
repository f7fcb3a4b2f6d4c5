import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sandbox } from '../../src/sandbox.ts';
import type { SandboxClient } from '../../src/sandbox-options.ts';
import { captureEvidence, partnerToken } from './journey.ts';
import { ACME } from './open-test-sandbox.ts';
import { picture } from './pictures.ts';

const ORIGIN = 'http://localhost';
export const SUCCESS_URL = 'https://partner.example.com/done?order=7';
export const FAILURE_URL = 'https://partner.example.com/failed';

export interface HostedAnswer {
  readonly status: number;
  readonly headers: Headers;
  // The body of whatever operation was called; tests look at what they expect and nothing else.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
}

export interface WebFlowOptions {
  readonly flow?: string;
  readonly onboardingPartner?: string;
  readonly scenario?: unknown;
  readonly correlationId?: string;
  readonly userId?: string;
  readonly client?: SandboxClient;
  readonly body?: object;
}

/** Opens a OneKYC flow on the hosted page; what the partner's server is answered. */
export async function initiateWeb(sandbox: Sandbox, options: WebFlowOptions = {}) {
  const { scenario, client = ACME } = options;
  const correlationId = options.correlationId ?? crypto.randomUUID();
  const token = await partnerToken(sandbox, client);
  const response = await sandbox.fetch(
    new Request(`${ORIGIN}/onekyc/coe-partner/v1/initiate-flow`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-onekyc-token': token,
        'x-onboarding-partner': options.onboardingPartner ?? client.onboardingPartners[0] ?? '',
        'x-partner-user-id': options.userId ?? 'user-1',
        'x-partner-user-id-type': 'INTERNAL',
        'x-partner-session-id': correlationId,
        ...(scenario === undefined
          ? {}
          : { 'x-bonafide-scenario': typeof scenario === 'string' ? scenario : JSON.stringify(scenario) }),
      },
      body: JSON.stringify({
        flow: options.flow ?? 'STANDALONE_LIVENESS',
        source: 'WEB_SDK',
        successRedirectionUrl: SUCCESS_URL,
        failureRedirectionUrl: FAILURE_URL,
        ...options.body,
      }),
    }),
  );
  const body = (await response.json()) as { readonly data?: { readonly launchUrl: string } };
  return { status: response.status, body, correlationId, partnerToken: token, launchUrl: body.data?.launchUrl ?? '' };
}

export const tokenOf = (launchUrl: string): string =>
  new URLSearchParams(new URL(launchUrl).hash.replace(/^#\/launch-v1\?/, '')).get('token') ?? '';

/** What a browser does on the hosted pages: exchanges the token, keeps the cookie, and shows it. */
export class HostedBrowser {
  readonly #sandbox: Sandbox;
  readonly key = randomBytes(32).toString('base64url');
  cookie = '';
  checkId = '';

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
  }

  async call(method: string, path: string, init: RequestInit = {}): Promise<HostedAnswer> {
    const headers = new Headers(init.headers);
    if (this.cookie !== '') headers.set('cookie', this.cookie);
    const response = await this.#sandbox.fetch(
      new Request(`${ORIGIN}/hosted/api${path}`, { ...init, method, headers }),
    );
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
  }

  async claim(launchUrl: string, key = this.key): Promise<HostedAnswer> {
    const answer = await this.call('POST', '/claims', json({ token: tokenOf(launchUrl), key }));
    const cookie = answer.headers.get('set-cookie');
    if (cookie !== null) this.cookie = cookie.split(';')[0] ?? '';
    if (answer.status === 200) this.checkId = answer.body.checkId;
    return answer;
  }

  show(): Promise<HostedAnswer> {
    return this.call('GET', `/checks/${this.checkId}`);
  }

  cancel(): Promise<HostedAnswer> {
    return this.call('DELETE', `/checks/${this.checkId}`);
  }

  choose(documentType: string | null): Promise<HostedAnswer> {
    return this.call('POST', `/checks/${this.checkId}/processes`, json({ documentType }));
  }

  get #process(): string {
    return `/checks/${this.checkId}/processes/${this.checkId}`;
  }

  state(): Promise<HostedAnswer> {
    return this.call('GET', this.#process);
  }

  put(depiction: string, bytes: Uint8Array<ArrayBuffer>): Promise<HostedAnswer> {
    return this.call('PUT', `${this.#process}/images/${depiction}`, {
      headers: { 'content-type': 'image/jpeg' },
      body: bytes,
    });
  }

  handIn(evidence: object = {}): Promise<HostedAnswer> {
    return this.call('POST', `${this.#process}/verification`, json({ evidence }));
  }

  /** One selfie, with what a browser says of it, judged. Resolves with the process's state. */
  async selfie(bytes = picture('live'), size: { readonly width?: number; readonly height?: number } = {}) {
    await this.put('selfie', bytes);
    const evidence = captureEvidence(bytes);
    const handedIn = await this.handIn({
      selfie: { bonafide: { ...evidence, capture: { ...evidence.capture, ...size } } },
    });
    if (handedIn.status !== 202) throw new Error(`handed in: ${handedIn.status} ${JSON.stringify(handedIn.body)}`);
    return this.judged();
  }

  /** Polls until the attempt is judged; the test's own time-out is the limit. */
  async judged() {
    for (;;) {
      const { status, body } = await this.state();
      if (status === 200 && body.status !== 'processing') return body;
      await sleep(25);
    }
  }
}

function json(body: object): RequestInit {
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
