import { DEFAULT_LIVENESS_POLICY, type LivenessAssessment, type LivenessPolicy } from '@bonafide/browser-core/vision';
import type { CaptureFault } from '../binding/verify-capture.ts';
import type { SequenceInspection } from '../selfie-inspection.ts';

/** What is needed of an assessment to weigh it against another. */
export type LivenessOpinion = Pick<LivenessAssessment, 'score' | 'decision'>;

/** Whether a live person was there, and on whose word. */
export interface LivenessConclusion {
  readonly isLive: boolean;
  /** Nothing speaks clearly for or against it: another picture may tell, and this one is no reason to refuse anybody. */
  readonly isUnsure: boolean;
  /** What decided: the server's own observation, the browser's against itself, both scores together, or a capture that is not whole. */
  readonly basis: 'server' | 'browser' | 'balance' | 'binding';
}

/** Beside what `verifyCapture` finds: how a capture that is bound can still not be one. */
export const SEQUENCE_FAULTS = [
  /** The picture does not look like the frames around it. */
  'still-unlike-frames',
  /** Most frames do not show one face. */
  'frames-without-face',
] as const;

export type SequenceFault = (typeof SEQUENCE_FAULTS)[number];

/**
 * How far the browser's evidence and frames can be held to be one capture. `not-asked`: the gateway gave no nonce; `absent`: it did, and
 * nothing signed came.
 */
export type CaptureBinding = 'not-asked' | 'absent' | 'bound' | CaptureFault | SequenceFault;

/**
 * What the still and the frame nearest in time must share at least, as correlation. Measured on one talking head: 0.96 and more over 0.2 s,
 * 0.93 and more over a second (n 20 each); −0.21 and less against another face (n 10).
 */
const LIKE_FROM = 0.6;
/** Share of the frames that must show one face. Guess. */
const FACES_FROM = 0.5;

/** Whether frames that are bound to a still can be of the same moment as it. */
export function judgeSequence({ frameCount, faceCount, stillLikeness }: SequenceInspection): SequenceFault | null {
  if (frameCount === 0) return null;
  if (faceCount < frameCount * FACES_FROM) return 'frames-without-face';
  return stillLikeness === null || stillLikeness < LIKE_FROM ? 'still-unlike-frames' : null;
}

/**
 * How much of the way from `not_live` to `live` the server's own look must come, whatever the browser says. In the mean both must come
 * all of it. Source: guess.
 */
const SERVER_FROM_SHARE = 1 / 2;
/**
 * How much of it the browser's must come, whatever the server sees. Guess, looking at the demo's laptop replays: over what a page says
 * whose model takes a face for certain and which hears the raster of a display as clearly (less than two thirds), under what it says of
 * one talking head without a model (four fifths).
 */
const BROWSER_FROM_SHARE = 3 / 4;

/**
 * Weighs what the server sees, on the still and on the frames that came with it, against what the browser says it saw. Either one's
 * `not_live` ends it, and where either leans against it another picture is asked for: a claim against oneself is believed. A claim
 * for oneself can be forged, so it never lifts what the server leans against, and what it adds is half of the balance at most; where a
 * signature was asked for and is not there, it adds nothing. Without the browser's frames the still alone must say as much as `live`
 * takes over frames. A capture whose parts do not belong together is not live, whatever is seen on it. The lines are those of the policy
 * that both were assessed by.
 */
export function concludeLiveness(
  server: LivenessOpinion,
  opinion: LivenessOpinion | null,
  binding: CaptureBinding = 'not-asked',
  { notLiveToScore, liveFromScore }: Pick<LivenessPolicy, 'notLiveToScore' | 'liveFromScore'> = DEFAULT_LIVENESS_POLICY,
): LivenessConclusion {
  const atShare = (share: number): number => notLiveToScore + share * (liveFromScore - notLiveToScore);
  const isBelieved = binding === 'not-asked' || binding === 'bound';
  if (!isBelieved && binding !== 'absent') return refused('binding');
  const claimed = isBelieved || opinion?.decision === 'not_live' ? opinion : null;
  if (server.decision === 'not_live') return refused('server');
  if (claimed?.decision === 'not_live') return refused('browser');
  if (opinion !== null && opinion.score < atShare(BROWSER_FROM_SHARE)) return weighed(false, 'browser');
  if (server.decision === 'live') return weighed(true, 'server');
  if (claimed === null) return weighed(server.score >= liveFromScore, 'server');
  if (server.score < atShare(SERVER_FROM_SHARE)) return weighed(false, 'server');
  return weighed((server.score + claimed.score) / 2 >= liveFromScore, 'balance');
}

const refused = (basis: LivenessConclusion['basis']): LivenessConclusion => ({ isLive: false, isUnsure: false, basis });

const weighed = (isLive: boolean, basis: LivenessConclusion['basis']): LivenessConclusion => ({
  isLive,
  isUnsure: !isLive,
  basis,
});
