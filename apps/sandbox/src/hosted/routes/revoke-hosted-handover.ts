import * as z from 'zod';
import { addTimeline } from '../../database/add-timeline.ts';
import { hostedSubject } from '../../database/schema.ts';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { authenticatePage } from '../hosted-session.ts';
import { lockCheck } from '../lock-check.ts';

/** The page takes the check back: link and phone are of no more use. What the phone has handed in stays. */
export const revokeHostedHandover = {
  operation: 'revokeHostedHandover',
  path: '/checks/{checkId}/handover',
  status: 204,
  response: z.null(),
  async handle(gateway, exchange) {
    const check = await authenticatePage(gateway, exchange);
    const { clock, db } = gateway;
    await db.transaction().execute(async (trx) => {
      await lockCheck(trx, check.id);
      const gone = await trx
        .deleteFrom('hosted_handover')
        .where('hosted_check_id', '=', check.id)
        .returning('state')
        .executeTakeFirst();
      if (gone !== undefined) await addTimeline(trx, clock, hostedSubject(check.id), 'taken-back');
    });
    return null;
  },
} as const satisfies OperationDefinition<z.ZodNull>;
