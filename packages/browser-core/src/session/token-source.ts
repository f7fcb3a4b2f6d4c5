import { BrowserCoreError, isBrowserCoreError } from '../browser-core-error.ts';
import type { SessionInit } from './ports.ts';
import type { SessionProvider } from './liveness-session-options.ts';
import type { SessionReason } from './session-reason.ts';

/** Hands out tokens: the one that came with the options first, then what the provider brings. */
export class TokenSource {
  readonly #provider: SessionProvider | undefined;
  #first: SessionInit | undefined;

  constructor(first: SessionInit | undefined, provider: SessionProvider | undefined) {
    this.#first = first;
    this.#provider = provider;
  }

  /** Of the token that is there without asking. */
  get firstCorrelationId(): string | null {
    return this.#first?.correlationId ?? null;
  }

  /** Rejects with `token-expired` when there is nobody to ask, `network` or `server` when the asking failed. */
  async ask(reason: SessionReason, correlationId: string | null, signal: AbortSignal): Promise<SessionInit> {
    const first = this.#first;
    const provider = this.#provider;
    if (first !== undefined && isFor(first, reason, correlationId, provider !== undefined)) {
      // Without a provider the same token serves every start: the gateway says when it will not.
      if (provider !== undefined) this.#first = undefined;
      return first;
    }
    if (provider === undefined) throw new BrowserCoreError('token-expired', 'no sessionProvider to renew the token');
    const init = await this.#call(provider, reason, correlationId, signal);
    if (!isSessionInit(init)) {
      throw new BrowserCoreError(
        'token-invalid',
        'sessionProvider gave no { token, correlationId } of two texts in printable ASCII',
      );
    }
    return init;
  }

  async #call(provider: SessionProvider, reason: SessionReason, correlationId: string | null, signal: AbortSignal) {
    try {
      return await provider(reason, signal, { correlationId });
    } catch (cause) {
      signal.throwIfAborted();
      if (isBrowserCoreError(cause)) throw cause;
      // fetch rejects with a TypeError when the network fails.
      const code = cause instanceof TypeError ? 'network' : 'server';
      throw new BrowserCoreError(code, 'sessionProvider failed', { cause });
    }
  }
}

/**
 * Whether the first token is the one that is asked for. A page that was reloaded brings one for a new check; where there is
 * somebody to ask, what is taken up again gets its own.
 */
function isFor(first: SessionInit, reason: SessionReason, correlationId: string | null, canAsk: boolean): boolean {
  if (reason === 'start') return true;
  return reason === 'resume' && (!canAsk || correlationId === null || correlationId === first.correlationId);
}

/** What arrives as it is when it is sent in a header: printable ASCII without spaces at its ends. */
const HEADER_TEXT = /^[!-~](?:[ -~]*[!-~])?$/;

/** Whether a value is `{ token, correlationId }`, both texts that a header can carry. */
export function isSessionInit(value: unknown): value is SessionInit {
  if (typeof value !== 'object' || value === null) return false;
  const { token, correlationId } = value as Partial<Record<keyof SessionInit, unknown>>;
  return [token, correlationId].every((text) => typeof text === 'string' && HEADER_TEXT.test(text));
}
