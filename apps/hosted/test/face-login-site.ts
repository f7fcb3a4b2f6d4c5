import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One login of one person, as the partner's server holds it. */
export interface HeldLogin<Login extends { readonly granted: boolean } = { readonly granted: boolean }> {
  /** Where the provider takes it up. */
  readonly url: string;
  /** Called with the address at which the browser came back. Rejects where the return is not believed. */
  readonly finish: (returned: URL) => Promise<Login>;
}

/** A partner's site: a session of its own for each browser, a way to the provider, and the page that it comes back to. */
export interface LoginSite {
  readonly url: string;
  readonly redirectUri: string;
  /** Where a person stands after a logout. */
  readonly goodbyeUri: string;
  /** The address at which a person begins the login in their own browser. */
  admit(login: HeldLogin): string;
  close(): void;
}

const GOODBYE = { status: 200, words: 'Goodbye' } as const;
const NOT_BEGUN = { status: 400, words: 'Nothing was begun' } as const;

export async function openLoginSite(): Promise<LoginSite> {
  const sessions = new Map<string, HeldLogin>();
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = new URL(request.url ?? '/', url);
    const [, action, id = ''] = address.pathname.split('/');
    const begun = sessions.get(id);
    if (action === 'start' && begun !== undefined) {
      // Lax, so that it comes along when the provider leads back.
      response.setHeader('set-cookie', `session=${id}; HttpOnly; SameSite=Lax; Path=/`);
      response.writeHead(303, { location: begun.url }).end();
      return;
    }
    if (action !== 'done' && action !== 'bye') {
      // A browser asks for an icon too.
      response.writeHead(204).end();
      return;
    }
    const { status, words } = action === 'bye' ? GOODBYE : await takeBack(request, address);
    response.writeHead(status, { 'content-type': 'text/html' }).end(`<title>Partner</title><h1>${words}</h1>`);
  }

  async function takeBack(request: IncomingMessage, address: URL) {
    const id = /session=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
    const login = sessions.get(id);
    // A return is believed once.
    sessions.delete(id);
    if (login === undefined) return NOT_BEGUN;
    return login.finish(address).then(
      ({ granted }) => ({ status: granted ? 200 : 403, words: granted ? 'Verified' : 'Not verified' }),
      () => ({ status: 400, words: 'The return was refused' }),
    );
  }

  return {
    url,
    redirectUri: `${url}/done`,
    goodbyeUri: `${url}/bye`,
    admit(login) {
      const id = crypto.randomUUID();
      sessions.set(id, login);
      return `${url}/start/${id}`;
    },
    close: () => void server.close(),
  };
}
