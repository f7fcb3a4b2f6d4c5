import { describe, expect, it } from 'vitest';
import { toKtpData } from './ktp-data.ts';

const CARD = {
  nik: '3171995403890012',
  nikValid: true,
  confidence: 0.95,
  name: 'SRI KIRANA WULANDARI',
  placeOfBirth: 'TELADAN',
  dateOfBirth: '1989-03-14',
  sex: 'F',
  bloodType: 'O',
  province: 'DKI JAKARTA',
  regency: 'KOTA CONTOH',
  address: 'JL. MELATI FIKTIF NO. 12',
  rtRw: '004/011',
  village: 'CONTOH UTARA',
  district: 'TELADAN TIMUR',
  religion: 'ISLAM',
  maritalStatus: 'BELUM KAWIN',
  occupation: 'KARYAWAN SWASTA',
  citizenship: 'WNI',
  validUntil: 'SEUMUR HIDUP',
} as const;
const FIELDS = Object.keys(CARD).filter((key) => !/^(?:nik|nikValid|confidence)$/.test(key));
const sureOfAll = Object.fromEntries(FIELDS.map((field) => [field, 0.97]));

describe('toKtpData', () => {
  it('tells all that was read with confidence, in the names of the contract', () => {
    expect(toKtpData({ ...CARD, confidences: sureOfAll })).toEqual({
      nik: '3171995403890012',
      name: 'SRI KIRANA WULANDARI',
      dateOfBirth: '14-03-1989',
      gender: 'female',
      bloodType: 'O',
      address: 'JL. MELATI FIKTIF NO. 12',
      rt: '004',
      rw: '011',
      town: 'CONTOH UTARA',
      district: 'TELADAN TIMUR',
      city: 'KOTA CONTOH',
      province: 'DKI JAKARTA',
      religion: 'ISLAM',
      maritalStatus: 'BELUM KAWIN',
      occupation: 'KARYAWAN SWASTA',
      citizenship: 'WNI',
      validUntil: 'SEUMUR HIDUP',
    });
  });

  it('writes the end of a card that has one with the day first', () => {
    expect(toKtpData({ ...CARD, validUntil: '2017-02-01', confidences: sureOfAll })?.validUntil).toBe('01-02-2017');
  });

  it.each([
    ['name', ['name']],
    ['address', ['address']],
    ['rtRw', ['rt', 'rw']],
    ['religion', ['religion']],
  ] as const)('leaves out %s when it was read without confidence, and nothing else', (field, keys) => {
    const all = toKtpData({ ...CARD, confidences: sureOfAll });
    const rest = Object.fromEntries(Object.entries(all ?? {}).filter(([key]) => !keys.includes(key as never)));
    expect(toKtpData({ ...CARD, confidences: { ...sureOfAll, [field]: 0.6 } })).toEqual(rest);
  });

  it('tells no number that cannot be one, and not what would have to agree with it', () => {
    const data = toKtpData({ ...CARD, nikValid: false, confidences: sureOfAll });
    for (const key of ['nik', 'dateOfBirth', 'gender']) expect(data).not.toHaveProperty(key);
    expect(data).toHaveProperty('name');
  });

  it('is null where no card was read, or nothing on it with confidence', () => {
    expect(toKtpData(null)).toBeNull();
    expect(toKtpData({ ...CARD, nikValid: false, confidences: {} })).toBeNull();
  });
});
