import { NAMED_SCENARIOS, type ScenarioName } from './named-scenarios.ts';
import { type Scenario, scenarioSchema } from './scenario.ts';

/** The request header that carries a scenario on initiate-flow: a name, or JSON. */
export const SCENARIO_HEADER = 'x-bonafide-scenario';

const MAXIMUM_LENGTH = 4096;

/** Reads a scenario by name or from JSON; throws a `TypeError` that names what is wrong with it. */
export function parseScenario(text: string): Scenario {
  const trimmed = text.trim();
  if (trimmed.length > MAXIMUM_LENGTH) throw new TypeError('scenario: longer than 4096 characters');
  if (!trimmed.startsWith('{')) {
    if (!Object.hasOwn(NAMED_SCENARIOS, trimmed)) {
      throw new TypeError(`scenario: unknown name; known are ${Object.keys(NAMED_SCENARIOS).join(', ')}`);
    }
    return scenarioSchema.parse({ name: trimmed, ...NAMED_SCENARIOS[trimmed as ScenarioName] });
  }
  let value: unknown;
  try {
    value = JSON.parse(trimmed);
  } catch (cause) {
    throw new TypeError('scenario: not JSON', { cause });
  }
  const parsed = scenarioSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new TypeError(`scenario: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'invalid'}`);
}
