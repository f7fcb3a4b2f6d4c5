import type { Gateway } from '../../gateway/gateway.ts';
import { NAMED_SCENARIOS } from '../../scenarios/named-scenarios.ts';

/** Clients, what is armed for each, and the scenarios that have a name. No secrets. */
export async function listClients({ db, settings }: Gateway): Promise<Response> {
  const armed = await db.selectFrom('armed_scenario').selectAll().execute();
  const disabled = await db.selectFrom('disabled_callback').select('client_id').execute();
  const clients = [...settings.clients.values()].map((client) => ({
    clientId: client.clientId,
    onboardingPartners: client.onboardingPartners,
    hasCallback: client.callbackUrl !== undefined,
    signsCallbacks: client.callbackSecret !== undefined,
    callbackDisabled: disabled.some(({ client_id }) => client_id === client.clientId),
    minimumAgeYears: client.minimumAgeYears ?? null,
    hasReferenceImage: client.referenceImageUrl !== undefined,
    nextScenario: armed.find(({ client_id }) => client_id === client.clientId)?.scenario ?? null,
  }));
  return Response.json({ clients, scenarios: NAMED_SCENARIOS });
}
