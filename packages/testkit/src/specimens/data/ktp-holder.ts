/** Somebody who does not exist, as an Indonesian identity card would describe them. Dates are `YYYY-MM-DD`. */
export interface KtpHolder {
  /** 16 digits. */
  readonly nik: string;
  readonly province: string;
  /** `KOTA …` or `KABUPATEN …`. */
  readonly regency: string;
  readonly name: string;
  readonly placeOfBirth: string;
  readonly dateOfBirth: string;
  readonly sex: 'F' | 'M';
  readonly bloodType: string;
  readonly address: string;
  readonly rtRw: string;
  readonly village: string;
  readonly district: string;
  readonly religion: string;
  readonly maritalStatus: string;
  readonly occupation: string;
  readonly citizenship: string;
  /** A date, or `SEUMUR HIDUP`. */
  readonly validUntil: string;
  readonly issuedOn: string;
}

/** The district part of the number is 99, which no regency has: the number is well formed and nobody's. */
export const INDONESIAN: KtpHolder = {
  nik: '3171995403890012',
  province: 'DKI JAKARTA',
  regency: 'KOTA CONTOH',
  name: 'SRI KIRANA WULANDARI',
  placeOfBirth: 'TELADAN',
  dateOfBirth: '1989-03-14',
  sex: 'F',
  bloodType: 'O',
  address: 'JL. MELATI FIKTIF NO. 12',
  rtRw: '004/011',
  village: 'CONTOH UTARA',
  district: 'TELADAN TIMUR',
  religion: 'ISLAM',
  maritalStatus: 'BELUM KAWIN',
  occupation: 'KARYAWAN SWASTA',
  citizenship: 'WNI',
  validUntil: 'SEUMUR HIDUP',
  issuedOn: '2018-05-07',
};
