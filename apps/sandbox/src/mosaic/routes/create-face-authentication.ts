import * as contract from '@bonafide/contracts/mosaic/validators';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { readScenario } from '../../scenarios/read-scenario.ts';
import { authenticate } from '../authenticate.ts';
import { noteSession } from '../note-session.ts';
import { openSession } from '../open-session.ts';
import { invalidRequest } from '../problems.ts';
import { readRequest } from '../read-request.ts';
import { parseReference } from '../reference-picture.ts';
import { DEFAULT_TIME_TO_LIVE_MS } from '../time-to-live.ts';

/** Base64 takes four bytes for three; what is left over is for the JSON around it. */
const bodyBytes = (pictureBytes: number): number => Math.ceil(pictureBytes / 3) * 4 + 4096;

/** Opens a face authentication. The vendor's SDK starts with `device_session_id`; here the hosted page does. */
export const createFaceAuthentication = {
  operation: 'createFaceAuthentication',
  path: '/verify/api/v1/face-auth',
  response: contract.faceAuthenticationSession,
  async handle(gateway, exchange) {
    const { clientId } = await authenticate(gateway, exchange);
    const { maximumUploadBytes } = gateway.settings;
    const schema = contract.createFaceAuthenticationRequest;
    const { reference } = await readRequest(exchange, schema, bodyBytes(maximumUploadBytes));
    if (reference.type !== 'raw') throw invalidRequest('The request is not valid at reference.type.');
    const { row, startToken } = await openSession(gateway, exchange.context, {
      kind: 'face-auth',
      clientId,
      reference: parseReference(reference.content, maximumUploadBytes),
      timeToLiveMs: DEFAULT_TIME_TO_LIVE_MS,
      scenario: readScenario(exchange, invalidRequest),
    });
    noteSession(exchange, row);
    return { device_session_id: startToken, session_id: row.id };
  },
} as const satisfies OperationDefinition<typeof contract.faceAuthenticationSession>;
