import type { LivenessFinding } from './selfie-processor.ts';

export interface LivenessConclusion {
  readonly isLive: boolean;
  /** Whose observation decided: the server's own, the browser's many frames, or both scores together. */
  readonly basis: 'server' | 'browser' | 'balance';
}

/** Where neither side is sure, the mean of their scores must reach this. Source: guess; the scale's middle. */
const LIVE_FROM_MEAN = 0.5;
/** Without the browser's frames the still alone must say more. Source: guess. */
const LIVE_FROM_STILL_ALONE = 0.6;

/**
 * Weighs what the server sees on one picture against what the browser says it saw on many frames. Either one's `not_live`
 * ends it: a claim against oneself is believed. The browser's `live` helps only where the server did not object, because
 * it can be forged.
 */
export function concludeLiveness(
  server: LivenessFinding,
  claimed: Pick<LivenessFinding, 'score' | 'decision'> | null,
): LivenessConclusion {
  if (server.decision === 'not_live') return { isLive: false, basis: 'server' };
  if (claimed?.decision === 'not_live') return { isLive: false, basis: 'browser' };
  if (server.decision === 'live') return { isLive: true, basis: 'server' };
  if (claimed === null) return { isLive: server.score >= LIVE_FROM_STILL_ALONE, basis: 'server' };
  if (claimed.decision === 'live') return { isLive: true, basis: 'browser' };
  return { isLive: (server.score + claimed.score) / 2 >= LIVE_FROM_MEAN, basis: 'balance' };
}
