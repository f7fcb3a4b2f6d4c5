import * as contract from '@bonafide/contracts/assure/validators';
import { dateOf } from '../../clock.ts';
import type { Gateway } from '../../gateway/gateway.ts';
import { originOf } from '../../gateway/origin-of.ts';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { openHostedCheck } from '../../hosted/open-hosted-check.ts';
import { isTargetAllowed } from '../../outbound/guarded-fetch.ts';
import { documentTypesOf, findCaptureConfiguration } from '../capture-configuration.ts';
import { type DocumentType, PROVIDER, toSides } from '../document-types.ts';
import { findDossier } from '../find.ts';
import { checkProcessRequest, openProcess, takeSentScenario } from '../open-process.ts';
import { forbiddenProvider, invalidRequest } from '../problems.ts';
import { readRequest } from '../read-request.ts';

/** From the start until the last picture must have been handed in. Source: guess. */
const FLOW_MS = 30 * 60_000;

/** Opens a process that is captured on the hosted pages, as the client has configured them. */
export const startCapture = {
  operation: 'startCapture',
  path: '/assure/dossiers/{dossierId}/capture',
  status: 201,
  response: contract.captureFlow,
  async handle(gateway, exchange) {
    const dossier = await findDossier(gateway, exchange);
    const request = await readRequest(exchange, contract.startCaptureRequest);
    const [wanted, ...others] = request.providers;
    if (wanted === undefined) throw invalidRequest('The request is not valid at providers.');
    if ([wanted, ...others].some(({ provider }) => provider !== PROVIDER)) throw forbiddenProvider();
    if (others.length > 0) throw invalidRequest('A flow with several providers is not supported.');
    const { redirectUrl, notificationUrl, captureParameters } = request;
    if (redirectUrl !== undefined && !isTargetAllowed(redirectUrl, gateway.settings)) {
      throw invalidRequest('The redirect URL is not allowed.');
    }
    requireLanguage(captureParameters?.uiLanguage);
    const { provider, processType } = wanted;
    const toCreate = { provider, processType, ...(notificationUrl === undefined ? {} : { notificationUrl }) };
    checkProcessRequest(gateway, toCreate);
    if (processType === 'documentVideo') throw invalidRequest('A video cannot be captured.');
    const documentTypes = await allowedDocuments(gateway, dossier.client_id, captureParameters?.uiProfile);
    const sent = await takeSentScenario(gateway, exchange, dossier);
    const { created, launchUrl } = await gateway.db.transaction().execute(async (trx) => {
      const process = await openProcess(trx, gateway, dossier, toCreate, sent, { redirectUrl: redirectUrl ?? null });
      const opened = await openHostedCheck(trx, gateway, originOf(gateway, exchange.context), {
        system: 'assure',
        clientId: dossier.client_id,
        ownerRef: process.id,
        correlationId: dossier.id,
        kind: processType === 'document' ? 'document' : 'identity',
        expiresAt: dateOf(gateway.clock, FLOW_MS),
        locale: captureParameters?.uiLanguage ?? null,
        documents: documentTypes.map((documentType) => ({ documentType, sides: toSides(documentType) })),
        scenario: process.scenario,
      });
      return { created: process, launchUrl: opened.launchUrl };
    });
    exchange.notes.submissionId = created.id;
    exchange.notes.scripted = created.scenario !== null;
    return { url: launchUrl, processId: created.id };
  },
} as const satisfies OperationDefinition<typeof contract.captureFlow>;

/** A page that does not understand its language does not open. */
function requireLanguage(uiLanguage: string | undefined): void {
  try {
    Intl.getCanonicalLocales(uiLanguage);
  } catch {
    throw invalidRequest('The request is not valid at captureParameters.uiLanguage.');
  }
}

async function allowedDocuments(
  { db }: Gateway,
  clientId: string,
  uiProfile: string | undefined,
): Promise<readonly DocumentType[]> {
  const configuration = uiProfile === undefined ? {} : await findCaptureConfiguration(db, clientId, uiProfile);
  if (configuration === null) throw invalidRequest('The capture configuration does not exist.');
  const documentTypes = documentTypesOf(configuration);
  if (documentTypes.length === 0) throw invalidRequest('The capture configuration takes no document of the provider.');
  return documentTypes;
}
