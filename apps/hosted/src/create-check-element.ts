import { createCaptureBackendGateway, type HandoverRequest } from '@bonafide/browser-core/identity';
import type { IdVerification, SelfieLiveness } from '@bonafide/elements';
import { addressOf } from './hosted-api.ts';
import type { HostedCheck } from './hosted-check.ts';

/** What the element says to the page. */
export interface CheckListeners {
  /** An attempt was judged, or the journey ended: the check may be over. */
  readonly onNews: () => void;
  /** The person gave up in the element itself. */
  readonly onCancel: () => void;
}

/** The element that makes the check, and the end of what it holds: camera and journey. */
export interface CheckElement {
  readonly element: HTMLElement;
  /** Its heading, once there is one. */
  focus(): Promise<void>;
  dispose(): void;
}

/** Loads the element that the check needs, and no other. @param isMoved Whether it was on another device before. */
export function createCheckElement(
  check: HostedCheck,
  listeners: CheckListeners,
  isMoved: boolean,
): Promise<CheckElement> {
  return check.kind === 'selfie' ? createSelfie(check, listeners) : createIdentity(check, listeners, isMoved);
}

const themeOf = ({ theme }: HostedCheck) => (theme === 'system' ? 'auto' : theme);
const attemptsLeft = ({ attempts }: HostedCheck): number => Math.max(1, attempts.max - attempts.used);
const assetsUrl = (): string => new URL('bonafide/', document.baseURI).href;

async function createSelfie(check: HostedCheck, { onNews, onCancel }: CheckListeners): Promise<CheckElement> {
  const [{ SelfieLiveness }, { createSelfieGateway }] = await Promise.all([
    import('@bonafide/elements'),
    import('./create-selfie-gateway.ts'),
    import('@bonafide/elements/define/selfie-liveness'),
    import('@bonafide/elements/define/languages'),
  ]);
  const baseUrl = addressOf(check.checkId);
  const element = new SelfieLiveness();
  element.baseUrl = baseUrl;
  // The cookie is what opens it: the session's own token goes nowhere.
  element.session = { token: 'hosted', correlationId: check.checkId };
  element.ports = {
    createGateway: () => createSelfieGateway(createCaptureBackendGateway({ baseUrl }), check.checkId),
    // Where the check is, the server says.
    store: null,
  };
  element.assetsUrl = assetsUrl();
  element.theme = themeOf(check);
  element.maxAttempts = attemptsLeft(check);
  element.cameraSelector = true;
  element.addEventListener('liveness-attempt-failed', onNews);
  element.addEventListener('liveness-complete', onNews);
  element.addEventListener('liveness-error', onNews);
  element.addEventListener('liveness-cancel', ({ detail }) => detail.reason === 'user' && onCancel());
  element.addEventListener('liveness-close', onCancel);
  return { element, focus: () => focusWhenThere(element), dispose: () => element.dispose() };
}

async function createIdentity(
  check: HostedCheck,
  { onNews, onCancel }: CheckListeners,
  isMoved: boolean,
): Promise<CheckElement> {
  const [{ IdVerification }] = await Promise.all([
    import('@bonafide/elements'),
    import('@bonafide/elements/define/id-verification'),
    import('@bonafide/elements/define/languages'),
  ]);
  const element = new IdVerification();
  element.createGateway = () => createCaptureBackendGateway({ baseUrl: addressOf(check.checkId) });
  element.assetsUrl = assetsUrl();
  element.theme = themeOf(check);
  element.maxAttempts = attemptsLeft(check);
  if (check.title !== null) element.recipient = check.title;
  if (isMoved) element.startFrom = startOf(check);
  element.addEventListener('idv-recapture', onNews);
  element.addEventListener('idv-complete', onNews);
  element.addEventListener('idv-error', onNews);
  element.addEventListener('idv-cancel', ({ detail }) => detail.reason === 'user' && onCancel());
  element.addEventListener('idv-close', onCancel);
  return { element, focus: () => focusWhenThere(element), dispose: () => element.dispose() };
}

async function focusWhenThere(element: SelfieLiveness | IdVerification): Promise<void> {
  await element.updateComplete;
  element.focus({ preventScroll: true });
}

/** Where the other device was. What the person agreed to there, they are asked again here. */
function startOf({ checkId, isBegun, documentType, issuingCountry }: HostedCheck): HandoverRequest {
  return { processId: isBegun ? checkId : null, documentType, country: issuingCountry, consent: null };
}
