import type { EngineState } from '../engine/engine-state.ts';

/** A loose event with its time, and an outcome with the live epoch of its lane or timer unless it brings its own. */
export function stampWith(
  state: EngineState<string, string>,
  event: { readonly type: string },
  atMs: number,
  laneOf: (outcome: never) => string | null | undefined,
): object {
  if ('epoch' in event) return { ...event, atMs };
  if ('timer' in event) return { ...event, atMs, epoch: state.timers[event.timer as string]?.epoch ?? -1 };
  const lane = laneOf({ ...event, epoch: 0 } as never);
  if (lane === null || lane === undefined) return { ...event, atMs };
  // 0 is no epoch: nothing runs there.
  return { ...event, atMs, epoch: state.live[lane] || -1 };
}
