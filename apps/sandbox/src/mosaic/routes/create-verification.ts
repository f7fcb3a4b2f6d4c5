import * as contract from '@bonafide/contracts/mosaic/validators';
import type * as z from 'zod';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { addFaults, clientScope, isBeforeFlow } from '../../scenarios/fault-store.ts';
import { readScenario } from '../../scenarios/read-scenario.ts';
import { authenticate, failIfScripted } from '../authenticate.ts';
import { allImages } from '../missing-images.ts';
import { processingMsOf } from '../mock-behavior.ts';
import { noteSession } from '../note-session.ts';
import { openSession } from '../open-session.ts';
import { invalidRequest } from '../problems.ts';
import { readRequest } from '../read-request.ts';
import { DEFAULT_TIME_TO_LIVE_MS, parseTimeToLive } from '../time-to-live.ts';

/** Opens a session. `start` and `auto_start` are taken and do nothing: how a server sends pictures is not printed. */
export const createVerification = {
  operation: 'createVerification',
  path: '/verify/api/v1/verification',
  response: contract.verificationSession,
  async handle(gateway, exchange) {
    const { clientId } = await authenticate(gateway, exchange);
    const wanted = await readRequest(exchange, contract.createVerificationRequest);
    const timeToLiveMs = check(wanted);
    const scenario = readScenario(exchange, invalidRequest);
    await addFaults(gateway.db, clientScope(clientId), (scenario?.faults ?? []).filter(isBeforeFlow));
    await failIfScripted(gateway, exchange, clientScope(clientId));
    const { row, startToken } = await openSession(gateway, exchange.context, {
      kind: 'verification',
      clientId,
      callbackUrl: wanted.callback_url,
      state: wanted.state,
      mock: wanted.mock_behavior,
      customerInformation: wanted.customer_information,
      timeToLiveMs,
      scenario,
    });
    noteSession(exchange, row);
    return {
      start_token: startToken,
      session_id: row.id,
      expiration: row.expires_at.toISOString(),
      missing_images: allImages('verification'),
    };
  },
} as const satisfies OperationDefinition<typeof contract.verificationSession>;

/** What the contract leaves open and this gateway has to understand. Resolves with how long the session is kept. */
function check(wanted: z.output<typeof contract.createVerificationRequest>): number {
  const { callback_url: callbackUrl, mock_behavior: mock, time_to_live: timeToLive } = wanted;
  if (callbackUrl !== undefined && !/^https?:$/.test(new URL(callbackUrl).protocol))
    throw invalidRequest('The request is not valid at callback_url.');
  if (processingMsOf(mock?.processing_time) === null)
    throw invalidRequest('The request is not valid at mock_behavior.processing_time.');
  const timeToLiveMs = timeToLive === undefined ? DEFAULT_TIME_TO_LIVE_MS : parseTimeToLive(timeToLive);
  if (timeToLiveMs === null) throw invalidRequest('The request is not valid at time_to_live.');
  return timeToLiveMs;
}
