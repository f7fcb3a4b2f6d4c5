import * as contract from '@bonafide/contracts/onekyc/validators';
import { dateOf } from '../../clock.ts';
import { authenticateCredentials } from '../authenticate-partner.ts';
import { unauthorized } from '../refusals.ts';
import { requireHeader } from '../require-header.ts';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';

/** The older way to a user token. It names no correlation id: the token is bound to the first one it is used with. */
export const getUserToken = {
  operation: 'getUserToken',
  path: '/v2/coe/authentication',
  response: contract.userTokenResponse,
  async handle(gateway, exchange) {
    const client = await authenticateCredentials(gateway, exchange);
    const onboardingPartner = requireHeader(exchange, 'x-onboarding-partner');
    const partnerUserId = requireHeader(exchange, 'x-partner-user-id');
    const partnerUserIdType = requireHeader(exchange, 'x-partner-user-id-type');
    if (!client.onboardingPartners.includes(onboardingPartner)) throw unauthorized('getUserToken');
    const flowId = crypto.randomUUID();
    await gateway.db
      .insertInto('flow')
      .values({
        id: flowId,
        client_id: client.clientId,
        onboarding_partner: onboardingPartner,
        partner_user_id: partnerUserId,
        partner_user_id_type: partnerUserIdType,
        partner_session_id: null,
        flow: flowOf(onboardingPartner),
        source: 'SDK',
        reference_image_url: null,
        scenario: null,
        attempts_allowed: gateway.settings.attempts,
        created_at: dateOf(gateway.clock),
      })
      .execute();
    const claims = { kind: 'user', clientId: client.clientId, flowId, generation: 1 } as const;
    const { token, expirySeconds, expiresAt } = await gateway.tokens.issue(claims);
    return { success: true, data: { token, expiry_seconds: String(expirySeconds), expires_at: String(expiresAt) } };
  },
} as const satisfies OperationDefinition<typeof contract.userTokenResponse>;

/** `CLIENT_X-SDK-COE_FACE_VERIFICATION` says which flow; without a flow that the contract knows it is selfie liveness. */
function flowOf(onboardingPartner: string): string {
  const suffix = /(?:^|-)COE_(\w+)$/.exec(onboardingPartner)?.[1];
  return contract.flow.safeParse(suffix).data ?? 'STANDALONE_LIVENESS';
}
