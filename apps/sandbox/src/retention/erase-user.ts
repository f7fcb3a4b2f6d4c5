import type { Gateway } from '../onekyc/gateway.ts';
import { forgetFlows } from './forget-flows.ts';

/** Proof for whoever asked: how much was erased, and when. Names nobody. */
export interface ErasureReceipt {
  readonly receiptId: string;
  readonly erasedAt: string;
  readonly flows: number;
  readonly submissions: number;
  readonly images: number;
}

/** Erases all that is known of one user of one client. Their tokens end with it. */
export async function eraseUser(gateway: Gateway, clientId: string, partnerUserId: string): Promise<ErasureReceipt> {
  const { clock, db, log } = gateway;
  const flows = await db
    .selectFrom('flow')
    .select(['id', 'client_id', 'partner_session_id'])
    .where('client_id', '=', clientId)
    .where('partner_user_id', '=', partnerUserId)
    .execute();
  const ids = flows.map(({ id }) => id);
  const submissions =
    ids.length === 0 ? [] : await db.selectFrom('submission').select('id').where('flow_id', 'in', ids).execute();
  const images =
    submissions.length === 0
      ? []
      : await db
          .selectFrom('artefact')
          .select('key')
          .where(
            'submission_id',
            'in',
            submissions.map(({ id }) => id),
          )
          .where('bytes', 'is not', null)
          .execute();
  await forgetFlows(gateway, flows);
  const receipt = {
    receiptId: crypto.randomUUID(),
    erasedAt: new Date(clock.now()).toISOString(),
    flows: flows.length,
    submissions: submissions.length,
    images: images.length,
  };
  log.info('user-erased', receipt);
  return receipt;
}
