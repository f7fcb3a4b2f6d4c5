import type { FlowLog } from './flow-log.ts';

/** What the visitor chose beside the check. */
export interface CheckWishes {
  readonly source: 'camera' | 'sample';
  readonly lang: string;
  /** Name of a script for the gateway; empty: real processing. */
  readonly scenario: string;
  /** Issuing country of the document, where it is known. */
  readonly issuer: string;
  /** What is shown to the sample camera. */
  readonly sample: string;
}

/** A check that is being put on the page. */
export interface CheckContext {
  readonly wishes: CheckWishes;
  readonly log: FlowLog;
  /** Ends with the check: it was left, or another one began. */
  readonly signal: AbortSignal;
  /** The person left the last screen. */
  readonly onLeave: () => void;
  /** The element said that something failed. */
  readonly onFailure: (code: string) => void;
}

/** Makes the element of a check. It starts by itself once it is on the page. */
export type CreateCheck = (context: CheckContext) => Promise<HTMLElement>;
