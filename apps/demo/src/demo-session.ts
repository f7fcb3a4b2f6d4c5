import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';

/** Whom the demo knows. */
export interface DemoUser {
  readonly id: string;
  readonly countryOfResidence: string;
}

export interface DemoSessions {
  /** Signs the visitor in: the session's cookie goes with the answer. */
  readonly signIn: (context: Context) => void;
  /** The user of a request's session; undefined for a phone that has none. */
  readonly userOf: (request: Request) => DemoUser | undefined;
}

const COOKIE = 'demo-session';

/** A partner has its own login; the demo lets everybody in, as the one user that there is. */
export function createDemoSessions(user: DemoUser): DemoSessions {
  const known = new Set<string>();
  return {
    signIn(context) {
      const session = randomBytes(24).toString('base64url');
      known.add(session);
      setCookie(context, COOKIE, session, { httpOnly: true, sameSite: 'Strict', path: '/api' });
    },
    userOf: ({ headers }) => {
      const session = /(?:^|;\s*)demo-session=([\w-]+)/.exec(headers.get('cookie') ?? '')?.[1];
      return session !== undefined && known.has(session) ? user : undefined;
    },
  };
}
