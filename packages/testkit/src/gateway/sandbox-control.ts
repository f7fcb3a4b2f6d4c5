import type { ScenarioName } from './scenarios.ts';

export interface SandboxAddress {
  /** Where the sandbox listens, such as `http://127.0.0.1:8787`. */
  readonly url: string;
  /** Of which client the next flow, process, session or login is played. */
  readonly clientId: string;
  /** `CONTROL_TOKEN` of the sandbox, where it has one. */
  readonly token?: string;
  readonly fetch?: typeof globalThis.fetch;
}

/** What a running sandbox is told to do next. */
export interface SandboxControl {
  /** A scenario by name, or one as the sandbox's README describes it. Rejects with an `Error` where it was not taken. */
  play(scenario: ScenarioName | Readonly<Record<string, unknown>>): Promise<void>;
  /** Really processes again. */
  clear(): Promise<void>;
  /** The names that this sandbox knows. */
  scenarios(): Promise<readonly string[]>;
}

/** Speaks to the control interface of a running sandbox: every gateway that it has, those behind a partner's backend too. */
export function createSandboxControl(address: SandboxAddress): SandboxControl {
  const { url, clientId, token, fetch = globalThis.fetch } = address;
  const root = `${url.replace(/\/+$/, '')}/control/api/clients`;
  const armed = `${root}/${encodeURIComponent(clientId)}/scenario`;
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };

  async function call(target: string, init: RequestInit): Promise<Response> {
    const response = await fetch(target, { ...init, headers });
    if (response.ok) return response;
    throw new Error(`The sandbox answered ${response.status}: ${await response.text()}`);
  }

  return {
    async play(scenario) {
      await call(armed, { method: 'PUT', body: typeof scenario === 'string' ? scenario : JSON.stringify(scenario) });
    },
    async clear() {
      await call(armed, { method: 'DELETE' });
    },
    async scenarios() {
      const known = (await (await call(root, {})).json()) as { readonly scenarios: object };
      return Object.keys(known.scenarios);
    },
  };
}
