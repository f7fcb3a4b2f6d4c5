import type { DocumentVerificationResult, SessionInit, SessionProvider } from '@bonafide/browser-core/session';
import type { PartialMessages } from '../messages/messages.ts';
import { defineSelfieLiveness } from '../selfie-liveness/define-selfie-liveness.ts';
import type { SelfieLiveness } from '../selfie-liveness/selfie-liveness.ts';
import { initialized } from './initialize.ts';
import { createLaunchDialog } from './launch-dialog.ts';
import { toTokens, type SelfieLivenessTheme } from './selfie-liveness-theme.ts';

/** What one launched check needs; what is left out comes from `initialize`. */
export interface LaunchSelfieLivenessOptions {
  /** The user token from the partner's backend. */
  readonly token: string;
  readonly correlationId: string;
  /** The gateway. */
  readonly baseUrl: string;
  readonly theme?: SelfieLivenessTheme | null;
  /** BCP 47 tag; the page's language where none is given. */
  readonly lang?: string;
  readonly messages?: PartialMessages;
  /** Asked for a new token on a retry. Without it the first token is used again. */
  readonly sessionProvider?: SessionProvider;
  readonly assetsUrl?: string;
  readonly consent?: 'required' | 'none';
  /** Default true: the last screen stays until the person leaves it. */
  readonly resultScreen?: boolean;
  readonly help?: boolean;
  /** Aborting closes the check; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called with the element before it is shown: for listeners and for properties that are not options here. */
  readonly onElement?: (element: SelfieLiveness) => void;
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
  const { signal } = settings;
  signal?.throwIfAborted();
  defineSelfieLiveness();
  const element = document.createElement('selfie-liveness');
  configure(element, settings);
  settings.onElement?.(element);
  const lifetime = new AbortController();
  let onRemoved = (): void => undefined;
  const dialog = createLaunchDialog(element, {
    onDismiss: () => element.requestClose(),
    onRemoved: () => onRemoved(),
  });
  try {
    return await new Promise<DocumentVerificationResult>((resolve, reject) => {
      const leave = (): void => resolve(element.result ?? cancelledResult(settings.correlationId));
      onRemoved = leave;
      element.addEventListener('liveness-close', leave);
      element.addEventListener('liveness-cancel', leave);
      // Whoever prevents it has a screen of their own; listeners further up have not heard it yet.
      element.addEventListener('liveness-unsupported', (event) => {
        queueMicrotask(() => event.defaultPrevented && leave());
      });
      if (settings.resultScreen === false) element.addEventListener('liveness-complete', leave);
      signal?.addEventListener('abort', () => reject(signal.reason as Error), { signal: lifetime.signal });
      dialog.open();
      // By hand, so that settings that cannot work are thrown from here.
      element.start();
      void element.updateComplete.then(() => element.focus());
    });
  } finally {
    lifetime.abort();
    dialog.close();
  }
}

function configure(element: SelfieLiveness, settings: LaunchSelfieLivenessOptions): void {
  const session: SessionInit = { token: settings.token, correlationId: settings.correlationId };
  element.session = session;
  element.correlationId = settings.correlationId;
  element.baseUrl = settings.baseUrl;
  element.resultScreen = settings.resultScreen ?? true;
  if (settings.sessionProvider !== undefined) element.sessionProvider = settings.sessionProvider;
  if (settings.assetsUrl !== undefined) element.assetsUrl = settings.assetsUrl;
  if (settings.consent !== undefined) element.consent = settings.consent;
  if (settings.messages !== undefined) element.messages = settings.messages;
  if (settings.lang !== undefined) element.lang = settings.lang;
  if (settings.help === true) element.fallback = 'help';
  const { theme } = settings;
  if (theme === undefined || theme === null) return;
  if (theme.scheme !== undefined) element.theme = theme.scheme;
  for (const [name, value] of toTokens(theme)) element.style.setProperty(name, value);
}

function cancelledResult(correlationId: string): DocumentVerificationResult {
  return {
    correlationId,
    status: 'NOT_COMPLETED',
    extra: { errorCode: 'USER_CANCELLED', detailedErrorCode: 'aborted', errorMessage: 'The check was closed.' },
  };
}
