/** What `callbackHandler` and `referenceImageHandler` return. */
export type FetchHandler = (request: Request) => Promise<Response>;
