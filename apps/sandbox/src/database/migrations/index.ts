import type { Migration } from 'kysely/migration';
import { initial } from './0001-initial.ts';

/** Every migration in order of its name. Never edit one that has been released: add the next. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-initial': initial,
};
