/** A person who does not exist, citizen of a state that does not: Utopia, ICAO's `UTO`. Dates are `YYYY-MM-DD`. */
export interface SpecimenHolder {
  readonly lastName: string;
  readonly firstName: string;
  readonly sex: 'F' | 'M' | 'X';
  readonly dateOfBirth: string;
  readonly placeOfBirth: string;
  readonly heightCm: number;
  readonly street: string;
  readonly city: string;
  readonly postalCode: string;
  /** Up to nine letters and digits. */
  readonly documentNumber: string;
  readonly personalNumber: string;
  readonly dateOfIssue: string;
  readonly dateOfExpiry: string;
}

/** Grown up, with documents that are valid from 2024 to 2034. */
export const UTOPIAN: SpecimenHolder = {
  lastName: 'RAFAELSEN QUILL',
  firstName: 'MIRA SOLÈNE',
  sex: 'F',
  dateOfBirth: '1989-03-14',
  placeOfBirth: 'AMAUROT',
  heightCm: 171,
  street: '12 ANYDER QUAY',
  city: 'AMAUROT',
  postalCode: '15160',
  documentNumber: 'U4L07K512',
  personalNumber: '8903142016',
  dateOfIssue: '2024-06-02',
  dateOfExpiry: '2034-06-01',
};

/** The same person with documents that ran out. */
export const UTOPIAN_EXPIRED: SpecimenHolder = {
  ...UTOPIAN,
  documentNumber: 'U2B94X038',
  dateOfIssue: '2014-02-20',
  dateOfExpiry: '2024-02-19',
};

/** Born in 2014: under age for most purposes until 2032. */
export const UTOPIAN_MINOR: SpecimenHolder = {
  ...UTOPIAN,
  lastName: 'RAFAELSEN QUILL',
  firstName: 'TOVE',
  dateOfBirth: '2014-09-30',
  heightCm: 138,
  documentNumber: 'U7M33A905',
  personalNumber: '1409308211',
  dateOfIssue: '2025-01-15',
  dateOfExpiry: '2030-01-14',
};
