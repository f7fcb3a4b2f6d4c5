import type { FlowRow, HostedCheckRow } from '../database/schema.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { HostedOwner, HostedReference } from '../hosted/hosted-owner.ts';
import type { FetchReferenceImage } from './fetch-reference-image.ts';
import { recordHostedSubmission } from './record-hosted-submission.ts';
import { toReturnAddress } from './to-return-address.ts';

/** OneKYC's flows on the hosted page: each attempt is a submission, and the browser goes back as its web guide says. */
export function createOneKycHostedOwner(gateway: Gateway, fetchReferenceImage: FetchReferenceImage): HostedOwner {
  return {
    async reference(check, signal) {
      const flow = await flowOf(gateway.db, check);
      const client = gateway.settings.clients.get(flow.client_id) ?? null;
      return toReference(flow, await fetchReferenceImage(flow, client, signal));
    },
    async attempted(trx, check, attempt) {
      await recordHostedSubmission(trx, gateway, await flowOf(trx, check), attempt);
    },
    async concluded(trx, check, ending) {
      return toReturnAddress(await flowOf(trx, check), ending);
    },
  };
}

function flowOf(db: Gateway['db'], { owner_ref }: HostedCheckRow): Promise<FlowRow> {
  return db.selectFrom('flow').selectAll().where('id', '=', owner_ref).executeTakeFirstOrThrow();
}

function toReference(flow: FlowRow, found: Awaited<ReturnType<FetchReferenceImage>>): HostedReference {
  // Liveness alone needs no reference; a comparison without one cannot succeed.
  if (found.outcome !== 'none' || flow.flow === 'STANDALONE_LIVENESS') return found;
  return { outcome: 'unavailable', reason: 'REFERENCE_IMAGE_NOT_FOUND' };
}
