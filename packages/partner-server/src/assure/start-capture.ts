import { PATHS } from '@bonafide/contracts/assure';
import type { CaptureFlow, CaptureParameters, CaptureProvider, StartCaptureRequest } from '@bonafide/contracts/assure';
import { captureFlow, startCaptureRequest } from '@bonafide/contracts/assure/validators';
import { readAnswer } from '../gateway/read-answer.ts';
import { PartnerServerError } from '../partner-server-error.ts';
import type { AssureClient } from './assure-client.ts';
import type { DossierKey } from './get-dossier.ts';

/** A check on the vendor's own capture pages. */
export interface StartCapture extends DossierKey {
  /** At least one, for example `{ provider: 'onfido', processType: 'documentSelfie' }`. */
  readonly providers: readonly CaptureProvider[];
  /** Where the browser goes at the end; `readCaptureReturn` reads what it brings. */
  readonly redirectUrl?: string;
  /** `native` for the provider's own SDK. */
  readonly sdk?: string;
  /** Where the notification goes. The vendor must have allowed it. */
  readonly notificationUrl?: string;
  /** `uiProfile` names a capture configuration. */
  readonly captureParameters?: CaptureParameters;
}

/** `POST …/capture`. Tried again only when the gateway certainly did not begin. */
export async function startCapture(client: AssureClient, request: StartCapture): Promise<CaptureFlow> {
  const { dossierId, providers, redirectUrl, sdk, notificationUrl, captureParameters } = request;
  const json: StartCaptureRequest = {
    providers: [...providers],
    ...(redirectUrl !== undefined && { redirectUrl }),
    ...(sdk !== undefined && { sdk }),
    ...(notificationUrl !== undefined && { notificationUrl }),
    ...(captureParameters !== undefined && { captureParameters }),
  };
  const wrong = startCaptureRequest.safeParse(json).error?.issues[0]?.path;
  if (wrong !== undefined) throw new TypeError(`${wrong.map(String).join('.')} is not as the contract says`);
  const names = { dossierId };
  const response = await client.call(
    { operation: 'startCapture', path: PATHS.capture, method: 'POST', names, json },
    request,
  );
  const flow = readAnswer(response, captureFlow) as CaptureFlow;
  // A browser is sent there, so that it must be a page and nothing that runs where it is put.
  if (URL.canParse(flow.url) && /^https?:$/.test(new URL(flow.url).protocol)) return flow;
  const { status, requestId } = response;
  throw new PartnerServerError('invalid-response', 'the url of the flow is not an address', { status, requestId });
}
