import { randomInt } from 'node:crypto';
import * as z from 'zod';
import { dateOf } from '../../clock.ts';
import { addTimeline } from '../../database/add-timeline.ts';
import { hostedSubject } from '../../database/schema.ts';
import { originOf } from '../../gateway/origin-of.ts';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { findHandover } from '../find-handover.ts';
import { refuseHosted } from '../hosted-dialect.ts';
import { createHostedSecret } from '../hosted-secret.ts';
import { authenticatePage } from '../hosted-session.ts';
import { lockCheck } from '../lock-check.ts';

/** How long a link waits to be opened. Source: guess; long enough to find the phone. */
const LINK_MS = 5 * 60_000;
/** Digits of the number that both screens show. */
const CODE_DIGITS = 4;

const created = z.object({ url: z.string(), expiresInSeconds: z.int().min(1) });

/** A link to a phone. It takes the place of one that was made before, unless a phone has the check already. */
export const createHostedHandover = {
  operation: 'createHostedHandover',
  path: '/checks/{checkId}/handover',
  status: 201,
  response: created,
  async handle(gateway, exchange) {
    const check = await authenticatePage(gateway, exchange);
    const { clock, db } = gateway;
    const { secret, hash } = createHostedSecret();
    const lifeMs = Math.min(LINK_MS, check.expires_at.getTime() - clock.now());
    await db.transaction().execute(async (trx) => {
      const { state } = await lockCheck(trx, check.id);
      const before = await findHandover(gateway, trx, check.id);
      if (state !== 'open' || lifeMs <= 0 || before?.state === 'connected') throw refuseHosted('state-conflict');
      const offered = {
        link_hash: hash,
        state: 'offered',
        code: String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0'),
        phone_hash: null,
        expires_at: dateOf(clock, lifeMs),
      } as const;
      await trx
        .insertInto('hosted_handover')
        .values({ hosted_check_id: check.id, ...offered })
        .onConflict((conflict) => conflict.column('hosted_check_id').doUpdateSet(offered))
        .execute();
      await addTimeline(trx, clock, hostedSubject(check.id), 'offered-to-phone');
    });
    return {
      url: `${originOf(gateway, exchange.context)}/hosted/index.html#/phone-v1?token=${secret}`,
      expiresInSeconds: Math.ceil(lifeMs / 1_000),
    };
  },
} as const satisfies OperationDefinition<typeof created>;
