/** What the provider takes, and which sides of it are needed. Source: the contract's example. */
export const DOCUMENT_SIDES = {
  passport: ['FRONT'],
  identityCard: ['FRONT', 'BACK'],
  driversLicense: ['FRONT', 'BACK'],
  residencePermit: ['FRONT', 'BACK'],
} as const satisfies Readonly<Record<string, readonly ('FRONT' | 'BACK')[]>>;

export type DocumentType = keyof typeof DOCUMENT_SIDES;

export function isDocumentType(text: string): text is DocumentType {
  return Object.hasOwn(DOCUMENT_SIDES, text);
}

/** The same in the words of the hosted pages. */
export function toSides(documentType: DocumentType): readonly ('front' | 'back')[] {
  return DOCUMENT_SIDES[documentType].map((side) => (side === 'FRONT' ? 'front' : 'back'));
}

/** The only provider of this sandbox. */
export const PROVIDER = 'onfido';

/** The process types of the provider. Videos come through the provider's own SDK only, so the last one cannot be started here. */
export const PROCESS_TYPES = ['document', 'documentSelfie', 'documentVideo'] as const;
