/** The five layouts of ICAO Doc 9303: cards of three lines, cards and books of two, two sizes of visa. */
export type MrzFormat = 'TD1' | 'TD2' | 'TD3' | 'MRV-A' | 'MRV-B';

/** What the zone says, spelt as the rest of the project spells it; a date that the zone leaves open or that is none is null. */
export interface MrzFields {
  /** `P`, `ID`, `AC`, …: the first two characters without filler. */
  readonly documentCode: string;
  /** ICAO's code of the state, three letters or `D`. */
  readonly issuingCountry: string;
  readonly lastName: string;
  /** All given names, parted by spaces; empty when there are none. */
  readonly firstName: string;
  readonly documentNumber: string;
  readonly nationality: string;
  /** `YYYY-MM-DD`. */
  readonly dateOfBirth: string | null;
  readonly sex: 'M' | 'F' | 'X';
  /** `YYYY-MM-DD`. */
  readonly dateOfExpiry: string | null;
  readonly optionalData: string;
}

export type MrzCheckDigit = 'documentNumber' | 'dateOfBirth' | 'dateOfExpiry' | 'optionalData' | 'composite';

/** A machine-readable zone as it was read. */
export interface MrzReading {
  readonly format: MrzFormat;
  readonly lines: readonly string[];
  /**
   * Whether to rely on it: every check digit that the format has holds, no character is one that the picture speaks against,
   * and those that no check digit covers (names, states) are sure. What is not valid is for another picture, not for a
   * decision; `checkDigits` says whether it was for a digit.
   */
  readonly valid: boolean;
  /** Only those that the format has. */
  readonly checkDigits: Partial<Readonly<Record<MrzCheckDigit, boolean>>>;
  /** 0–1: belief in the least certain character; check digits count where they cover it. */
  readonly confidence: number;
  readonly fields: MrzFields;
}
