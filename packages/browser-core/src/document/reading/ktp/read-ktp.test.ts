import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INDONESIAN, type KtpHolder } from '@bonafide/testkit/specimens';
import type { TextLine } from '../text-line.ts';
import { readKtp } from './read-ktp.ts';

const AT = new Date('2026-11-25T00:00:00Z');

/** The card's rows as label and value; what is changed stands in for what a recogniser makes of them. */
function rowsOf(holder: KtpHolder): Record<string, string> {
  const [year = '', month = '', day = ''] = holder.dateOfBirth.split('-');
  return {
    heading: `PROVINSI ${holder.province}`,
    regency: holder.regency,
    NIK: holder.nik,
    Nama: holder.name,
    'Tempat/Tgl Lahir': `${holder.placeOfBirth}, ${day}-${month}-${year}`,
    'Jenis Kelamin': `${holder.sex === 'F' ? 'PEREMPUAN' : 'LAKI-LAKI'} Gol. Darah : ${holder.bloodType}`,
    Alamat: holder.address,
    'RT/RW': holder.rtRw,
    'Kel/Desa': holder.village,
    Kecamatan: holder.district,
    Agama: holder.religion,
    'Status Perkawinan': holder.maritalStatus,
    Pekerjaan: holder.occupation,
    Kewarganegaraan: holder.citizenship,
    'Berlaku Hingga': holder.validUntil,
  };
}

function line(text: string, x: number, y: number, confidence = 0.95): TextLine {
  return { text, box: { x, y, width: 0.02 * text.length, height: 0.035 }, confidence };
}

/** Labels in one column, values in another, as the finder of lines parts them; below the photo, place and date. */
function linesOf(rows: Record<string, string>, labels: Record<string, string> = {}): readonly TextLine[] {
  const lines = Object.entries(rows).flatMap(([label, value], row) => {
    const y = 0.05 + row * 0.06;
    if (label === 'heading' || label === 'regency') return [line(value, 0.3, y)];
    return [line(labels[label] ?? label, 0.04, y), line(`: ${value}`, 0.26, y + 0.004)];
  });
  return [...lines, line('CONTOH', 0.8, 0.77), line('07-05-2018', 0.8, 0.82)];
}

const read = (change: Record<string, string> = {}, labels: Record<string, string> = {}) =>
  readKtp(linesOf({ ...rowsOf(INDONESIAN), ...change }, labels), { at: AT });

describe('readKtp', () => {
  it('reads every field of a card that was recognised without fault', () => {
    expect(read()).toMatchObject({
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
      address: 'JL MELATI FIKTIF NO 12',
      rtRw: '004/011',
      village: 'CONTOH UTARA',
      district: 'TELADAN TIMUR',
      religion: 'ISLAM',
      maritalStatus: 'BELUM KAWIN',
      occupation: 'KARYAWAN SWASTA',
      citizenship: 'WNI',
      validUntil: 'SEUMUR HIDUP',
    });
  });

  it('bears misread labels, lost colons and values of closed lists with faults', () => {
    const reading = read(
      {
        Agama: 'lSLAH',
        'Status Perkawinan': 'BELUN KAWlN',
        Pekerjaan: 'KARYAWAN SWA5TA',
        'Berlaku Hingga': 'SEUMUR H1DUP',
      },
      { Nama: 'Nana', 'Tempat/Tgl Lahir': 'Tempat Tgl Lahlr', Kewarganegaraan: 'Kewarganegaraan:' },
    );
    expect(reading).toMatchObject({
      name: 'SRI KIRANA WULANDARI',
      dateOfBirth: '1989-03-14',
      maritalStatus: 'BELUM KAWIN',
      occupation: 'KARYAWAN SWASTA',
      validUntil: 'SEUMUR HIDUP',
    });
    expect(reading?.confidences.maritalStatus).toBeLessThan(0.95);
  });

  it('knows a label that is hardly legible by the ones around it, and passes over specks', () => {
    const labels = {
      Nama: 'Namma',
      'Tempat/Tgl Lahir': 'TempaU/TgILahir',
      'Jenis Kelamin': 'JenIS KelaITminl',
      Alamat: 'AIamnat',
      'Kel/Desa': 'Kei/Desa',
      Kecamatan: 'KeCaITatan',
      Agama: 'AganTla',
      Kewarganegaraan: 'KeWar8ane8araan',
    };
    const specks = [3, 7, 10].map((row) => ({
      ...line('w', 0.15, 0.06 + row * 0.06, 0.5),
      box: { x: 0.15, y: 0.06 + row * 0.06, width: 0.01, height: 0.008 },
    }));
    const reading = readKtp([...linesOf(rowsOf(INDONESIAN), labels), ...specks], { at: AT });
    expect(reading).toMatchObject({
      name: 'SRI KIRANA WULANDARI',
      sex: 'F',
      address: 'JL MELATI FIKTIF NO 12',
      village: 'CONTOH UTARA',
      religion: 'ISLAM',
      citizenship: 'WNI',
    });
  });

  it('puts letters in the number right where one well-formed number is left', () => {
    expect(read({ NIK: '3I7199S403B900l2' })).toMatchObject({ nik: '3171995403890012', nikValid: true });
  });

  it('reads nothing where the number could be two', () => {
    // A question mark may be a 2 or a 7: both serials are well formed.
    expect(read({ NIK: '317199540389001?' })).toBeNull();
    // In the birth date only one of them agrees with what is printed.
    const twentySeventh = { ...INDONESIAN, nik: '3171996703890012', dateOfBirth: '1989-03-27' };
    const rows = { ...rowsOf(twentySeventh), NIK: '3171996?03890012' };
    expect(readKtp(linesOf(rows), { at: AT })).toMatchObject({ nik: '3171996703890012' });
  });

  it('calls a number invalid that says another birth date or sex than the card prints', () => {
    expect(read({ 'Tempat/Tgl Lahir': 'TELADAN, 15-03-1989' })).toMatchObject({ nikValid: false });
    expect(read({ 'Jenis Kelamin': 'LAKI-LAKI Gol. Darah : O' })).toMatchObject({ nikValid: false, sex: 'M' });
    expect(read({ NIK: '2071995403890012' })).toMatchObject({ nikValid: false });
  });

  it('does not call it invalid for what could not be read', () => {
    const reading = read({ 'Tempat/Tgl Lahir': 'TELADAN, ??-03-19B9', 'Jenis Kelamin': '......' });
    expect(reading).toMatchObject({ nikValid: true, sex: null, dateOfBirth: null });
  });

  it('finds the number without its label, and no card without a number', () => {
    expect(read({}, { NIK: 'N1X' })).toMatchObject({ nik: '3171995403890012' });
    expect(read({ NIK: '31719954038900' })).toBeNull();
    expect(readKtp([], { at: AT })).toBeNull();
  });

  it('reads a date of validity, and tells no name that has a one in it', () => {
    expect(read({ 'Berlaku Hingga': '14-03-2030', Nama: 'SR1 KIRANA' })).toMatchObject({
      validUntil: '2030-03-14',
      name: null,
    });
  });

  it('leaves what stands under the photo out of the rows', () => {
    expect(read({ Kecamatan: 'TELADAN TIMUR' })?.district).toBe('TELADAN TIMUR');
    expect(JSON.stringify(read())).not.toContain('2018');
  });

  it('throws on nothing, and never takes a well-formed number for another one', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 30 }), { maxLength: 20 }), (texts) => {
        readKtp(
          texts.map((text, row) => line(text, 0.1, row * 0.05)),
          { at: AT },
        );
      }),
    );
    // One digit taken for a letter that looks alike: put right or not read, but never another number.
    const looks: Readonly<Record<string, string>> = { 0: 'O', 1: 'I', 2: 'Z', 5: 'S', 6: 'G', 8: 'B' };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 15 }), (place) => {
        const digit = INDONESIAN.nik.charAt(place);
        const nik = INDONESIAN.nik.slice(0, place) + (looks[digit] ?? digit) + INDONESIAN.nik.slice(place + 1);
        expect(read({ NIK: nik })?.nik ?? INDONESIAN.nik).toBe(INDONESIAN.nik);
      }),
    );
  });
});
