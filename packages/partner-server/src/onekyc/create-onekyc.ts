import { fetchSubmissionDetails } from './get-submission-details.ts';
import type { GetSubmissionDetails, SubmissionDetails } from './get-submission-details.ts';
import { initiateFlow } from './initiate-flow.ts';
import type { InitiatedSdkFlow, InitiatedWebFlow, InitiateSdkFlow, InitiateWebFlow } from './initiate-flow.ts';
import { createOneKycClient } from './onekyc-client.ts';
import { toSettings } from './onekyc-options.ts';
import type { OneKycOptions } from './onekyc-options.ts';
import { waitForSubmission } from './wait-for-submission.ts';
import type { FinishedSubmission, WaitForSubmission } from './wait-for-submission.ts';

/** A partner backend's client of one OneKYC gateway. Keep one for the life of the process: it holds the partner token. */
export interface OneKyc {
  /** The partner token, from memory when there is one. You need it only for calls that this client does not make. */
  partnerToken(options?: { readonly signal?: AbortSignal }): Promise<string>;
  /**
   * Starts one check of one user: a token for the page, or the address of the hosted page.
   * @throws {PartnerServerError}
   * @throws {TypeError} when a `WEB_SDK` flow lacks an address to return to
   */
  initiateFlow(request: InitiateSdkFlow): Promise<InitiatedSdkFlow>;
  initiateFlow(request: InitiateWebFlow): Promise<InitiatedWebFlow>;
  initiateFlow(request: InitiateSdkFlow | InitiateWebFlow): Promise<InitiatedSdkFlow | InitiatedWebFlow>;
  /**
   * What the gateway knows of a submission now. Only `status: 'COMPLETED'` with `result: 'VALID'` is a yes.
   * @throws {PartnerServerError} `not-found` also until the user has uploaded something
   */
  getSubmissionDetails(request: GetSubmissionDetails): Promise<SubmissionDetails>;
  /** As `getSubmissionDetails`, once processing is over. @throws {PartnerServerError} `still-processing` */
  waitForSubmission(request: WaitForSubmission): Promise<FinishedSubmission>;
}

/** @throws {TypeError} when an option cannot work */
export function createOneKyc(options: OneKycOptions): OneKyc {
  const client = createOneKycClient(toSettings(options));

  function initiate(request: InitiateSdkFlow): Promise<InitiatedSdkFlow>;
  function initiate(request: InitiateWebFlow): Promise<InitiatedWebFlow>;
  function initiate(request: InitiateSdkFlow | InitiateWebFlow): Promise<InitiatedSdkFlow | InitiatedWebFlow>;
  function initiate(request: InitiateSdkFlow | InitiateWebFlow): Promise<InitiatedSdkFlow | InitiatedWebFlow> {
    return initiateFlow(client, request);
  }

  return {
    partnerToken: ({ signal } = {}) => client.token(signal),
    initiateFlow: initiate,
    getSubmissionDetails: async (request) => (await fetchSubmissionDetails(client, request)).details,
    waitForSubmission: (request) => waitForSubmission(client, request),
  };
}
