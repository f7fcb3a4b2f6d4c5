import { selfie as en } from './en/selfie.ts';
import { selfie as id } from './id/selfie.ts';
import { createMessageResolver, type Resolved } from './message-registry.ts';
import type { Messages } from './messages.ts';

export type ResolvedMessages = Resolved<Messages>;

/** The texts of `<selfie-liveness>` in a language. */
export const resolveMessages = /* @__PURE__ */ createMessageResolver<Messages>({
  section: null,
  languages: { en, id },
});
