import * as contract from '@bonafide/contracts/assure/validators';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { toDataUrl } from '../data-url.ts';
import { findDossier } from '../find.ts';
import { noFiles } from '../problems.ts';

/** The pictures of a dossier. There is never a `portrait`: how one is copied is not known. */
export const getFiles = {
  operation: 'getFiles',
  path: '/assure/dossiers/{dossierId}/files',
  response: contract.dossierFiles,
  async handle(gateway, exchange) {
    const { id } = await findDossier(gateway, exchange);
    const files = await gateway.db
      .selectFrom('dossier_file')
      .select(['name', 'content_type', 'bytes'])
      .where('dossier_id', '=', id)
      .orderBy('name')
      .execute();
    // The contract has no answer without a picture.
    if (files.length === 0) throw noFiles();
    return Object.fromEntries(
      files.map(({ name, content_type: contentType, bytes }) => [name, toDataUrl({ contentType, bytes })]),
    );
  },
} as const satisfies OperationDefinition<typeof contract.dossierFiles>;
