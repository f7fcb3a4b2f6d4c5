import { toIsoDate } from '../iso-date.ts';
import { PROVINCE_CODES } from './province-codes.ts';

/** What an Indonesian population number (NIK) says by its structure. */
export interface Nik {
  /** Whether every part is one that can be. It does not say that the number was ever given to anybody. */
  readonly valid: boolean;
  /** Two, four and six digits: province, regency or city, district, as they were when the number was given. */
  readonly provinceCode: string;
  readonly regencyCode: string;
  readonly districtCode: string;
  /** Null for a code that no province has. */
  readonly province: string | null;
  /** `YYYY-MM-DD`; null when it is none. The number has two digits for the year: the last hundred years before `at`. */
  readonly dateOfBirth: string | null;
  readonly sex: 'M' | 'F';
  readonly serial: string;
}

/** Women have 40 added to the day. */
const WOMAN = 40;

/** Takes a NIK apart: province, regency, district, birth date and sex, serial. Throws `TypeError` unless it has 16 digits. */
export function parseNik(nik: string, at: Date): Nik {
  const parts = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{4})$/.exec(nik);
  if (parts === null) throw new TypeError('a NIK has 16 digits');
  const [, province = '', regency = '', district = '', dayText = '', month = '', year = '', serial = ''] = parts;
  const codedDay = Number(dayText);
  const sex = codedDay > WOMAN ? 'F' : 'M';
  const dateOfBirth = toBirthDate(Number(year), Number(month), sex === 'F' ? codedDay - WOMAN : codedDay, at);
  const name = PROVINCE_CODES[province] ?? null;
  return {
    valid: name !== null && isRegency(regency) && district !== '00' && dateOfBirth !== null && serial !== '0000',
    provinceCode: province,
    regencyCode: province + regency,
    districtCode: province + regency + district,
    province: name,
    dateOfBirth,
    sex,
    serial,
  };
}

/** Kabupaten count from 01, kota from 71. */
function isRegency(code: string): boolean {
  return code !== '00' && code !== '70';
}

function toBirthDate(year: number, month: number, day: number, at: Date): string | null {
  const now = at.getUTCFullYear();
  const today = at.toISOString().slice(0, 10);
  const recent = toIsoDate(now - (now % 100) + year, month, day);
  if (recent !== null && recent <= today) return recent;
  return toIsoDate(now - (now % 100) - 100 + year, month, day);
}
