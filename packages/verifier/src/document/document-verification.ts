/** A check that was made: passed, or something that a person should look at. A check that was not made has no value. */
export type CheckResult = 'clear' | 'consider';

/**
 * What the checks of a document come to, in the words and with the keys of Signicat Assure's
 * `providerSpecific.documentVerification`: it can go onto the wire as it is. A breakdown is absent where its check was
 * not made, a field where it was not read.
 */
export interface DocumentVerification {
  readonly result: CheckResult;
  /** `suspected`: signs of fraud, or not valid any more. `rejected`: cannot be processed. */
  readonly subResult: 'clear' | 'suspected' | 'rejected';
  /** What one zone of the document says, against what another says. */
  readonly dataConsistency?: CheckResult;
  /** Check digits, dates, the structure of numbers, expiry. */
  readonly dataValidation?: CheckResult;
  /** Whether the pictures are good enough to be checked. */
  readonly imageIntegrity?: CheckResult;
  /** Whether it looks like an original with its holder's portrait. */
  readonly visualAuthenticity?: CheckResult;
  /** Only where a minimum age was asked for. */
  readonly ageValidation?: CheckResult;
  /** Against a list of compromised documents; this package has none and never sets it. */
  readonly compromisedDocument?: CheckResult;
  /** Against police records; this package has none and never sets it. */
  readonly policeRecord?: CheckResult;
  /** Against what the applicant stated; this package is told nothing and never sets it. */
  readonly dataComparison?: CheckResult;
  readonly documentType?: VerifiedDocumentType;
  readonly firstName?: string;
  readonly lastName?: string;
  /** `YYYY-MM-DD`, as all dates here. */
  readonly dateOfBirth?: string;
  readonly dateOfExpiry?: string;
  readonly gender?: 'M' | 'F' | 'X';
  /** ISO 3166-1 alpha-3, or ICAO's code where there is none. */
  readonly nationality?: string;
  readonly issuingCountry?: string;
  readonly documentNumber?: string;
  readonly mrzLine1?: string;
  readonly mrzLine2?: string;
  readonly mrzLine3?: string;
}

/** An Indonesian KTP is an `identityCard`. */
export type VerifiedDocumentType = 'passport' | 'identityCard' | 'driversLicense' | 'residencePermit' | 'unknown';
