import type { SessionPace } from '@bonafide/browser-core/session';
import type { Aid } from './aids.ts';

/** What the aids ask of a session. */
export function paceOf(aids: readonly Aid[]): SessionPace {
  return { moreTime: aids.includes('more-time'), shutterAtOnce: aids.includes('shutter') };
}

/** Tells a new session before it starts, where it is to go at another pace than usual. */
export function atPaceOf<Session extends { setPace(pace: SessionPace): void }>(
  session: Session,
  aids: readonly Aid[],
): Session {
  const pace = paceOf(aids);
  if (pace.moreTime || pace.shutterAtOnce) session.setPace(pace);
  return session;
}
