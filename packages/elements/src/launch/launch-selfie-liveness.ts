import type { DocumentVerificationResult, SessionProvider } from '@bonafide/browser-core/session';
import type { PartialMessages } from '../messages/messages.ts';
import { defineSelfieLiveness } from '../selfie-liveness/define-selfie-liveness.ts';
import type { SelfieLiveness } from '../selfie-liveness/selfie-liveness.ts';
import { initialized } from './initialize.ts';
import { launchElement, type LaunchOptions } from './launch-element.ts';

/** What one launched check needs; what is left out comes from `initialize`. */
export interface LaunchSelfieLivenessOptions extends LaunchOptions<SelfieLiveness> {
  /** The user token from the partner's backend. */
  readonly token: string;
  readonly correlationId: string;
  /** The gateway. */
  readonly baseUrl: string;
  readonly messages?: PartialMessages;
  /** Asked for a new token on a retry. Without it the first token is used again. */
  readonly sessionProvider?: SessionProvider;
}

/**
 * Opens the selfie check over the page and resolves once the person has left it, however it ended: the result's
 * `status` says so. It is not the decision: that is read by the partner's backend. Rejects only when `signal` aborts,
 * and throws `TypeError` on options that cannot work. The focus goes back to where it was.
 */
export async function launchSelfieLiveness(options: LaunchSelfieLivenessOptions): Promise<DocumentVerificationResult> {
  const settings = { ...initialized(), ...options };
  for (const name of ['token', 'correlationId', 'baseUrl'] as const) {
    if (typeof settings[name] !== 'string' || settings[name] === '') {
      throw new TypeError(`launchSelfieLiveness: '${name}' has to be a text that is not empty`);
    }
  }
  const { token, correlationId, baseUrl, sessionProvider, messages } = settings;
  settings.signal?.throwIfAborted();
  defineSelfieLiveness();
  const element = document.createElement('selfie-liveness');
  element.session = { token, correlationId };
  element.correlationId = correlationId;
  element.baseUrl = baseUrl;
  if (sessionProvider !== undefined) element.sessionProvider = sessionProvider;
  if (messages !== undefined) element.messages = messages;
  const result = (): DocumentVerificationResult => element.result ?? cancelledResult(correlationId);
  return launchElement({ element, prefix: 'liveness', result }, settings);
}

function cancelledResult(correlationId: string): DocumentVerificationResult {
  return {
    correlationId,
    status: 'NOT_COMPLETED',
    extra: { errorCode: 'USER_CANCELLED', detailedErrorCode: 'aborted', errorMessage: 'The check was closed.' },
  };
}
