/** What a person needs who cannot keep up, or cannot hold still. */
export interface SessionPace {
  /** No deadline in front of the camera, and ten times as long wherever else the person is waited for. */
  readonly moreTime: boolean;
  /** The manual shutter is offered at once, where there may be one at all. */
  readonly shutterAtOnce: boolean;
}

export const USUAL_PACE: SessionPace = { moreTime: false, shutterAtOnce: false };

/** WCAG 2.2, 2.2.1 "Timing adjustable": at least ten times the usual length (spec). */
const MORE_TIME_FACTOR = 10;

/** A time in which the person has to do something, at their pace; null stays without end. */
export function atPace<Ms extends number | null>(ms: Ms, { moreTime }: SessionPace): Ms | number {
  return ms !== null && moreTime ? ms * MORE_TIME_FACTOR : ms;
}
