import type { IdentityGateway, IdentityOutcome, IdentityPhase } from '@bonafide/browser-core/identity';
import { defineIdVerification } from '../id-verification/define-id-verification.ts';
import type { IdVerificationMessages } from '../id-verification/id-verification-properties.ts';
import type { IdVerification } from '../id-verification/id-verification.ts';
import { initializedForAll } from './initialize.ts';
import { launchElement, type LaunchOptions } from './launch-element.ts';

/**
 * What one launched identity check needs: `baseUrl` or `createGateway`. Of what is left out, looks, language, assets,
 * consent, result screen, help, `assist` and `screenLight` come from `initialize`.
 */
export interface LaunchIdVerificationOptions extends LaunchOptions<IdVerification> {
  /** Your own backend, where it serves the capture protocol (`specs/capture-backend.yaml`). */
  readonly baseUrl?: string;
  /** Secret of one process, where the backend has made it already. */
  readonly captureToken?: string;
  /** Makes the gateway, such as `createOneKycIdentityGateway`; before `baseUrl`. */
  readonly createGateway?: () => IdentityGateway;
  /** Who gets the pictures, as the consent text names them. Default: the page's host. */
  readonly recipient?: string;
  readonly messages?: IdVerificationMessages;
}

/** How a launched identity check ended. It is not the decision: that is read by the partner's backend. */
export interface LaunchIdVerificationResult {
  /** `cancelled` where the person left before an end, `error` where the check could not go on. */
  readonly status: IdentityOutcome['status'];
  /** Of the process at the gateway; null where the gateway has not ended one. */
  readonly processId: string | null;
  /** The gateway's own word for the end; null where it said none. */
  readonly word: string | null;
}

/**
 * Opens the identity check over the page and resolves once the person has left it, however it ended: the result's
 * `status` says so. Rejects only when `signal` aborts, and throws `TypeError` on options that cannot work. The focus
 * goes back to where it was.
 */
export async function launchIdVerification(options: LaunchIdVerificationOptions): Promise<LaunchIdVerificationResult> {
  const { baseUrl = '', captureToken, createGateway, recipient, messages } = options;
  if (baseUrl === '' && createGateway === undefined) {
    throw new TypeError(`launchIdVerification: 'baseUrl' or 'createGateway' has to be given`);
  }
  options.signal?.throwIfAborted();
  defineIdVerification();
  const element = document.createElement('id-verification');
  element.baseUrl = baseUrl;
  if (captureToken !== undefined) element.captureToken = captureToken;
  if (createGateway !== undefined) element.createGateway = createGateway;
  if (recipient !== undefined) element.recipient = recipient;
  if (messages !== undefined) element.messages = messages;
  const result = (): LaunchIdVerificationResult => element.outcome ?? withoutOutcome(element.state);
  return launchElement({ element, prefix: 'idv', result }, { ...initializedForAll(), ...options });
}

function withoutOutcome(phase: IdentityPhase): LaunchIdVerificationResult {
  const hasFailed = phase === 'error' || phase === 'unsupported';
  return { status: hasFailed ? 'error' : phase === 'expired' ? 'expired' : 'cancelled', processId: null, word: null };
}
