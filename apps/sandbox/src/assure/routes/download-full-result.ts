import * as z from 'zod';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { findProcess } from '../find.ts';
import { packFullResult } from '../pack-full-result.ts';
import { notEnded } from '../problems.ts';

const file = z.instanceof(Uint8Array);

/** All that is known of a process that has ended, in one file. */
export const downloadFullResult = {
  operation: 'downloadFullResult',
  path: '/assure/dossiers/{dossierId}/processes/{processId}/full-result',
  contentType: 'application/zip',
  response: file,
  async handle(gateway, exchange) {
    const row = await findProcess(gateway, exchange);
    if (row.status === 'pending' || row.status === 'processing') throw notEnded();
    const pictures = await gateway.db
      .selectFrom('artefact')
      .select(['document_type', 'content_type', 'bytes'])
      .where('process_id', '=', row.id)
      .orderBy('document_type')
      .execute();
    return packFullResult(row, pictures);
  },
} as const satisfies OperationDefinition<typeof file>;
