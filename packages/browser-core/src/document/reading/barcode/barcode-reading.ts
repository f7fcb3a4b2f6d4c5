/** One code that was found and decoded; its own error correction has held, or it would not be here. */
export interface BarcodeReading {
  readonly symbology: 'pdf417' | 'qr';
  readonly text: string;
  /** What the text says if it is that of a North American licence or card. */
  readonly aamva: AamvaReading | null;
}

/** A North American driving licence or identity card, from the barcode on its back (AAMVA DL/ID Card Design Standard, annex D). */
export interface AamvaReading {
  /** Six digits that name the issuer. */
  readonly issuerIdentificationNumber: string;
  /** Version of the standard, 0–10 so far. */
  readonly version: number;
  readonly kind: 'drivers-licence' | 'identity-card';
  readonly fields: AamvaFields;
  /** Every element as it stands in the first subfile, by its three letters; what `fields` leaves out is here. */
  readonly elements: Readonly<Record<string, string>>;
}

/** What the elements say. What is missing, or is not what its element may hold, is null. */
export interface AamvaFields {
  readonly documentNumber: string | null;
  readonly lastName: string | null;
  /** All given names, parted by spaces. */
  readonly firstName: string | null;
  /** Whether the issuer says that a name was cut; null when it does not say. */
  readonly lastNameTruncated: boolean | null;
  readonly firstNameTruncated: boolean | null;
  /** `YYYY-MM-DD`, as all dates here. */
  readonly dateOfBirth: string | null;
  readonly dateOfIssue: string | null;
  readonly dateOfExpiry: string | null;
  readonly sex: 'M' | 'F' | 'X' | null;
  /** Three letters, `USA` or `CAN` on real ones. */
  readonly country: string | null;
  /** Two letters of the state, province or territory. */
  readonly jurisdiction: string | null;
  readonly street: string | null;
  readonly city: string | null;
  readonly postalCode: string | null;
}
