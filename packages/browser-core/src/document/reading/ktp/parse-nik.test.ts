import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNik } from './parse-nik.ts';
import { PROVINCE_CODES } from './province-codes.ts';

const AT = new Date('2026-11-25T00:00:00Z');

describe('parseNik', () => {
  it('takes a number apart: place, birth date, sex by the day, serial', () => {
    expect(parseNik('3171995403890012', AT)).toEqual({
      valid: true,
      provinceCode: '31',
      regencyCode: '3171',
      districtCode: '317199',
      province: 'DKI JAKARTA',
      dateOfBirth: '1989-03-14',
      sex: 'F',
      serial: '0012',
    });
    expect(parseNik('9601011403890012', AT)).toMatchObject({ sex: 'M', province: 'PAPUA BARAT DAYA', valid: true });
  });

  it.each([
    ['a province that there is none of', '2071995403890012'],
    ['regency 00', '3100995403890012'],
    ['regency 70, between kabupaten and kota', '3170995403890012'],
    ['district 00', '3171005403890012'],
    ['month 13', '3171995413890012'],
    ['day 0 of a woman', '3171994003890012'],
    ['day 32', '3171993203890012'],
    ['day 72', '3171997203890012'],
    ['30 February', '3171993002890012'],
    ['serial 0000', '3171995403890000'],
  ])('finds %s impossible', (_, nik) => {
    expect(parseNik(nik, AT).valid).toBe(false);
  });

  it('puts the birth into the last hundred years', () => {
    expect(parseNik('3171992511260001', AT).dateOfBirth).toBe('2026-11-25');
    expect(parseNik('3171992611260001', AT).dateOfBirth).toBe('1926-11-26');
  });

  it('refuses what has not 16 digits', () => {
    for (const nik of ['', '317199540389001', '31719954038900123', '317199540389OO12']) {
      expect(() => parseNik(nik, AT)).toThrow(TypeError);
    }
  });

  it('gives back whatever a number was made of', () => {
    const two = (number: number) => String(number).padStart(2, '0');
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(PROVINCE_CODES)),
        fc.integer({ min: 1, max: 69 }),
        fc.integer({ min: 1, max: 99 }),
        fc.date({ min: new Date('1927-01-01'), max: new Date('2026-11-24'), noInvalidDate: true }),
        fc.constantFrom('M' as const, 'F' as const),
        fc.integer({ min: 1, max: 9999 }),
        (province, regency, district, birth, sex, serial) => {
          const iso = birth.toISOString().slice(0, 10);
          const [year = '', month = '', day = ''] = iso.split('-');
          const date = two(Number(day) + (sex === 'F' ? 40 : 0)) + month + year.slice(2);
          const nik = province + two(regency) + two(district) + date + String(serial).padStart(4, '0');
          expect(parseNik(nik, AT)).toMatchObject({ valid: true, sex, dateOfBirth: iso, provinceCode: province });
        },
      ),
    );
  });
});
