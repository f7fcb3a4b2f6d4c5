export interface RecordedRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: unknown;
  readonly credentials: RequestCredentials | undefined;
  readonly keepalive: boolean;
}

/** A network that answers from a list, in order; after it there is none. */
export function scriptedFetch(answers: readonly (Response | Error)[]) {
  const requests: RecordedRequest[] = [];
  let next = 0;
  const fetch: typeof globalThis.fetch = (input, init) => {
    requests.push({
      url: new Request(input).url,
      method: init?.method ?? 'GET',
      headers: new Headers(init?.headers),
      body: init?.body,
      credentials: init?.credentials,
      keepalive: init?.keepalive === true,
    });
    const answer = answers[next++];
    if (init?.signal?.aborted) return Promise.reject(init.signal.reason as Error);
    if (answer === undefined || answer instanceof Error) return Promise.reject(answer ?? new TypeError('no network'));
    return Promise.resolve(answer);
  };
  return { fetch, requests };
}
