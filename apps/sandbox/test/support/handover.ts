import type { Sandbox } from '../../src/sandbox.ts';
import { HostedBrowser, initiateWeb, type WebFlowOptions } from './hosted.ts';

/** The page at the computer, with a check of a face open. */
export async function openPage(sandbox: Sandbox, options: WebFlowOptions = {}) {
  const flow = await initiateWeb(sandbox, options);
  const page = new HostedBrowser(sandbox);
  await page.claim(flow.launchUrl);
  const path = `/checks/${page.checkId}/handover`;
  return {
    ...flow,
    page,
    path,
    offer: async () =>
      (await page.call('POST', path)).body as { readonly url: string; readonly expiresInSeconds: number },
    look: async () => (await page.call('GET', path)).body as { readonly state: string; readonly code: string | null },
    confirm: (code: string) => page.call('POST', `${path}/confirmation`, json({ code })),
    takeBack: () => page.call('DELETE', path),
  };
}

export const linkTokenOf = (url: string): string =>
  new URLSearchParams(new URL(url).hash.split('?')[1]).get('token') ?? '';

/** A phone that opens a link. */
export async function openPhone(sandbox: Sandbox, url: string) {
  const phone = new HostedBrowser(sandbox);
  const joined = await phone.call('POST', '/handovers', json({ token: linkTokenOf(url) }));
  phone.cookie = joined.headers.get('set-cookie')?.split(';')[0] ?? '';
  phone.checkId = joined.body.checkId ?? '';
  return { phone, joined, show: () => phone.call('GET', `/checks/${phone.checkId}?as=phone`) };
}

/** A request's body that comes in two halves, as on a slow line: `begun` when the server reads, the rest at `end`. */
export function slowBody(bytes: Uint8Array) {
  let begin = (): void => {};
  let end = (): void => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const rest = new Promise<void>((resolve) => {
    end = resolve;
  });
  const half = bytes.byteLength >> 1;
  let isFirst = true;
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (isFirst) {
          isFirst = false;
          controller.enqueue(bytes.subarray(0, half));
          begin();
          return;
        }
        await rest;
        controller.enqueue(bytes.subarray(half));
        controller.close();
      },
    },
    // Nothing is read ahead: who has begun has been let in.
    { highWaterMark: 0 },
  );
  return { init: { body: stream, duplex: 'half' } as RequestInit, begun, end };
}

function json(body: object): RequestInit {
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
