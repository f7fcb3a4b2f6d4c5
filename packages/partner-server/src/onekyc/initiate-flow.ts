import { HEADERS, PATHS } from '@bonafide/contracts/onekyc';
import type { Flow, InitiateFlowDetails, InitiateFlowResponse, Theme } from '@bonafide/contracts/onekyc';
import { initiateFlowResponse } from '@bonafide/contracts/onekyc/validators';
import { PartnerServerError } from '../partner-server-error.ts';
import type { CallSettings } from '../gateway/gateway-client.ts';
import { callerHeaders, requireText } from '../gateway/header-text.ts';
import type { OneKycClient } from './onekyc-client.ts';
import { readAnswer } from '../gateway/read-answer.ts';

/** A user as the partner names it. */
export interface OneKycUser {
  readonly id: string;
  /** What kind of identifier `id` is, in the partner's words. */
  readonly idType: string;
}

interface InitiateFlowCommon extends CallSettings {
  readonly flow: Flow;
  readonly user: OneKycUser;
  /** The partner's name for this one check. Must be new at each call. */
  readonly correlationId: string;
  readonly theme?: Theme;
  readonly additionalDetails?: Partial<InitiateFlowDetails>;
}

/** A flow whose screens are on the partner's own page. */
export interface InitiateSdkFlow extends InitiateFlowCommon {
  readonly source: 'SDK';
}

/** A flow on the hosted page, which sends the browser back to one of two addresses. */
export interface InitiateWebFlow extends InitiateFlowCommon {
  readonly source: 'WEB_SDK';
  /** Where the browser goes when processing is over, approved or not. */
  readonly successRedirectionUrl: string;
  /** Where it goes after a technical failure, a timeout, or when the user gives up. */
  readonly failureRedirectionUrl: string;
}

interface InitiatedFlow {
  readonly correlationId: string;
  readonly expiresInMs: number;
}

/** A flow that your own page carries out. */
export interface InitiatedSdkFlow extends InitiatedFlow {
  readonly source: 'SDK';
  /** User token, for the page. A secret of this one user. */
  readonly token: string;
}

/** A flow that the gateway's page carries out. */
export interface InitiatedWebFlow extends InitiatedFlow {
  readonly source: 'WEB_SDK';
  /** Where to send the browser. Carries a token: do not log it. */
  readonly launchUrl: string;
}

/** `POST /coe-partner/v1/initiate-flow`. Tried again only when the gateway certainly did not begin. */
export async function initiateFlow(
  client: OneKycClient,
  request: InitiateSdkFlow | InitiateWebFlow,
): Promise<InitiatedSdkFlow | InitiatedWebFlow> {
  const { flow, source, user, correlationId, theme, additionalDetails, signal } = request;
  const { urls, onboardingPartner } = client.settings;
  checkRequest(request);
  const response = await client.call({
    operation: 'initiateFlow',
    url: urls.gateway + PATHS.initiateFlow,
    method: 'POST',
    headers: {
      ...callerHeaders(request.headers),
      [HEADERS.onboardingPartner]: onboardingPartner,
      [HEADERS.partnerUserId]: user.id,
      [HEADERS.partnerUserIdType]: user.idType,
      [HEADERS.partnerSessionId]: correlationId,
    },
    json: {
      flow,
      source,
      ...(request.source === 'WEB_SDK'
        ? {
            successRedirectionUrl: request.successRedirectionUrl,
            failureRedirectionUrl: request.failureRedirectionUrl,
          }
        : {}),
      ...(theme === undefined ? {} : { theme }),
      ...(additionalDetails === undefined ? {} : { additionalDetails }),
    },
    signal,
  });
  const { data } = readAnswer(response, initiateFlowResponse) as InitiateFlowResponse;
  const common = { correlationId, expiresInMs: Number(data.expirySeconds) * 1000 };
  if (source === 'SDK' && data.token !== undefined) return { ...common, source, token: data.token };
  if (source === 'WEB_SDK' && data.launchUrl !== undefined) return { ...common, source, launchUrl: data.launchUrl };
  throw new PartnerServerError(
    'invalid-response',
    `the answer has no ${source === 'SDK' ? 'token' : 'launchUrl'}, which a ${source} flow needs`,
    { status: response.status, requestId: response.requestId },
  );
}

function checkRequest(request: InitiateSdkFlow | InitiateWebFlow): void {
  const { source, user, correlationId } = request;
  requireText(correlationId, 'correlationId');
  requireText(user?.id, 'user.id');
  requireText(user?.idType, 'user.idType');
  if (source !== 'SDK' && source !== 'WEB_SDK') throw new TypeError("source must be 'SDK' or 'WEB_SDK'");
  if (source !== 'WEB_SDK') return;
  for (const name of ['successRedirectionUrl', 'failureRedirectionUrl'] as const)
    if (!URL.canParse(request[name])) throw new TypeError(`${name} must be an address when source is 'WEB_SDK'`);
}
