import type { JSONColumnType } from 'kysely';

/** A JSON column: read parsed, written as text so that arrays mean the same on both drivers. */
export type Json<T extends object | null> = JSONColumnType<T, string | null, string | null>;
