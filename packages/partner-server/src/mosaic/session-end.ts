import { toOutcomeMosaic } from '@bonafide/contracts/outcome';
import { PartnerServerError } from '../partner-server-error.ts';

/** Whether nothing more comes of a session, decided or not. A status that nobody knows is no end. */
export function isOver(body: { readonly status: string }): boolean {
  return toOutcomeMosaic({ from: 'result', body }).terminal;
}

/** Canceled, failed, out of time, or `complete` without a recommendation. */
export function sessionEnded(): PartnerServerError {
  return new PartnerServerError('session-ended', 'the session ended without a decision');
}
