import type { SessionReason } from '../session-reason.ts';
import { enter } from './journey.ts';
import type { Turn } from './turn.ts';

/** `checking`: asks what this browser, page and machine can do. */
export function check(turn: Turn): void {
  enter(turn, 'checking');
  turn.begin('support', (epoch) => ({ type: 'check-support', epoch }));
}

export function askToken(turn: Turn, reason: SessionReason): void {
  const correlationId = turn.state.correlationId || null;
  turn.set({ token: 'asking' });
  turn.begin('token', (epoch) => ({ type: 'ask-token', epoch, reason, correlationId }));
}

/** The token itself stays with the runner; the machine knows that it is there. */
export function takeToken(turn: Turn, correlationId: string): void {
  turn.settle('token');
  turn.set({ token: 'ready', correlationId });
}
