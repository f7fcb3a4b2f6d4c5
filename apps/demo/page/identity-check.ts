import { createCaptureBackendGateway, createCaptureBackendHandoverPort } from '@bonafide/browser-core/identity';
import type { CheckContext } from './check.ts';
import { createIdentityElement } from './create-identity-element.ts';
import { getJson } from './get-json.ts';
import { identityAddress } from './identity-address.ts';
import { showProcess } from './show-details.ts';

/** `<id-verification>` against the partner's own backend, which speaks to Assure. */
export async function createIdentityCheck(context: CheckContext): Promise<HTMLElement> {
  const { wishes, log, signal } = context;
  await fetch('/api/session', { method: 'POST', signal });
  await fetch('/api/identity-scenario', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ scenario: wishes.scenario }),
    signal,
  });
  /** The page never decides: it asks its own backend, which asks the gateway. */
  async function readDecision(captureId: string): Promise<void> {
    const path = `/api/identity-decisions/${captureId}`;
    log.add({ lane: 'page', what: 'Ask the partner backend for the decision', line: `GET ${path}` });
    showProcess(await getJson<Parameters<typeof showProcess>[0]>(path, { signal }));
  }

  const baseUrl = identityAddress();
  const element = await createIdentityElement(context, {
    createGateway: () => createCaptureBackendGateway({ baseUrl }),
    onComplete: (processId) => void readDecision(processId),
    document: 'identityCard',
  });
  element.country = wishes.issuer;
  const { lang, issuer } = wishes;
  element.handoverPort = createCaptureBackendHandoverPort({
    baseUrl,
    phoneUrl: new URL(`phone.html?${new URLSearchParams({ lang, issuer })}`, location.href).href,
  });
  return element;
}
