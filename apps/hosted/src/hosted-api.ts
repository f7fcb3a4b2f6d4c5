import type { Device, HostedCheck } from './hosted-check.ts';

/** Where this check is spoken of, on the page's own origin. */
export const addressOf = (checkId: string): string =>
  new URL(`api/checks/${encodeURIComponent(checkId)}`, document.baseURI).href;

/** The address opens nothing: it was used, or replaced, or its check is gone. */
export class NoSuchCheckError extends Error {
  override readonly name = 'NoSuchCheckError';
}

/** The check is where this is not possible: at work on its pictures, on a phone already, or over. */
export class NotNowError extends Error {
  override readonly name = 'NotNowError';
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

export function readCheck(checkId: string, device: Device, signal: AbortSignal): Promise<HostedCheck> {
  return ask(addressOf(checkId) + asOf(device), signal, {});
}

export function cancelCheck(checkId: string, device: Device, signal: AbortSignal): Promise<HostedCheck> {
  return ask(addressOf(checkId) + asOf(device), signal, { method: 'DELETE' });
}

/** Where a check is on its way to a phone. */
export interface Handover {
  readonly state: 'none' | 'offered' | 'joined' | 'connected';
  /** On both screens once a phone has joined. */
  readonly code: string | null;
}

/**
 * A link to a phone; it takes the place of one that was made before. A secret.
 * @throws {NotNowError} The check cannot go to a phone as it is now.
 */
export function offerToPhone(checkId: string, signal: AbortSignal): Promise<{ readonly url: string }> {
  return ask(handoverOf(checkId), signal, { method: 'POST' });
}

export function readHandover(checkId: string, device: Device, signal: AbortSignal): Promise<Handover> {
  return ask(handoverOf(checkId) + asOf(device), signal, {});
}

export function confirmPhone(checkId: string, code: string, signal: AbortSignal): Promise<void> {
  return ask(`${handoverOf(checkId)}/confirmation`, signal, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  });
}

export function takeBack(checkId: string, signal: AbortSignal): Promise<void> {
  return ask(handoverOf(checkId), signal, { method: 'DELETE' });
}

/** What a phone hears that has opened a link. */
export type JoinedCheck = Pick<HostedCheck, 'checkId' | 'title' | 'locale' | 'theme'> & { readonly code: string };

/** Exchanges a link, once, for this phone's cookie. Not asked again by itself: an answer that is lost has used it up. */
export function joinCheck(token: string, signal: AbortSignal): Promise<JoinedCheck> {
  const headers = { 'content-type': 'application/json' };
  const init = { method: 'POST', headers, body: JSON.stringify({ token }) };
  return ask(new URL('api/handovers', document.baseURI).href, signal, init, 1);
}

const handoverOf = (checkId: string): string => `${addressOf(checkId)}/handover`;
const asOf = (device: Device): string => (device === 'phone' ? '?as=phone' : '');

async function ask<T>(url: string, signal: AbortSignal, init: RequestInit, tries = TRIES): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await fetch(url, { ...init, signal }).catch((error: unknown) => {
      signal.throwIfAborted();
      if (attempt === tries) throw error;
      return null;
    });
    if (response?.ok === true) return (response.status === 204 ? undefined : await response.json()) as T;
    if (response?.status === 404 || response?.status === 401) throw new NoSuchCheckError('no such check');
    if (response?.status === 409) throw new NotNowError('not possible now');
    const mayPass = response === null || response.status >= 500 || response.status === 429;
    if (!mayPass || attempt === tries) throw new Error(`the check answered ${response?.status}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * attempt));
    signal.throwIfAborted();
  }
}

function toBase64Url(bytes: Uint8Array): string {
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
