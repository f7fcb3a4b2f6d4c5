import type { Gateway } from '../gateway/gateway.ts';
import { eraseSubject } from './erase-subject.ts';
import { forgetDossiers } from './forget-dossiers.ts';
import { forgetFaceUser } from './forget-face-user.ts';
import { forgetFlows } from './forget-flows.ts';

/** Proof for whoever asked: how much was erased, and when. Names nobody. */
export interface ErasureReceipt {
  readonly receiptId: string;
  readonly erasedAt: string;
  readonly flows: number;
  readonly submissions: number;
  readonly dossiers: number;
  readonly faceProfiles: number;
  readonly processes: number;
  readonly sessions: number;
  /** Enrolled faces. */
  readonly templates: number;
  readonly images: number;
}

/**
 * Erases all that is known of one user of one client: the flows of that user id, the dossiers with that external
 * reference, the face that is its profile, and the sessions and the enrolled face of that subject. Their tokens end with it.
 */
export async function eraseUser(gateway: Gateway, clientId: string, userId: string): Promise<ErasureReceipt> {
  const { clock, db, log } = gateway;
  const flows = await db
    .selectFrom('flow')
    .select(['id', 'client_id', 'partner_session_id'])
    .where('client_id', '=', clientId)
    .where('partner_user_id', '=', userId)
    .execute();
  const dossiers = await db
    .selectFrom('dossier')
    .select('id')
    .where('client_id', '=', clientId)
    .where('external_reference', '=', userId)
    .execute();
  const found = await contentsOf(gateway, { flows: flows.map(idOf), dossiers: dossiers.map(idOf) });
  await forgetFlows(gateway, flows);
  await forgetDossiers(gateway, dossiers.map(idOf));
  const recognised = await eraseSubject(gateway, clientId, userId);
  const receipt = {
    receiptId: crypto.randomUUID(),
    erasedAt: new Date(clock.now()).toISOString(),
    flows: flows.length,
    submissions: found.submissions,
    dossiers: dossiers.length,
    faceProfiles: await forgetFaceUser(gateway, clientId, userId),
    processes: found.processes,
    ...recognised,
    images: found.images,
  };
  log.info('user-erased', receipt);
  return receipt;
}

const idOf = ({ id }: { readonly id: string }): string => id;

/** How much lies below. An empty list of ids is no condition that SQL knows, so nobody is looked for then. */
async function contentsOf(
  { db }: Gateway,
  { flows, dossiers }: { readonly flows: readonly string[]; readonly dossiers: readonly string[] },
) {
  const submissions =
    flows.length === 0 ? [] : await db.selectFrom('submission').select('id').where('flow_id', 'in', flows).execute();
  const processes =
    dossiers.length === 0
      ? []
      : await db.selectFrom('process').select('id').where('dossier_id', 'in', dossiers).execute();
  // Of OneKYC a flow's, of Assure a process's: ids that nothing else has.
  const opened = [...flows, ...processes.map(idOf)];
  const checks =
    opened.length === 0
      ? []
      : await db
          .selectFrom('hosted_check')
          .select('id')
          .where('system', 'in', ['onekyc', 'assure'])
          .where('owner_ref', 'in', opened)
          .execute();
  const owners = [...submissions, ...processes, ...checks].map(idOf);
  const images =
    owners.length === 0
      ? []
      : await db
          .selectFrom('artefact')
          .select('key')
          .where((where) =>
            where.or([
              where('submission_id', 'in', owners),
              where('process_id', 'in', owners),
              where('hosted_check_id', 'in', owners),
            ]),
          )
          .where('bytes', 'is not', null)
          .execute();
  const files =
    dossiers.length === 0
      ? []
      : await db.selectFrom('dossier_file').select('name').where('dossier_id', 'in', dossiers).execute();
  return {
    submissions: submissions.length,
    processes: processes.length,
    images: images.length + files.length,
  };
}
