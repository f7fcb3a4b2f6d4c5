import type { DocumentMessages } from './document-messages.ts';
import { document as en } from './en/document.ts';
import { document as id } from './id/document.ts';
import { createMessageResolver, type Resolved } from './message-registry.ts';

export type ResolvedDocumentMessages = Resolved<DocumentMessages>;

/** The texts of `<document-capture>` in a language. */
export const resolveDocumentMessages = /* @__PURE__ */ createMessageResolver<DocumentMessages>({
  section: 'document',
  languages: { en, id },
});
