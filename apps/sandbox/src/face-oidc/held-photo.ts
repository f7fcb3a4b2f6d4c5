import type { IncomingMessage } from 'node:http';
import type { Kysely } from 'kysely';
import { type Clock, dateOf } from '../clock.ts';
import type { Database } from '../database/schema.ts';

/**
 * A photo that was taken out of a request before the provider sees it, so that no code, log or row of the provider ever
 * holds it. In its place stands a name that only the same tenant's next request can redeem, once.
 */
export interface HeldPhoto {
  readonly id: string;
  readonly bytes: Uint8Array;
}

const PREFIX = 'face:held:';
/** Longer than a pushed request lives (60 s). */
const HELD_MS = 120_000;
const ON_REQUEST = Symbol('photo');

export const toHeldHint = ({ id }: HeldPhoto): string => PREFIX + id;

/** The id in a hint that names a held photo, or null. */
export function heldIdOf(hint: string): string | null {
  return hint.startsWith(PREFIX) ? hint.slice(PREFIX.length) : null;
}

/** Lets the provider's callbacks find the photo that came with the very request that they serve. */
export function attachPhoto(request: IncomingMessage, photo: HeldPhoto | null): void {
  if (photo !== null) Object.defineProperty(request, ON_REQUEST, { value: photo });
}

/** Keeps a photo for the browser that will come with the pushed request. */
export async function holdPhoto(
  { db, clock }: { readonly db: Kysely<Database>; readonly clock: Clock },
  clientId: string,
  { id, bytes }: HeldPhoto,
): Promise<void> {
  await db
    .insertInto('face_photo')
    .values({ id, client_id: clientId, bytes: Buffer.from(bytes), expires_at: dateOf(clock, HELD_MS) })
    .execute();
}

/** The photo of that name, once; null when it never was, is over, or is another tenant's. */
export async function redeemPhoto(
  { db, clock }: { readonly db: Kysely<Database>; readonly clock: Clock },
  request: IncomingMessage,
  clientId: string,
  id: string,
): Promise<Uint8Array | null> {
  const attached = (request as IncomingMessage & { readonly [ON_REQUEST]?: HeldPhoto })[ON_REQUEST];
  if (attached?.id === id) return attached.bytes;
  const held = await db
    .deleteFrom('face_photo')
    .where('id', '=', id)
    .where('client_id', '=', clientId)
    .returning(['bytes', 'expires_at'])
    .executeTakeFirst();
  return held === undefined || held.expires_at.getTime() <= clock.now() ? null : held.bytes;
}
