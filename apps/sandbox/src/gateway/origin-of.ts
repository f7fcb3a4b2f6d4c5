import type { Context } from 'hono';
import type { Gateway } from './gateway.ts';

/** The origin that presigned URLs start with: the configured one, or the one that the caller used. */
export function originOf({ settings }: Pick<Gateway, 'settings'>, context: Context): string {
  return settings.publicUrl ?? new URL(context.req.url).origin;
}
