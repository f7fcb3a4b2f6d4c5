import type * as contract from '@bonafide/contracts/mosaic/validators';
import type * as z from 'zod';
import type { Scenario } from '../scenarios/scenario.ts';

/** What a session without verification does, as the partner asked for it. */
export type MockBehavior = z.output<typeof contract.mockBehavior>;

/** Longest processing that may be asked for; as long as a scenario's. Source: guess. */
const MAXIMUM_MS = 600_000;

/** `5s` in the vendor's sample, seconds in the settings of the journey; also `1500ms` and `2m`. Null for anything else. */
export function processingMsOf(time: MockBehavior['processing_time']): number | null {
  if (time === undefined) return 0;
  const [, digits, unit = 's'] = /^(\d{1,9})(ms|s|m)?$/.exec(String(time)) ?? [];
  if (digits === undefined) return null;
  const ms = Number(digits) * { ms: 1, s: 1_000, m: 60_000 }[unit as 'ms' | 's' | 'm'];
  return ms <= MAXIMUM_MS ? ms : null;
}

/**
 * What the hosted check is told to do, so that a mock and a scenario run the same way: pictures are taken, nothing that they
 * show decides, and the session then ends with what was ordered. Null: the checks decide.
 */
export function toHostedScenario(mock: MockBehavior | null, scenario: Scenario | null): Scenario | null {
  if (mock === null && scenario === null) return null;
  const isForced = mock?.force_recapture === true || mock?.force_retry === true;
  const processingMs = processingMsOf(mock?.processing_time) ?? 0;
  const isOrdered = mock?.recommendation !== undefined || scenario?.verification !== undefined;
  return {
    ...scenario,
    ...(mock !== null && scenario === null ? { name: 'mock' } : {}),
    ...(isForced ? { recaptures: 1 } : {}),
    ...(processingMs > 0 ? { processingMs } : {}),
    ...(isOrdered ? { outcome: { status: 'COMPLETED' as const, result: 'VALID' as const } } : {}),
  };
}
