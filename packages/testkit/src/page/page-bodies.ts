// Runs in the page, before its own scripts, where Playwright cannot read what a page sends: tells the test of each body, and lets the
// request go on its way, with all that the browser checks of it.
import { answerRequests } from './answer-requests.ts';

declare global {
  /** Of the test's side: what is sent to its gateway next, as base64. */
  var bonafideSends: ((method: string, url: string, base64: string) => Promise<void>) | undefined;
  /** Of the test's side, put before this script: addresses below which the gateway is. */
  var bonafideGatewayRoots: readonly string[] | undefined;
}

answerRequests({
  serves: (address) => (globalThis.bonafideGatewayRoots ?? []).some((root) => address.startsWith(`${root}/`)),
  async answer(request, browserFetch) {
    const bytes = new Uint8Array(await request.clone().arrayBuffer());
    if (bytes.length > 0) await globalThis.bonafideSends?.(request.method, request.url, toBase64(bytes));
    return browserFetch(request);
  },
});

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  // As many arguments as a call may have.
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
