import type { Exchange } from './serve-operation.ts';

/** The token in `Authorization`; empty where there is none. */
export function bearerOf({ context }: Exchange): string {
  return /^Bearer (.+)$/i.exec(context.req.header('authorization') ?? '')?.[1] ?? '';
}
