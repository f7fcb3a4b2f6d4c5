/** SQLSTATE `character_not_in_repertoire` and `untranslatable_character`: a NUL, or half of a surrogate pair. */
const SQL_STATES: ReadonlySet<unknown> = new Set(['22021', '22P05']);

/** Whether the database refused a text for a character that no text of its may have: whoever sent it is to be told so. */
export function isUnstorableText(error: unknown): boolean {
  return error instanceof Error && SQL_STATES.has((error as { readonly code?: unknown }).code);
}
