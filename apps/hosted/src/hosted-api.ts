import type { HostedCheck } from './hosted-check.ts';

/** Where this check is spoken of, on the page's own origin. */
export const addressOf = (checkId: string): string =>
  new URL(`api/checks/${encodeURIComponent(checkId)}`, document.baseURI).href;

/** The address opens nothing: it was used, or replaced, or its check is gone. */
export class NoSuchCheckError extends Error {
  override readonly name = 'NoSuchCheckError';
}

/** How often a request is made whose answer may have been lost. Source: guess. */
const TRIES = 3;
const PAUSE_MS = 800;

/** This page's own: it may ask again when the answer to its exchange got lost, and nobody else may. */
const key = toBase64Url(crypto.getRandomValues(new Uint8Array(32)));

/** Exchanges the launch token, once, for this browser's cookie. */
export function claimCheck(token: string, signal: AbortSignal): Promise<HostedCheck> {
  return ask(new URL('api/claims', document.baseURI).href, signal, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, key }),
  });
}

export function readCheck(checkId: string, signal: AbortSignal): Promise<HostedCheck> {
  return ask(addressOf(checkId), signal, {});
}

export function cancelCheck(checkId: string, signal: AbortSignal): Promise<HostedCheck> {
  return ask(addressOf(checkId), signal, { method: 'DELETE' });
}

async function ask(url: string, signal: AbortSignal, init: RequestInit): Promise<HostedCheck> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await fetch(url, { ...init, signal }).catch((error: unknown) => {
      signal.throwIfAborted();
      if (attempt === TRIES) throw error;
      return null;
    });
    if (response?.ok === true) return (await response.json()) as HostedCheck;
    if (response?.status === 404 || response?.status === 401) throw new NoSuchCheckError('no such check');
    const mayPass = response === null || response.status >= 500 || response.status === 429;
    if (!mayPass || attempt === TRIES) throw new Error(`the check answered ${response?.status}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * attempt));
    signal.throwIfAborted();
  }
}

function toBase64Url(bytes: Uint8Array): string {
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
