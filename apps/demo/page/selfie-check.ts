import '@bonafide/elements/define/selfie-liveness';
import { SelfieLiveness } from '@bonafide/elements';
import type { CheckContext } from './check.ts';
import { startOneKycSessions } from './onekyc-sessions.ts';
import { openSampleFace } from './sample-camera.ts';

/** `<selfie-liveness>` against OneKYC. */
export async function createSelfieCheck(context: CheckContext): Promise<HTMLElement> {
  const { wishes, log, signal, onLeave, onFailure } = context;
  const sessions = await startOneKycSessions('STANDALONE_LIVENESS', context);
  const element = new SelfieLiveness();
  element.baseUrl = sessions.baseUrl;
  element.session = sessions.first;
  element.sessionProvider = sessions.provider;
  element.assetsUrl = new URL('bonafide/', document.baseURI).href;
  element.lang = wishes.lang;
  element.cameraSelector = true;
  if (wishes.source === 'sample') element.videoSource = await openSampleFace(signal);
  element.addEventListener('liveness-state', (event) => {
    log.add({ lane: 'page', what: `Element: ${event.detail.to}`, quiet: true });
  });
  element.addEventListener('liveness-error', (event) => onFailure(event.detail.code));
  element.addEventListener('liveness-unsupported', (event) => onFailure(event.detail.code));
  // Passed or not, what the gateway has finished is read by the backend.
  for (const type of ['liveness-complete', 'liveness-attempt-failed'] as const) {
    element.addEventListener(type, () => void sessions.readDetails());
  }
  element.addEventListener('liveness-close', onLeave);
  signal.addEventListener('abort', () => element.dispose(), { once: true });
  return element;
}
