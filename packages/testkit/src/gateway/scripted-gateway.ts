import type { Requirements } from '@bonafide/contracts/capture-backend';
import { createCaptureBackendSide, REQUIREMENTS } from './capture-backend-side.ts';
import { readJson } from './read-json.ts';
import { createOneKycSide } from './onekyc-side.ts';
import { type GatewayScript, type PageOperation, type PageScenario, scriptOf } from './scenarios.ts';
import { startScript } from './script-run.ts';

/** One request that was answered. */
export interface GatewayRequest {
  readonly operation: PageOperation;
  /** Of the answer. */
  readonly status: number;
  /** The body, where it was JSON; pictures are counted, not kept. */
  readonly json: unknown;
  readonly byteCount: number;
}

/** What a partner's backend hands to the page for OneKYC. */
export interface GatewaySession {
  readonly token: string;
  readonly correlationId: string;
  readonly baseUrl: string;
}

export interface ScriptedGatewayOptions {
  /** Where OneKYC is, as the page knows it. Default `https://gateway.test`, which is nobody's. */
  readonly baseUrl?: string;
  /** Where the page's capture backend is, as a whole address. Default `https://gateway.test/capture`. */
  readonly captureUrl?: string;
  /** What the capture backend asks for. Default: passport, identity card or driving licence, and a selfie. */
  readonly requirements?: Requirements;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  readonly sleep?: (ms: number) => Promise<void>;
}

/**
 * A gateway that does what it is told: OneKYC's side that a page speaks to, and a capture backend. It looks at no picture
 * and asks nobody; what it answers is the contract's.
 */
export interface ScriptedGateway {
  /** From now on, and for a new flow: a scenario of the sandbox by name, or a script. Throws a `TypeError` for an unknown name. */
  play(scenario: PageScenario | GatewayScript): void;
  /** For whatever takes a `fetch`. Rejects with a `TypeError`, as a network does, for an address that is not the gateway's. */
  readonly fetch: typeof globalThis.fetch;
  /** Addresses below which it answers. */
  readonly roots: readonly string[];
  /** Whether an address is the gateway's. */
  serves(address: string): boolean;
  /** What a backend gives the page: a new token each time, for one flow until `play` begins another. */
  session(): GatewaySession;
  /** What was asked so far, in order. */
  readonly requests: readonly GatewayRequest[];
}

export function createScriptedGateway(options: ScriptedGatewayOptions = {}): ScriptedGateway {
  const {
    requirements = REQUIREMENTS,
    now = Date.now,
    sleep = (ms) => new Promise((done) => setTimeout(done, ms)),
  } = options;
  const baseUrl = withoutSlash(options.baseUrl ?? 'https://gateway.test');
  const captureUrl = withoutSlash(options.captureUrl ?? 'https://gateway.test/capture');
  const roots = [baseUrl, captureUrl];
  const requests: GatewayRequest[] = [];
  let tokens = 0;

  function begin(script: GatewayScript) {
    const run = startScript(script);
    return {
      script,
      correlationId: crypto.randomUUID(),
      onekyc: createOneKycSide(run, baseUrl, now),
      capture: createCaptureBackendSide(run, requirements, now),
    };
  }
  let playing = begin({});

  const isBelow = (address: string, root: string) => address.startsWith(`${root}/`);

  async function answer(request: Request): Promise<Response> {
    const { onekyc, capture, script } = playing;
    const url = new URL(request.url);
    const address = `${url.origin}${url.pathname}`;
    const body = await request.arrayBuffer();
    const capturePath = isBelow(address, captureUrl) ? address.slice(captureUrl.length) : null;
    const captureOperation = capturePath === null ? null : capture.operationOf(request.method, capturePath);
    const operation =
      captureOperation ?? (isBelow(address, baseUrl) ? onekyc.operationOf(request.method, url.pathname) : null);
    if (script.latencyMs !== undefined) await sleep(script.latencyMs);
    if (operation === null)
      return Response.json({ code: 'not-found', message: 'No such address.', retryable: false }, { status: 404 });
    const response =
      captureOperation === null
        ? await onekyc.answer(operation, request, url, body)
        : await capture.answer(captureOperation, capturePath ?? '', body);
    requests.push({ operation, status: response.status, json: jsonOf(request, body), byteCount: body.byteLength });
    return response;
  }

  return {
    play(scenario) {
      playing = begin(typeof scenario === 'string' ? scriptOf(scenario) : scenario);
    },
    async fetch(input, init) {
      const request = new Request(input, init);
      request.signal.throwIfAborted();
      if (!this.serves(request.url)) throw new TypeError('No network: the address is not the scripted gateway’s.');
      return answer(request);
    },
    roots,
    serves: (address) => roots.some((root) => isBelow(address, root)),
    session() {
      tokens += 1;
      return { token: `scripted-token-${tokens}`, correlationId: playing.correlationId, baseUrl };
    },
    requests,
  };
}

function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '');
}

/** Undefined where there is none. */
function jsonOf(request: Request, body: ArrayBuffer): unknown {
  if (body.byteLength === 0 || !(request.headers.get('content-type') ?? '').includes('json')) return undefined;
  return readJson(body) ?? undefined;
}
