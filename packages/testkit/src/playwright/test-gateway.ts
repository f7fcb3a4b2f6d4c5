import { readFile } from 'node:fs/promises';
import type { BrowserContext, Request as PageRequest, Route } from '@playwright/test';
import { createSandboxControl, type SandboxAddress } from '../gateway/sandbox-control.ts';
import type { GatewayScript, PageScenario, ScenarioName } from '../gateway/scenarios.ts';
import {
  createScriptedGateway,
  type GatewayRequest,
  type ScriptedGateway,
  type ScriptedGatewayOptions,
} from '../gateway/scripted-gateway.ts';
import { pageScript } from './page-script.ts';

export interface TestGatewayOptions extends Pick<ScriptedGatewayOptions, 'baseUrl' | 'captureUrl' | 'requirements'> {
  /** A running sandbox that plays the scenarios in the place of the script. */
  readonly sandbox?: SandboxAddress;
}

/** The gateway of every page of the test's context. Until it is told otherwise each check is passed. */
export interface TestGateway {
  /** A scenario of the sandbox by name, or a script, for the check that begins next. */
  play(scenario: ScenarioName | GatewayScript): Promise<void>;
  /** Answers your backend's address for a OneKYC session (a glob or a pattern) with `{ token, correlationId, baseUrl }`. */
  serveSession(address: string | RegExp): Promise<void>;
  /** What the page asked so far, in order; nothing of it where a sandbox plays. */
  readonly requests: readonly GatewayRequest[];
}

export async function openTestGateway(context: BrowserContext, options: TestGatewayOptions): Promise<TestGateway> {
  const { sandbox } = options;
  if (sandbox !== undefined) {
    const control = createSandboxControl(sandbox);
    return {
      play: (scenario) => control.play(scenario as ScenarioName),
      serveSession: () => Promise.reject(new TypeError('A sandbox plays here: your backend asks it for the session.')),
      requests: [],
    };
  }
  const scripted = createScriptedGateway(options);
  const bodyOf = await openBodies(context, scripted.roots);
  await context.route(
    (url) => scripted.serves(url.href),
    (route, request) => answer(scripted, route, request, bodyOf(request)),
  );
  return {
    async play(scenario) {
      scripted.play(scenario as PageScenario | GatewayScript);
      await Promise.resolve();
    },
    async serveSession(address) {
      await context.route(address, (route) => route.fulfill({ json: scripted.session() }));
    },
    requests: scripted.requests,
  };
}

/**
 * How the body of a request is read. By Playwright in Chromium; in other browsers it has no body that was a `Blob`, or none at all, and
 * the page tells of it before it sends it.
 */
async function openBodies(
  context: BrowserContext,
  roots: readonly string[],
): Promise<(request: PageRequest) => Buffer | null> {
  if (context.browser()?.browserType().name() === 'chromium') return (request) => request.postDataBuffer();
  const told = new Map<string, Buffer[]>();
  await context.exposeBinding('bonafideSends', (_source, method: string, url: string, base64: string) => {
    const key = `${method} ${url}`;
    told.set(key, [...(told.get(key) ?? []), Buffer.from(base64, 'base64')]);
  });
  // In one script, since several come in any order.
  const script = await readFile(pageScript('page-bodies'), 'utf8');
  await context.addInitScript({ content: `globalThis.bonafideGatewayRoots = ${JSON.stringify(roots)}; ${script}` });
  return (request) => told.get(`${request.method()} ${request.url()}`)?.shift() ?? null;
}

async function answer(
  scripted: ScriptedGateway,
  route: Route,
  request: PageRequest,
  body: Buffer | null,
): Promise<void> {
  const headers = await request.allHeaders();
  const allowed = corsOf(headers);
  if (request.method() === 'OPTIONS') return route.fulfill({ status: 204, headers: allowed });
  const response = await scripted.fetch(request.url(), {
    method: request.method(),
    headers: plain(headers),
    ...(body === null ? {} : { body: new Uint8Array(body) }),
  });
  await route.fulfill({
    status: response.status,
    headers: { ...Object.fromEntries(response.headers), ...allowed },
    body: Buffer.from(await response.arrayBuffer()),
  });
}

/** The page may be of another origin, and send cookies. */
function corsOf({ origin = '*', 'access-control-request-headers': asked = '*' }: Readonly<Record<string, string>>) {
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': 'GET, PUT, POST, DELETE',
    'access-control-allow-headers': asked,
    'access-control-expose-headers': 'retry-after',
  };
}

/** Those of HTTP/2 have names that no `Headers` takes. */
function plain(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(':')));
}
