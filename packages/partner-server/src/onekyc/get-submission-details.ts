import { HEADERS, PATHS } from '@bonafide/contracts/onekyc';
import type { SubmissionDetailsData, SubmissionDetailsResponse } from '@bonafide/contracts/onekyc';
import { submissionDetailsResponse } from '@bonafide/contracts/onekyc/validators';
import { PartnerServerError } from '../partner-server-error.ts';
import type { CallSettings } from '../gateway/gateway-client.ts';
import { callerHeaders, requireText } from '../gateway/header-text.ts';
import type { OneKycUser } from './initiate-flow.ts';
import type { OneKycClient } from './onekyc-client.ts';
import { readAnswer } from '../gateway/read-answer.ts';

/** Which submission: by the partner's name for the check, by the gateway's, or by both. */
export type SubmissionKey =
  | { readonly correlationId: string; readonly submissionId?: string | undefined }
  | { readonly correlationId?: undefined; readonly submissionId: string };

/** Which submission, and the call's own settings. */
export type GetSubmissionDetails = SubmissionKey &
  CallSettings & {
    /** Whose submission it must be. Gateways may ask for it. */
    readonly user?: OneKycUser | undefined;
  };

/** Details as the gateway gave them, fields of the future included. */
export type SubmissionDetails = SubmissionDetailsData;

export interface DetailsAnswer {
  readonly details: SubmissionDetails;
  readonly retryAfterMs: number | undefined;
}

/** `GET /coe/v1/submissions`, with what the server says about asking again. */
export async function fetchSubmissionDetails(
  client: OneKycClient,
  request: GetSubmissionDetails,
  maxAttempts?: number,
): Promise<DetailsAnswer> {
  const { correlationId, submissionId, user, signal } = request;
  if (correlationId === undefined && submissionId === undefined)
    throw new TypeError('a correlationId or a submissionId is needed');
  const named = {
    [HEADERS.partnerSessionId]: correlationId,
    [HEADERS.submissionId]: submissionId,
    [HEADERS.partnerUserId]: user?.id,
    [HEADERS.partnerUserIdType]: user?.idType,
  };
  const headers: Record<string, string> = callerHeaders(request.headers);
  for (const [name, value] of Object.entries(named)) {
    if (value === undefined) continue;
    requireText(value, name);
    headers[name] = value;
  }
  const response = await client.call({
    operation: 'getSubmissionDetails',
    url: client.settings.urls.gateway + PATHS.submissionDetails,
    headers,
    signal,
    ...(maxAttempts === undefined ? {} : { maxAttempts }),
  });
  const { data } = readAnswer(response, submissionDetailsResponse) as SubmissionDetailsResponse;
  checkIdentity(data, request, response.requestId);
  return { details: data, retryAfterMs: response.retryAfterMs };
}

/** The decision about somebody else must never be taken for the answer to this question. */
function checkIdentity(
  details: SubmissionDetails,
  { correlationId, submissionId }: SubmissionKey,
  requestId?: string,
): void {
  const isOther =
    (correlationId !== undefined && details.partnerSessionId !== correlationId) ||
    (submissionId !== undefined && details.submissionId !== submissionId);
  if (isOther)
    throw new PartnerServerError('invalid-response', 'the answer is about another submission', { requestId });
}
