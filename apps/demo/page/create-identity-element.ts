import '@bonafide/elements/define/id-verification';
import type { DocumentType, IdentityGateway } from '@bonafide/browser-core/identity';
import { IdVerification } from '@bonafide/elements';
import type { CheckContext } from './check.ts';
import { openSampleDocument } from './sample-camera.ts';

export interface IdentityElementOptions {
  readonly createGateway: () => IdentityGateway;
  /** Says which process ended. */
  readonly onComplete: (processId: string) => void;
  /** What lies before the sample camera until another document is chosen. */
  readonly document: DocumentType;
}

/** `<id-verification>` in front of a gateway. */
export async function createIdentityElement(
  { wishes, log, signal, onLeave, onFailure }: CheckContext,
  { createGateway, onComplete, document: firstDocument }: IdentityElementOptions,
): Promise<IdVerification> {
  const element = new IdVerification();
  element.createGateway = createGateway;
  element.assetsUrl = new URL('bonafide/', document.baseURI).href;
  element.lang = wishes.lang;
  element.allowUpload = true;
  element.resultScreen = true;
  if (wishes.source === 'sample') {
    const sample = await openSampleDocument(wishes.sample, firstDocument, signal);
    element.videoSource = sample.stream;
    element.addEventListener('idv-document-select', ({ detail }) => void sample.choose(detail.type));
    element.addEventListener('idv-step', ({ detail }) => void sample.show(detail.to));
  }
  element.addEventListener('idv-state', ({ detail }) => {
    log.add({ lane: 'page', what: `Element: ${detail.to}`, quiet: true });
  });
  element.addEventListener('idv-error', ({ detail }) => onFailure(detail.code));
  element.addEventListener('idv-unsupported', ({ detail }) => onFailure(detail.code));
  element.addEventListener('idv-complete', ({ detail }) => {
    if (detail.processId !== null) onComplete(detail.processId);
  });
  element.addEventListener('idv-close', onLeave);
  signal.addEventListener('abort', () => element.dispose(), { once: true });
  return element;
}
