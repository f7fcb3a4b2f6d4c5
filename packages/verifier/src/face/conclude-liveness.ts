import type { LivenessAssessment } from '@bonafide/browser-core/vision';

/** What is needed of an assessment to weigh it against another. */
export type LivenessOpinion = Pick<LivenessAssessment, 'score' | 'decision'>;

/** Whether a live person was there, and on whose word. */
export interface LivenessConclusion {
  readonly isLive: boolean;
  /** Whose observation decided: the server's own, the browser's against itself, or both scores together. */
  readonly basis: 'server' | 'browser' | 'balance';
}

/** What the server's own look at the still must reach, whatever the browser claims. Source: guess; the scale's middle. */
const SERVER_FROM_SCORE = 0.5;
/** What both scores must reach in the mean. Source: guess; a tenth above the middle. */
const LIVE_FROM_MEAN = 0.6;
/** Without the browser's frames the still alone must say more. Source: guess. */
const LIVE_FROM_STILL_ALONE = 0.6;

/**
 * Weighs what the server sees on one picture against what the browser says it saw on many frames. Either one's `not_live`
 * ends it: a claim against oneself is believed. A claim for oneself can be forged, so it never lifts a still that the
 * server leans against, and what it adds is half of the balance at most.
 */
export function concludeLiveness(server: LivenessOpinion, claimed: LivenessOpinion | null): LivenessConclusion {
  if (server.decision === 'not_live') return { isLive: false, basis: 'server' };
  if (claimed?.decision === 'not_live') return { isLive: false, basis: 'browser' };
  if (server.decision === 'live') return { isLive: true, basis: 'server' };
  if (claimed === null) return { isLive: server.score >= LIVE_FROM_STILL_ALONE, basis: 'server' };
  if (server.score < SERVER_FROM_SCORE) return { isLive: false, basis: 'server' };
  return { isLive: (server.score + claimed.score) / 2 >= LIVE_FROM_MEAN, basis: 'balance' };
}
