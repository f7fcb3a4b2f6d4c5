import type { Clock } from '#wire/clock.js';
import type { AtomicStore } from '../atomic-store.ts';
import { PartnerServerError } from '../partner-server-error.ts';
import { constantTimeEqual } from '../webhook/constant-time-equal.ts';
import { ReturnRejectedError } from './return-rejected-error.ts';
import type { ReturnRejectionReason } from './return-rejected-error.ts';

/** Whose browser went to the hosted page, and for which session. */
export interface Departure {
  readonly subject: string;
  readonly sessionId: string;
}

/** A state that was found to be good; `consume` it once something came of it. */
export interface KnownReturn {
  /** @throws {ReturnRejectedError} `state-used` for everybody but the first. */
  consume(): Promise<void>;
}

/**
 * States of browsers that are away. What comes back with a browser is unsigned and anybody's: a state is good for the browser
 * that it was made for, for its own session, until its time is over, and once.
 */
export interface ReturnStates {
  /** A new one: 256 random bits, base64url. */
  create(): string;
  keep(state: string, departure: Departure): Promise<void>;
  /** @throws {ReturnRejectedError} unless all of it fits. @throws {PartnerServerError} `store-unavailable` */
  check(state: string, departure: Departure): Promise<KnownReturn>;
}

interface Kept {
  readonly subject: string;
  readonly session: string;
  readonly endsAtEpochMs: number;
}

/** A state is remembered a little longer than it is good, so that who comes late is told so. */
const REMEMBERED_LIVES = 2;
const USED = 'used';

export function createReturnStates(options: {
  readonly store: AtomicStore;
  readonly clock: Pick<Clock, 'now'>;
  readonly lifeMs: number;
}): ReturnStates {
  const { store, clock, lifeMs } = options;
  return {
    create: () => base64url(crypto.getRandomValues(new Uint8Array(32))),
    async keep(state, { subject, sessionId }) {
      const kept: Kept = {
        subject: await digestOf(subject),
        session: await digestOf(sessionId),
        endsAtEpochMs: clock.now() + lifeMs,
      };
      await asking(async () => store.set(await keyOf(state), JSON.stringify(kept), lifeMs * REMEMBERED_LIVES));
    },
    async check(state, { subject, sessionId }) {
      const key = await keyOf(state);
      const text = await asking(() => store.get(key));
      if (text === undefined) throw rejected('state-unknown');
      if (text === USED) throw rejected('state-used');
      const kept = JSON.parse(text) as Kept;
      const isSubjects = isSame(await digestOf(subject), kept.subject);
      const isSessions = isSame(await digestOf(sessionId), kept.session);
      if (!isSubjects) throw rejected('other-subject');
      if (!isSessions) throw rejected('other-session');
      if (clock.now() >= kept.endsAtEpochMs) throw rejected('state-expired');
      return {
        async consume() {
          if (!(await asking(() => store.deleteIfEquals(key, text)))) throw rejected('state-used');
          await asking(() => store.set(key, USED, lifeMs));
        },
      };
    },
  };
}

const rejected = (reason: ReturnRejectionReason): ReturnRejectedError => new ReturnRejectedError(reason);

/** The store holds digests only: who reads it can send nobody's browser back. */
const keyOf = async (state: string): Promise<string> => `mosaic-return:${await digestOf(state)}`;

async function digestOf(text: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

function isSame(given: string, expected: string): boolean {
  const encoder = new TextEncoder();
  return constantTimeEqual(encoder.encode(given), encoder.encode(expected));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

async function asking<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    throw new PartnerServerError('store-unavailable', 'the store of return states does not answer', { cause });
  }
}
