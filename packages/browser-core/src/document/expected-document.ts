import type { DocumentFormat } from './document-format.ts';

/** Which kind of document was chosen. `ktp` is Indonesia's identity card, which has a layout and a number of its own. */
export type DocumentType = 'passport' | 'identityCard' | 'driversLicense' | 'residencePermit' | 'ktp';

/** What the person said that they would show. */
export interface ExpectedDocument {
  readonly documentType: DocumentType;
  /** ISO 3166-1 alpha-3 of the issuing state; null when it was not asked. */
  readonly country: string | null;
}

/** Formats in which a type of document is issued; the likeliest first. */
export const FORMATS_OF_TYPE = {
  passport: ['id-3'],
  identityCard: ['id-1', 'id-2'],
  driversLicense: ['id-1'],
  residencePermit: ['id-1', 'id-2'],
  ktp: ['id-1'],
} as const satisfies Record<DocumentType, readonly DocumentFormat[]>;

/** The format in which a type of document is issued likeliest; a card where the type is not known. */
export function likeliestFormat(documentType: DocumentType | null): DocumentFormat {
  return documentType === null ? 'id-1' : FORMATS_OF_TYPE[documentType][0];
}
