import { PATHS } from '@bonafide/contracts/assure';
import type {
  AssureProcess,
  Consents,
  CreateProcessRequest,
  Location,
  ProcessParameters,
} from '@bonafide/contracts/assure';
import { createProcessRequest, process } from '@bonafide/contracts/assure/validators';
import { requireText } from '../gateway/header-text.ts';
import { readAnswer } from '../gateway/read-answer.ts';
import { PartnerServerError } from '../partner-server-error.ts';
import type { AssureClient } from './assure-client.ts';
import type { DossierKey } from './get-dossier.ts';
import { missingForOnfido } from './missing-for-onfido.ts';

/** One attempt to verify the dossier's end-user. */
export interface CreateProcess extends DossierKey {
  /** Default: `onfido`. */
  readonly provider?: string;
  /** With Onfido `document`, `documentSelfie` or `documentVideo`. */
  readonly processType: string;
  /** For example `passport`. */
  readonly documentType?: string;
  /** Where the end-user lives. Onfido insists on it; the country is the safer of the two. */
  readonly location?: Location;
  /** Onfido insists on `privacy` of residents of the United States when a face is compared. */
  readonly consents?: Consents;
  /** Bundle or application ID of an app that uses the provider's SDK. */
  readonly mobileAppId?: string;
  /** Where the notification goes. The vendor must have allowed it. */
  readonly notificationUrl?: string;
  /** What the notification is to show in `Authorization`, as it stands. */
  readonly authorizationHeader?: string;
  /** Further parameters, of other providers. */
  readonly processParameters?: Readonly<Record<string, unknown>>;
}

/**
 * `POST /assure/dossiers/{dossierId}/processes`. Tried again only when the gateway certainly did not begin. What would be
 * refused when the verification is started, after the person has shown everything, is refused here and nothing is sent.
 */
export async function createProcess(client: AssureClient, request: CreateProcess): Promise<AssureProcess> {
  const { dossierId } = request;
  const json = toBody(request);
  const response = await client.call(
    { operation: 'createProcess', path: PATHS.processes, method: 'POST', names: { dossierId }, json },
    request,
  );
  return readAnswer(response, process) as AssureProcess;
}

function toBody(request: CreateProcess): CreateProcessRequest {
  const { provider = 'onfido', processType, documentType, notificationUrl, authorizationHeader } = request;
  const { location, consents, mobileAppId } = request;
  if (authorizationHeader !== undefined) requireText(authorizationHeader, 'authorizationHeader');
  const processParameters: ProcessParameters = {
    ...request.processParameters,
    ...(location && { location }),
    ...(consents && { consents }),
    ...(mobileAppId !== undefined && { mobileAppId }),
  };
  const body: CreateProcessRequest = {
    provider,
    processType,
    ...(documentType !== undefined && { documentType }),
    ...(notificationUrl !== undefined && { notificationUrl }),
    ...(authorizationHeader !== undefined && { authorizationHeader }),
    ...(Object.keys(processParameters).length > 0 && { processParameters }),
  };
  const wrong = createProcessRequest.safeParse(body).error?.issues[0]?.path;
  if (wrong !== undefined) throw new TypeError(`${wrong.map(String).join('.')} is not as the contract says`);
  const missing = provider === 'onfido' ? missingForOnfido(processType, processParameters) : undefined;
  if (missing !== undefined) throw new PartnerServerError(missing, MESSAGES[missing]);
  return body;
}

const MESSAGES = {
  'location-required': 'the verification would fail: give location.countryOfResidence (or location.ipAddress)',
  'consent-required':
    'the verification would fail: a resident of the United States must have consented (consents.privacy) before a face is compared',
} as const;
