import { PATHS } from '@bonafide/contracts/idnow';
import type { TransactionClaims, TransactionKey } from '@bonafide/contracts/idnow';
import { transactionClaims, transactionKey } from '@bonafide/contracts/idnow/validators';
import { decodeProtectedHeader, importSPKI, jwtVerify } from 'jose';
import type { CallSettings } from '../gateway/gateway-client.ts';
import { readAnswer } from '../gateway/read-answer.ts';
import { PartnerServerError } from '../partner-server-error.ts';
import { ASYMMETRIC_ALGORITHMS } from './asymmetric-algorithms.ts';
import type { IdnowClient } from './idnow-client.ts';
import type { KeylessExchange } from './keyless-exchange.ts';
import type { IdnowVerification } from './read-verification.ts';

/** Which recognition to prove, and what it must be about. */
export interface VerifyTransaction extends CallSettings {
  readonly verification: IdnowVerification & { readonly status: 'verified' };
  /** The person's name at Keyless, which must be the token's subject where both are known. */
  readonly username?: string;
  /** What the person agreed to, which the token must cover. */
  readonly transactionData?: string;
}

/** A proof of a recognition that was checked here. */
export interface VerifiedTransaction {
  /** To be kept for an audit. */
  readonly jwt: string;
  readonly claims: TransactionClaims;
}

/** A proof is kept for years: its own end says nothing about when the face was shown. */
const ANY_TIME_SECONDS = Number.MAX_SAFE_INTEGER / 1000;

/**
 * Reads the transaction JWT of a recognition from the vault and verifies it with the key of your Keyless tenant. Claims' names are
 * not documented; these are the sandbox's. A token that says nothing of the transaction is refused.
 * @throws {PartnerServerError} `evidence-rejected`; `not-found` when the vault has it no longer
 */
export async function verifyTransaction(
  client: IdnowClient,
  keyless: KeylessExchange,
  request: VerifyTransaction,
): Promise<VerifiedTransaction> {
  const { verification, username, transactionData } = request;
  const jwt = await fetchVaultEntry(client, verification.evidence.entryId, request);
  const response = await keyless({ operation: 'getTransactionKey', path: PATHS.transactionKey }, request);
  const { result: pem } = readAnswer(response, transactionKey) as TransactionKey;
  const claims = await openTransaction(jwt, pem);
  if (verification.verificationProcessId !== undefined && claims.jti !== verification.verificationProcessId)
    throw rejected('the token is about another transaction');
  if (username !== undefined && claims.sub !== username) throw rejected('the token is about another person');
  if (transactionData !== undefined && claims.transactionData !== transactionData)
    throw rejected('the token does not cover this transaction');
  return { jwt, claims };
}

/** `GET /api/v1/{environment}/vault/{entryId}`, whose form with the vendor is not known. */
async function fetchVaultEntry(client: IdnowClient, entryId: string, settings: CallSettings): Promise<string> {
  const { environment } = client.settings;
  const names = { environment, entryId };
  const response = await client.call(
    { operation: 'getVaultEntry', path: PATHS.vaultEntry, names, accept: 'application/jwt' },
    settings,
  );
  return response.text.replace(/[\r\n]+$/, '');
}

async function openTransaction(jwt: string, pem: string): Promise<TransactionClaims> {
  let payload: unknown;
  try {
    // The key's form is not documented beyond its being public, so the token names the algorithm: one of those that a public
    // key can check, and that this very key fits.
    const { alg = '' } = decodeProtectedHeader(jwt);
    if (!ASYMMETRIC_ALGORITHMS.includes(alg)) throw rejected('the token is signed by an algorithm that proves nothing');
    const key = await importSPKI(pem, alg);
    ({ payload } = await jwtVerify(jwt, key, { algorithms: [alg], clockTolerance: ANY_TIME_SECONDS }));
  } catch (error) {
    if (error instanceof PartnerServerError) throw error;
    throw rejected('the token is not of this tenant of Keyless', error);
  }
  const claims = transactionClaims.safeParse(payload);
  if (!claims.success) throw rejected('the claims of the token are not as the contract says');
  return claims.data as TransactionClaims;
}

function rejected(message: string, cause?: unknown): PartnerServerError {
  return new PartnerServerError('evidence-rejected', message, cause === undefined ? {} : { cause });
}
