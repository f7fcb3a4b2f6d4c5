import type * as engine from './engine/work-lanes.ts';
import type { Outcome } from './machine/session-event.ts';
import type { Lane } from './machine/session-state.ts';

export type Job = engine.Job<Outcome>;

export type RunJob = engine.RunJob<Lane, Outcome>;
