import type { NextAction, SubmissionStatus } from './liveness-gateway.ts';

/**
 * What the journey does after a poll. The three words are OneKYC's; which field carries them is not documented, so:
 *
 * - a gateway that says `nextAction` is obeyed (our extension), except that `RETRY` without an attempt left is `EXIT`;
 * - otherwise work in progress is `STATUS`, an approved (or undisclosed) completion is `EXIT`, and a refusal or a
 *   technical `ERROR` is `RETRY` while attempts are left and `EXIT` after that.
 *
 * `attemptsLeft` counts the attempts after this one, ours and the gateway's, whichever are fewer.
 */
export function nextAction(status: SubmissionStatus, attemptsLeft: number): NextAction {
  const again: NextAction = attemptsLeft > 0 ? 'RETRY' : 'EXIT';
  if (status.nextAction !== null) return status.nextAction === 'RETRY' ? again : status.nextAction;
  if (status.status === 'ERROR' || status.pictureRefused) return again;
  if (status.status !== 'COMPLETED') return 'STATUS';
  return status.approved === false ? again : 'EXIT';
}
