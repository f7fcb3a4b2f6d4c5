import { createHash, randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import { dateOf } from '../clock.ts';
import { addTimeline } from '../database/add-timeline.ts';
import { type Database, type HostedCheckRow, hostedSubject } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { mediaTypeOf } from '../gateway/media-type-of.ts';
import { createCaptureNonce } from '../processing/create-capture-nonce.ts';
import { addFaults, hostedScope } from '../scenarios/fault-store.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { createHostedSecret } from './hosted-secret.ts';
import type { HostedDocument, HostedKind, HostedSystem, HostedTheme } from './hosted-words.ts';

const ATTEMPTS_ALLOWED = 3;

/** Where a document is wanted and the system does not say which. */
const ANY_DOCUMENT: readonly HostedDocument[] = [
  { documentType: 'passport', sides: ['front'] },
  { documentType: 'identityCard', sides: ['front', 'back'] },
  { documentType: 'driversLicense', sides: ['front', 'back'] },
  { documentType: 'residencePermit', sides: ['front', 'back'] },
];

export interface HostedCheckRequest {
  readonly system: HostedSystem;
  readonly clientId: string;
  /** What the system itself calls it: a check is opened once for each, and opened again gets a new address. */
  readonly ownerRef: string;
  readonly kind: HostedKind;
  /** Until then pictures can be handed in. */
  readonly expiresAt: Date;
  /** What the partner calls it, for the feed and the control page. No secret. */
  readonly correlationId?: string | null;
  /** Default 3. A scenario's own number goes before. */
  readonly attemptsAllowed?: number;
  /** BCP 47; default: what the browser asks for. */
  readonly locale?: string | null;
  /** Who asks, as the person reads it. */
  readonly title?: string | null;
  /** Default: the browser's. */
  readonly theme?: HostedTheme;
  /** Default: passport, identity card, driving licence and residence permit of any country. */
  readonly documents?: readonly HostedDocument[];
  /** An encoded JPEG, PNG or WebP that the selfie is compared with. Erased with the other pictures. */
  readonly reference?: Uint8Array | null;
  readonly scenario?: Scenario | null;
}

export interface OpenedHostedCheck {
  readonly checkId: string;
  /**
   * Opens the check, once. A secret: it goes to the person's browser and nowhere else. Its token lies in the fragment, which
   * no server, proxy or `Referer` sees, and which a link scanner that merely fetches the page does not use up.
   */
  readonly launchUrl: string;
  readonly expiresAt: Date;
}

/** A check that is over cannot be opened again. */
export class HostedCheckOverError extends Error {
  override readonly name = 'HostedCheckOverError';
}

/**
 * Opens a check, in the transaction of whatever it is for. Opening one again that is not over gives it a new address and ends
 * the old one, together with what a browser had begun by it: its session, not its attempts.
 * @throws {HostedCheckOverError} when it has ended.
 */
export async function openHostedCheck(
  trx: Transaction<Database>,
  gateway: Pick<Gateway, 'clock'>,
  /** Of this sandbox, as the browser reaches it. */
  origin: string,
  request: HostedCheckRequest,
): Promise<OpenedHostedCheck> {
  const { secret, hash } = createHostedSecret();
  const check =
    (await renew(trx, request, hash)) ??
    (await create(trx, gateway, request, hash)) ??
    (await renew(trx, request, hash));
  if (check === null) throw new HostedCheckOverError('the check has ended');
  return {
    checkId: check.id,
    launchUrl: `${origin}/hosted/index.html#/launch-v1?token=${secret}`,
    expiresAt: check.expires_at,
  };
}

/** Null where there is none, or none that is open. */
async function renew(
  trx: Transaction<Database>,
  { system, ownerRef, expiresAt }: HostedCheckRequest,
  tokenHash: string,
): Promise<HostedCheckRow | null> {
  const renewed = await trx
    .updateTable('hosted_check')
    .set({ token_hash: tokenHash, session_hash: null, claim_key_hash: null, claimed_at: null, expires_at: expiresAt })
    .where('system', '=', system)
    .where('owner_ref', '=', ownerRef)
    .where('state', 'in', ['open', 'processing'])
    .returningAll()
    .executeTakeFirst();
  if (renewed === undefined) return null;
  // A phone that had it has it no longer either.
  await trx.deleteFrom('hosted_handover').where('hosted_check_id', '=', renewed.id).execute();
  return renewed;
}

/** Null where there is one already. */
async function create(
  trx: Transaction<Database>,
  gateway: Pick<Gateway, 'clock'>,
  request: HostedCheckRequest,
  tokenHash: string,
): Promise<HostedCheckRow | null> {
  const { clock } = gateway;
  const { kind, scenario = null } = request;
  const documents = kind === 'selfie' ? [] : (request.documents ?? ANY_DOCUMENT);
  const check = await trx
    .insertInto('hosted_check')
    .values({
      id: crypto.randomUUID(),
      system: request.system,
      client_id: request.clientId,
      owner_ref: request.ownerRef,
      correlation_id: request.correlationId ?? null,
      kind,
      state: 'open',
      title: request.title ?? null,
      locale: request.locale ?? null,
      theme: request.theme ?? 'system',
      documents: JSON.stringify(documents),
      attempts_allowed: scenario?.attempts ?? request.attemptsAllowed ?? ATTEMPTS_ALLOWED,
      token_hash: tokenHash,
      capture_nonce: createCaptureNonce(),
      scenario: scenario === null ? null : JSON.stringify(scenario),
      created_at: dateOf(clock),
      expires_at: request.expiresAt,
    })
    .onConflict((conflict) => conflict.columns(['system', 'owner_ref']).doNothing())
    .returningAll()
    .executeTakeFirst();
  if (check === undefined) return null;
  await addFaults(trx, hostedScope(check.id), scenario?.faults ?? []);
  if (request.reference) await keepReference(trx, gateway, check.id, request.reference);
  await addTimeline(trx, clock, hostedSubject(check.id), 'opened', { kind, scripted: scenario !== null });
  return check;
}

async function keepReference(
  trx: Transaction<Database>,
  { clock }: Pick<Gateway, 'clock'>,
  checkId: string,
  bytes: Uint8Array,
): Promise<void> {
  const contentType = mediaTypeOf(bytes);
  if (contentType === null) throw new TypeError('reference: not a JPEG, PNG or WebP picture');
  await trx
    .insertInto('artefact')
    .values({
      key: randomBytes(24).toString('base64url'),
      reference: crypto.randomUUID(),
      ...hostedSubject(checkId),
      document_type: 'REFERENCE',
      content_type: contentType,
      bytes: Buffer.from(bytes),
      byte_count: bytes.byteLength,
      digest: createHash('sha256').update(bytes).digest('hex'),
      status: 'UPLOADED',
      uploaded_at: dateOf(clock),
    })
    .execute();
}
