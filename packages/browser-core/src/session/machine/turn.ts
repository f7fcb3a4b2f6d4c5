import { Turn as EngineTurn } from '../engine/turn.ts';
import type { SessionEffect } from './session-effect.ts';
import type { Lane, SessionState, TimerName } from './session-state.ts';

/** One step of the liveness machine while it is being worked out. */
export class Turn extends EngineTurn<SessionState, SessionEffect, Lane, TimerName> {}
