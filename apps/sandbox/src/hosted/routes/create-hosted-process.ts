import * as contract from '@bonafide/contracts/capture-backend/validators';
import * as z from 'zod';
import { addTimeline } from '../../database/add-timeline.ts';
import { hostedSubject } from '../../database/schema.ts';
import { readJson } from '../../gateway/read-body.ts';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { refuseHosted } from '../hosted-dialect.ts';
import { authenticateHosted, holdHosted } from '../hosted-session.ts';
import { requirementsOf } from '../process-state.ts';

/** As the contract has it; beyond it, null where no document is looked at. */
const request = z.object({
  documentType: z.string().min(1).nullable(),
  issuingCountry: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
});

/** The person chose a document. Another can be chosen until the first pictures have been handed in. */
export const createHostedProcess = {
  operation: 'createHostedProcess',
  path: '/checks/{checkId}/processes',
  status: 201,
  response: contract.createdProcess,
  async handle(gateway, exchange) {
    const check = await authenticateHosted(gateway, exchange);
    const parsed = request.safeParse(await readJson(exchange.context));
    if (!parsed.success) throw refuseHosted('request-invalid');
    const { documentType, issuingCountry } = parsed.data;
    const option = check.documents.find((document) => document.documentType === documentType);
    const isPossible = check.kind === 'selfie' ? documentType === null : option !== undefined;
    const isFrom = issuingCountry === undefined || (option?.issuingCountries?.includes(issuingCountry) ?? true);
    if (!isPossible || !isFrom) throw refuseHosted('document-unsupported');
    const chosen = await gateway.db.transaction().execute(async (trx) => {
      const before = await holdHosted(trx, gateway, exchange, check.id);
      const row = await trx
        .updateTable('hosted_check')
        .set({ document_type: documentType, issuing_country: issuingCountry ?? null })
        .where('id', '=', check.id)
        .where('state', '=', 'open')
        .where('attempts_used', '=', 0)
        .returningAll()
        .executeTakeFirst();
      if (row === undefined) throw refuseHosted('state-conflict');
      // Of another document nothing is kept.
      if (before.document_type !== documentType) {
        await trx
          .deleteFrom('artefact')
          .where('hosted_check_id', '=', check.id)
          .where('document_type', 'in', ['FRONT', 'BACK'])
          .execute();
      }
      await addTimeline(trx, gateway.clock, hostedSubject(check.id), 'chosen', { documentType });
      return row;
    });
    return { processId: chosen.id, requirements: requirementsOf(chosen) };
  },
} as const satisfies OperationDefinition<typeof contract.createdProcess>;
