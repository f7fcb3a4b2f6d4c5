import { identity as en } from './en/identity.ts';
import { identity as id } from './id/identity.ts';
import type { IdentityMessages } from './identity-messages.ts';
import { createMessageResolver, type Resolved } from './message-registry.ts';

export type ResolvedIdentityMessages = Resolved<IdentityMessages>;

/** The texts of `<id-verification>` in a language. */
export const resolveIdentityMessages = /* @__PURE__ */ createMessageResolver<IdentityMessages>({
  section: 'identity',
  languages: { en, id },
});
