/** What an Indonesian identity card (KTP) prints beside the number; values stay in Indonesian, as printed. */
export interface KtpFields {
  readonly name: string | null;
  readonly placeOfBirth: string | null;
  /** `YYYY-MM-DD`. */
  readonly dateOfBirth: string | null;
  readonly sex: 'M' | 'F' | null;
  /** `A`, `B`, `AB` or `O`, with the rhesus sign if printed. */
  readonly bloodType: string | null;
  readonly province: string | null;
  /** Kota or kabupaten. */
  readonly regency: string | null;
  /** Street and number, without the full stops of abbreviations. */
  readonly address: string | null;
  /** `007/008`. */
  readonly rtRw: string | null;
  /** Kelurahan or desa. */
  readonly village: string | null;
  /** Kecamatan. */
  readonly district: string | null;
  readonly religion: string | null;
  readonly maritalStatus: string | null;
  readonly occupation: string | null;
  readonly citizenship: string | null;
  /** `YYYY-MM-DD`, or `SEUMUR HIDUP` (for life). */
  readonly validUntil: string | null;
}

/** An Indonesian identity card as it was read. What could not be read beyond doubt is null, not a guess. */
export interface KtpReading extends KtpFields {
  /** 16 digits. */
  readonly nik: string;
  /** Whether the number is built as one must be, and its birth date and sex are those printed, where those were read. */
  readonly nikValid: boolean;
  /** 0–1: that of the number. */
  readonly confidence: number;
  /** 0–1, of each field that was read. */
  readonly confidences: Partial<Readonly<Record<keyof KtpFields, number>>>;
}
