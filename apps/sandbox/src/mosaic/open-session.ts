import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { dateOf } from '../clock.ts';
import type { VerificationRow } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { originOf } from '../gateway/origin-of.ts';
import type { HostedDocument } from '../hosted/hosted-words.ts';
import { openHostedCheck } from '../hosted/open-hosted-check.ts';
import { addFaults, isBeforeFlow, takeArmedScenario, verificationScope } from '../scenarios/fault-store.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { type MockBehavior, toHostedScenario } from './mock-behavior.ts';
import { createStartToken } from './start-token.ts';

/** How long pictures can be handed in. The vendor gives an `expiration` and does not say how long. Source: guess. */
const SESSION_MS = 30 * 60_000;

/**
 * Passport, driving licence and national identity card are named in the vendor's samples; the table of countries could not be
 * read. An Indonesian card has one side.
 */
const DOCUMENTS: readonly HostedDocument[] = [
  { documentType: 'passport', sides: ['front'] },
  { documentType: 'identityCard', sides: ['front', 'back'] },
  { documentType: 'ktp', sides: ['front'], issuingCountries: ['IDN'] },
  { documentType: 'driversLicense', sides: ['front', 'back'] },
];

export interface OpenSession {
  readonly kind: VerificationRow['kind'];
  readonly clientId: string;
  readonly callbackUrl?: string | undefined;
  readonly state?: string | undefined;
  readonly mock?: MockBehavior | undefined;
  readonly customerInformation?: Record<string, unknown> | undefined;
  readonly timeToLiveMs: number;
  /** Of a face authentication. */
  readonly reference?: Uint8Array;
  readonly scenario: Scenario | null;
}

export interface OpenedSession {
  readonly row: VerificationRow;
  /** Known to nobody but the caller from now on. */
  readonly startToken: string;
}

/** A session with the hosted check that is made for it. */
export function openSession(gateway: Gateway, context: Context, wanted: OpenSession): Promise<OpenedSession> {
  const { clock, db, settings } = gateway;
  const { kind, clientId, callbackUrl = null, state = null, mock = null, customerInformation = null } = wanted;
  const { token, hash } = createStartToken();
  return db.transaction().execute(async (trx) => {
    const scenario = wanted.scenario ?? (await takeArmedScenario(trx, clientId, 'mosaic'));
    const row = await trx
      .insertInto('verification')
      .values({
        // As the vendor's example looks.
        id: randomBytes(16).toString('hex'),
        kind,
        client_id: clientId,
        start_hash: hash,
        callback_url: callbackUrl,
        state,
        mock: mock === null ? null : JSON.stringify(mock),
        customer_information: customerInformation === null ? null : JSON.stringify(customerInformation),
        scenario: scenario === null ? null : JSON.stringify(scenario),
        result: null,
        created_at: dateOf(clock),
        expires_at: dateOf(clock, SESSION_MS),
        // No longer than everything else here is kept.
        erase_at: dateOf(clock, Math.min(wanted.timeToLiveMs, settings.resultsMs)),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await addFaults(
      trx,
      verificationScope(row.id),
      (scenario?.faults ?? []).filter((fault) => !isBeforeFlow(fault)),
    );
    await openHostedCheck(trx, gateway, originOf(gateway, context), hostedRequestOf(row, wanted.reference));
    return { row, startToken: token };
  });
}

/** What the hosted page is asked to do for a session; the same whenever its address is opened. */
export function hostedRequestOf(row: VerificationRow, reference: Uint8Array | null = null) {
  return {
    system: 'mosaic' as const,
    clientId: row.client_id,
    ownerRef: row.id,
    correlationId: row.id,
    kind: row.kind === 'verification' ? ('identity' as const) : ('selfie' as const),
    documents: DOCUMENTS,
    expiresAt: row.expires_at,
    reference,
    scenario: toHostedScenario(row.mock, row.scenario),
  };
}
