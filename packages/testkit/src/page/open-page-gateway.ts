import type { GatewayScript, PageScenario } from '../gateway/scenarios.ts';
import {
  createScriptedGateway,
  type GatewayRequest,
  type ScriptedGatewayOptions,
} from '../gateway/scripted-gateway.ts';
import { answerRequests } from './answer-requests.ts';

export interface PageGatewayOptions extends ScriptedGatewayOptions {
  /** Gives the page its network back. */
  readonly signal: AbortSignal;
}

/** The scripted gateway of the page that this runs in. Until it is told otherwise each check is passed. */
export interface PageTestGateway {
  /** A scenario of the sandbox by name, or a script, for the check that begins next. */
  play(scenario: PageScenario | GatewayScript): void;
  /** Answers your backend's address for a OneKYC session with `{ token, correlationId, baseUrl }`. */
  serveSession(address: string | RegExp): void;
  /** What the page asked so far, in order. */
  readonly requests: readonly GatewayRequest[];
}

/**
 * Answers what the page asks of its gateway, by `fetch` or `XMLHttpRequest`, in the page itself: nothing reaches the network, so neither
 * CORS nor a policy's `connect-src` is tried. Throws the reason of a signal that was aborted before.
 */
export function openPageGateway({ signal, ...options }: PageGatewayOptions): PageTestGateway {
  signal.throwIfAborted();
  const scripted = createScriptedGateway(options);
  const sessions: (string | RegExp)[] = [];
  const isSession = (address: string) =>
    sessions.some((each) =>
      typeof each === 'string' ? new URL(each, document.baseURI).href === address : each.test(address),
    );
  const giveBack = answerRequests({
    serves: (address) => scripted.serves(address) || isSession(address),
    answer: async (request) =>
      scripted.serves(request.url) ? scripted.fetch(request) : Response.json(scripted.session()),
  });
  signal.addEventListener('abort', giveBack, { once: true });
  return {
    play: (scenario) => scripted.play(scenario),
    serveSession: (address) => void sessions.push(address),
    requests: scripted.requests,
  };
}
