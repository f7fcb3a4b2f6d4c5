import * as z from 'zod';
import { addTimeline } from '../../database/add-timeline.ts';
import { dateOf } from '../../clock.ts';
import { hostedSubject } from '../../database/schema.ts';
import { readJson } from '../../gateway/read-body.ts';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { refuseHosted } from '../hosted-dialect.ts';
import { authenticatePage } from '../hosted-session.ts';
import { lockCheck } from '../lock-check.ts';

const confirmation = z.object({ code: z.string() });

/** The person says on the page that the phone with this number is theirs: it has the check from now on. */
export const confirmHostedHandover = {
  operation: 'confirmHostedHandover',
  path: '/checks/{checkId}/handover/confirmation',
  status: 204,
  response: z.null(),
  async handle(gateway, exchange) {
    const check = await authenticatePage(gateway, exchange);
    const request = confirmation.safeParse(await readJson(exchange.context));
    if (!request.success) throw refuseHosted('request-invalid');
    const { clock, db } = gateway;
    await db.transaction().execute(async (trx) => {
      const { ended_at } = await lockCheck(trx, check.id);
      if (ended_at !== null) throw refuseHosted('state-conflict');
      const connected = await trx
        .updateTable('hosted_handover')
        .set({ state: 'connected' })
        .where('hosted_check_id', '=', check.id)
        .where('state', '=', 'joined')
        // The number that the person saw, and not that of a phone that has come since.
        .where('code', '=', request.data.code)
        .where('expires_at', '>', dateOf(clock))
        .returning('hosted_check_id')
        .executeTakeFirst();
      if (connected === undefined) throw refuseHosted('state-conflict');
      await addTimeline(trx, clock, hostedSubject(check.id), 'went-to-phone');
    });
    return null;
  },
} as const satisfies OperationDefinition<z.ZodNull>;
