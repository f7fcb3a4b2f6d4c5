import { PATHS } from '@bonafide/contracts/assure';
import type { CaptureConfiguration } from '@bonafide/contracts/assure';
import { captureConfiguration } from '@bonafide/contracts/assure/validators';
import type { CallSettings } from '../gateway/gateway-client.ts';
import { readAnswer } from '../gateway/read-answer.ts';
import type { AssureCall, AssureClient } from './assure-client.ts';

/** Which configuration: your own name for it, the `uiProfile` of a capture flow. */
export interface CaptureConfigurationKey extends CallSettings {
  readonly configurationId: string;
}

/** How the capture pages look and what they take. The vendor's full list of fields is not known: what you give is sent. */
export interface SetCaptureConfiguration extends CaptureConfigurationKey {
  readonly configuration: CaptureConfiguration;
}

/** @throws {PartnerServerError} `not-found` */
export async function getCaptureConfiguration(
  client: AssureClient,
  request: CaptureConfigurationKey,
): Promise<CaptureConfiguration> {
  return await exchange(client, request, { operation: 'getCaptureConfiguration' });
}

/** Tried again only when the gateway certainly did not begin. @throws {PartnerServerError} `conflict`: there is one */
export async function createCaptureConfiguration(
  client: AssureClient,
  request: SetCaptureConfiguration,
): Promise<CaptureConfiguration> {
  const json = checked(request.configuration);
  return await exchange(client, request, { operation: 'createCaptureConfiguration', method: 'POST', json });
}

/** @throws {PartnerServerError} `not-found` */
export async function updateCaptureConfiguration(
  client: AssureClient,
  request: SetCaptureConfiguration,
): Promise<CaptureConfiguration> {
  const json = checked(request.configuration);
  return await exchange(client, request, { operation: 'updateCaptureConfiguration', method: 'PUT', json });
}

function checked(configuration: CaptureConfiguration): CaptureConfiguration {
  const wrong = captureConfiguration.safeParse(configuration).error?.issues[0]?.path;
  if (wrong === undefined) return configuration;
  throw new TypeError(`${['configuration', ...wrong].map(String).join('.')} is not as the contract says`);
}

async function exchange(
  client: AssureClient,
  request: CaptureConfigurationKey,
  call: Omit<AssureCall, 'path' | 'names'>,
): Promise<CaptureConfiguration> {
  const { configurationId } = request;
  const response = await client.call(
    { ...call, path: PATHS.captureConfiguration, names: { configurationId } },
    request,
  );
  return readAnswer(response, captureConfiguration) as CaptureConfiguration;
}
