/** What `callbackHandler`, `captureBackendHandler` and their like return. */
export type FetchHandler = (request: Request) => Promise<Response>;
