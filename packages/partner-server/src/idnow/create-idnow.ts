import type { CreatedSession, IdnowSession } from '@bonafide/contracts/idnow';
import { createSession } from './create-session.ts';
import type { CreateSession } from './create-session.ts';
import { deleteKeylessUser } from './delete-keyless-user.ts';
import type { DeleteKeylessUser } from './delete-keyless-user.ts';
import { fetchSession } from './get-session.ts';
import type { SessionKey } from './get-session.ts';
import { createIdnowClient } from './idnow-client.ts';
import { toSettings } from './idnow-options.ts';
import type { IdnowOptions } from './idnow-options.ts';
import { createKeylessExchange } from './keyless-exchange.ts';
import { verifyTransaction } from './verify-transaction.ts';
import type { VerifiedTransaction, VerifyTransaction } from './verify-transaction.ts';
import { waitForSession } from './wait-for-session.ts';
import type { FinishedSession, WaitForSession } from './wait-for-session.ts';

/** A server's client of the IDnow Trust Platform. Keep one for the life of the process: it holds the access token. */
export interface Idnow {
  /** The access token, from memory when there is one. You need it only for calls that this client does not make. */
  accessToken(options?: { readonly signal?: AbortSignal }): Promise<string>;
  /** One person's passage through a flow; send the browser to `playerUrl`. @throws {PartnerServerError} */
  createSession(request: CreateSession): Promise<CreatedSession>;
  /** What the platform knows of a session now. `toOutcome` says what it means, `readStep` what the step left. */
  getSession(request: SessionKey): Promise<IdnowSession>;
  /** As `getSession`, once nothing more comes. @throws {PartnerServerError} `still-processing` */
  waitForSession(request: WaitForSession): Promise<FinishedSession>;
  /** Reads and verifies what was kept of a recognition. Needs `keyless`. @throws {PartnerServerError} `evidence-rejected` */
  verifyTransaction(request: VerifyTransaction): Promise<VerifiedTransaction>;
  /** Deletes an enrolled face. Needs `keyless`. @throws {PartnerServerError} */
  deleteKeylessUser(request: DeleteKeylessUser): Promise<void>;
}

/** @throws {TypeError} when an option cannot work */
export function createIdnow(options: IdnowOptions): Idnow {
  const settings = toSettings(options);
  const client = createIdnowClient(settings);
  const keyless = createKeylessExchange(settings);
  return {
    accessToken: ({ signal } = {}) => client.token(signal),
    createSession: (request) => createSession(client, request),
    getSession: async (request) => (await fetchSession(client, request)).session,
    waitForSession: (request) => waitForSession(client, request),
    verifyTransaction: (request) => verifyTransaction(client, keyless, request),
    deleteKeylessUser: (request) => deleteKeylessUser(keyless, request),
  };
}
