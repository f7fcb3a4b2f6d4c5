import type { ErrorCode } from '@bonafide/contracts/codes';

import { isBrowserCoreError } from '../../browser-core-error.ts';
import { isGatewayError } from '../../gateway/gateway-error.ts';

/** An outcome before it is stamped with its epoch. */
export type WithoutEpoch<T> = T extends unknown ? Omit<T, 'epoch'> : never;

export type Report<Outcome> = (outcome: WithoutEpoch<Outcome>) => void;

/**
 * Work in a lane. The signal aborts when the machine abandons the lane or begins something else in it; what is
 * reported after that is dropped. A rejection becomes `work-failed`.
 */
export type Job<Outcome> = (signal: AbortSignal, report: Report<Outcome>) => Promise<void>;

export type RunJob<Lane, Outcome> = (lane: Lane, epoch: number, job: Job<Outcome>) => void;

/** One controller for each lane, so that beginning anew and abandoning are each one `abort()`. */
export class WorkLanes<Lane extends string, Outcome> {
  readonly #controllers = new Map<Lane, AbortController>();
  readonly #send: (outcome: Outcome) => void;
  readonly #onError: (code: ErrorCode, cause: unknown) => void;

  constructor(send: (outcome: Outcome) => void, onError: (code: ErrorCode, cause: unknown) => void) {
    this.#send = send;
    this.#onError = onError;
  }

  readonly run: RunJob<Lane, Outcome> = (lane, epoch, job) => {
    this.abandon(lane);
    const controller = new AbortController();
    this.#controllers.set(lane, controller);
    const { signal } = controller;
    const report = (outcome: object): void => {
      if (!signal.aborted) this.#send({ ...outcome, epoch } as Outcome);
    };
    void this.#settle(lane, job, signal, report);
  };

  abandon(lane: Lane): void {
    this.#controllers.get(lane)?.abort(new DOMException('the session went on without it', 'AbortError'));
    this.#controllers.delete(lane);
  }

  async #settle(lane: Lane, job: Job<Outcome>, signal: AbortSignal, report: (outcome: object) => void): Promise<void> {
    try {
      await job(signal, report);
    } catch (cause) {
      if (signal.aborted) return;
      const code = isBrowserCoreError(cause) ? cause.code : 'internal';
      this.#onError(code, cause);
      const gateway = isGatewayError(cause) ? cause : null;
      report({
        type: 'work-failed',
        lane,
        code,
        retryAfterMs: gateway?.retryAfterMs ?? null,
        uploadExpired: gateway?.uploadExpired ?? false,
      });
    }
  }
}
