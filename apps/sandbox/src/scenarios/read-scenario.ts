import type { Exchange } from '../gateway/serve-operation.ts';
import { parseScenario, SCENARIO_HEADER } from './parse-scenario.ts';
import type { Refusal } from '../gateway/refusal.ts';
import type { Scenario } from './scenario.ts';

/** The scenario that came with a request, or null. Throws the gateway's refusal for one that is none. */
export function readScenario({ context }: Exchange, refuse: (why: string) => Refusal): Scenario | null {
  const text = context.req.header(SCENARIO_HEADER);
  if (text === undefined) return null;
  try {
    return parseScenario(text);
  } catch {
    throw refuse(`The request is not valid at ${SCENARIO_HEADER}.`);
  }
}
