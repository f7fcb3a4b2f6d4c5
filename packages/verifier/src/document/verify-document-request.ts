import type { DocumentField } from './document-inspection.ts';

/** What is to be checked, and by whose lines. Bytes: JPEG, PNG or WebP, of the whole frame or of the document alone. */
export interface VerifyDocumentRequest {
  /** The side with the portrait; of a passport the data page. */
  readonly front: Uint8Array;
  readonly back?: Uint8Array | null;
  /** What the process was made for; a document of another type is not the document that was asked for. */
  readonly documentType?: ExpectedDocumentType | null;
  /** ISO 3166-1 alpha-3. */
  readonly issuingCountry?: string | null;
  /** The day on which the document has to be valid and the holder old enough. */
  readonly at: Date;
  /** Without it no age is checked. */
  readonly minimumAgeYears?: number | null;
  /** What the page says that it read, by field, spelt as in `DocumentVerification`. Compared, never trusted. */
  readonly claimedReading?: Partial<Readonly<Record<DocumentField, string>>> | null;
  /**
   * What the page suspected of a side, from the whole frame, of which what it submits may be a part: a screen's raster does not survive being laid
   * flat. It can only cast doubt: a page that suspects nothing proves nothing.
   */
  readonly claimedSuspicion?: Partial<Readonly<Record<'front' | 'back', ClaimedSuspicion | null>>> | null;
}

/** Both 0–1, as `DocumentQualitySummary` of browser-core has them. */
export interface ClaimedSuspicion {
  readonly screenSuspicion: number;
  readonly copySuspicion: number;
}

export type ExpectedDocumentType = 'passport' | 'identityCard' | 'driversLicense' | 'residencePermit' | 'ktp';
