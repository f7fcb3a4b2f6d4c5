import { describe, expect, it } from 'vitest';
import { toSureKtp } from './sure-ktp.ts';
import { ktpCard } from './testing/hand-made.ts';

describe('toSureKtp', () => {
  it('tells what was read with confidence, and null for the rest', () => {
    const sure = toSureKtp({ ...ktpCard, confidences: { name: 0.85, address: 0.849, citizenship: 1 } });
    expect(sure).toMatchObject({ name: 'MIRA LESTARI', address: null, citizenship: 'WNI', district: null });
    expect(Object.keys(sure)).not.toContain('confidence');
  });

  it('tells number, birth date and sex together: each holds up the others', () => {
    const { nik, dateOfBirth, sex } = ktpCard;
    expect(toSureKtp({ ...ktpCard, confidences: {} })).toMatchObject({ nik, dateOfBirth, sex });
    expect(toSureKtp({ ...ktpCard, nikValid: false })).toMatchObject({ nik: null, dateOfBirth: null, sex: null });
  });
});
