import { PATHS } from '@bonafide/contracts/assure';
import type { AssureProcess } from '@bonafide/contracts/assure';
import { process } from '@bonafide/contracts/assure/validators';
import { readAnswer } from '../gateway/read-answer.ts';
import { PartnerServerError } from '../partner-server-error.ts';
import type { AssureClient } from './assure-client.ts';
import type { DossierKey } from './get-dossier.ts';

/** Which process of which dossier. */
export interface ProcessKey extends DossierKey {
  readonly processId: string;
}

export interface ProcessAnswer {
  readonly process: AssureProcess;
  readonly retryAfterMs: number | undefined;
}

/** `GET /assure/dossiers/{dossierId}/processes/{processId}`, with what the server says about asking again. */
export async function fetchProcess(
  client: AssureClient,
  request: ProcessKey,
  maxAttempts?: number,
): Promise<ProcessAnswer> {
  const { dossierId, processId } = request;
  const response = await client.call(
    { operation: 'getProcess', path: PATHS.process, names: { dossierId, processId }, maxAttempts },
    request,
  );
  const answer = readAnswer(response, process) as AssureProcess;
  // The decision about somebody else must never be taken for the answer to this question.
  if (answer.processId !== processId) {
    const { requestId } = response;
    throw new PartnerServerError('invalid-response', 'the answer is about another process', { requestId });
  }
  return { process: answer, retryAfterMs: response.retryAfterMs };
}
