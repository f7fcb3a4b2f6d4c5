/** What a page asks by `fetch` or `XMLHttpRequest`, and how it is answered. */
export interface RequestAnswers {
  /** Whether a request to this address is answered here; every other goes on its way. */
  readonly serves: (address: string) => boolean;
  /** Rejects as a network does. `browserFetch` is what was there before. */
  readonly answer: (request: Request, browserFetch: typeof fetch) => Promise<Response>;
}

/** Puts answers of the test's in the place of the page's network; what is returned takes them away. */
export function answerRequests({ serves, answer }: RequestAnswers): () => void {
  const browser = { fetch: globalThis.fetch, XMLHttpRequest: globalThis.XMLHttpRequest };
  const browserFetch = browser.fetch.bind(globalThis);

  const ask = async (request: Request): Promise<Response> => {
    request.signal.throwIfAborted();
    const aborted = new Promise<never>((_resolve, reject) => {
      request.signal.addEventListener('abort', () => reject(request.signal.reason as Error), { once: true });
    });
    return Promise.race([answer(request, browserFetch), aborted]);
  };

  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    return serves(request.url) ? ask(request) : browserFetch(input, init);
  };

  // The part of it by which a picture is sent and its answer is read as text.
  globalThis.XMLHttpRequest = class extends browser.XMLHttpRequest {
    #asked: { readonly method: string; readonly url: string; readonly headers: Headers } | null = null;
    #answered: { readonly response: Response; readonly text: string } | null = null;
    #ending = new AbortController();

    override open(
      method: string,
      url: string | URL,
      isAsync = true,
      user?: string | null,
      password?: string | null,
    ): void {
      const address = new URL(url, document.baseURI).href;
      this.#asked = serves(address) ? { method, url: address, headers: new Headers() } : null;
      this.#answered = null;
      this.#ending = new AbortController();
      super.open(method, url, isAsync, user, password);
    }

    override setRequestHeader(name: string, value: string): void {
      this.#asked?.headers.append(name, value);
      super.setRequestHeader(name, value);
    }

    override send(body?: XMLHttpRequestBodyInit | null): void {
      if (this.#asked === null) super.send(body);
      else void this.#send(this.#asked, body ?? null);
    }

    async #send(
      asked: { readonly method: string; readonly url: string; readonly headers: Headers },
      body: BodyInit | null,
    ) {
      const { signal } = this.#ending;
      const credentials = this.withCredentials ? 'include' : 'same-origin';
      try {
        const request = new Request(asked.url, { ...asked, body, credentials, signal });
        const total = (await request.clone().arrayBuffer()).byteLength;
        const response = await ask(request);
        this.#answered = { response, text: await response.text() };
        this.upload.dispatchEvent(new ProgressEvent('progress', { lengthComputable: true, loaded: total, total }));
        this.#end('load');
      } catch {
        this.#end(signal.aborted ? 'abort' : 'error');
      }
    }

    #end(type: 'load' | 'error' | 'abort'): void {
      for (const name of [type, 'loadend']) this.dispatchEvent(new ProgressEvent(name));
    }

    override abort(): void {
      this.#ending.abort();
      super.abort();
    }

    override get readyState(): number {
      return this.#answered === null ? super.readyState : XMLHttpRequest.DONE;
    }

    override get status(): number {
      return this.#answered?.response.status ?? super.status;
    }

    override get responseText(): string {
      return this.#answered?.text ?? super.responseText;
    }

    override getResponseHeader(name: string): string | null {
      return this.#answered === null ? super.getResponseHeader(name) : this.#answered.response.headers.get(name);
    }
  };

  return () => Object.assign(globalThis, browser);
}
