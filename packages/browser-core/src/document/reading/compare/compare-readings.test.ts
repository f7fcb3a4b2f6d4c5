import { describe, expect, it } from 'vitest';
import { aamvaText, passportMrz, UTOPIAN, type SpecimenHolder } from '@bonafide/testkit/specimens';
import { parseAamva } from '../barcode/parse-aamva.ts';
import { EMPTY_READING, type DocumentReading } from '../document-reading.ts';
import type { KtpReading } from '../ktp/ktp-reading.ts';
import { parseMrz } from '../mrz/parse-mrz.ts';
import type { TextLine } from '../text-line.ts';
import { compareReadings } from './compare-readings.ts';

const AT = new Date('2026-11-25T00:00:00Z');

function zoneOf(holder: SpecimenHolder): DocumentReading['mrz'] {
  const parsed = parseMrz(passportMrz(holder), AT);
  return { ...parsed, confidence: 0.99 };
}

function line(text: string, x: number, y: number, confidence = 0.95): TextLine {
  return { text, box: { x, y, width: 0.01 * text.length, height: 0.03 }, confidence };
}

const FIELDS: Readonly<Record<string, string>> = {
  'Surname / Nom': 'RAFAELSEN QUILL',
  'Given names / Prénoms': 'MIRA SOLÈNE',
  'Passport No. / No. du passeport': 'U4L07K512',
  'Date of birth / Date de naissance': '14 MAR 1989',
  'Sex / Sexe': 'F',
  'Date of expiry / Date d’expiration': '01 JUN 2034',
};

/** A page with each value under its label; `null` takes a value away. */
function printOf(change: Readonly<Record<string, string | null>> = {}, confidence = 0.95): readonly TextLine[] {
  return Object.entries({ ...FIELDS, ...change }).flatMap(([label, value], row) => [
    line(label, 0.4, 0.1 + row * 0.13),
    ...(value === null ? [] : [line(value, 0.4, 0.14 + row * 0.13, confidence)]),
  ]);
}

const reading = (parts: Partial<DocumentReading>): DocumentReading => ({ ...EMPTY_READING, ...parts });

/** `field: agree` of each comparison with the print. */
function withPrint(text: readonly TextLine[], holder = UTOPIAN): Record<string, boolean> {
  const comparisons = compareReadings(reading({ mrz: zoneOf(holder), text }), null);
  return Object.fromEntries(comparisons.map(({ field, agree }) => [field, agree]));
}

describe('compareReadings', () => {
  it('finds every field of the zone in an honest print', () => {
    expect(withPrint(printOf())).toEqual({
      lastName: true,
      firstName: true,
      documentNumber: true,
      dateOfBirth: true,
      dateOfExpiry: true,
      sex: true,
    });
  });

  it.each([
    ['Date of birth / Date de naissance', '14 MAR 1999', 'dateOfBirth'],
    ['Date of expiry / Date d’expiration', '01 JUN 2044', 'dateOfExpiry'],
    ['Surname / Nom', 'MORUS', 'lastName'],
    ['Given names / Prénoms', 'TOVE INGRID', 'firstName'],
    ['Passport No. / No. du passeport', 'X9Z11A774', 'documentNumber'],
    ['Sex / Sexe', 'M', 'sex'],
  ])('sees that %s says %s', (label, value, field) => {
    expect(withPrint(printOf({ [label]: value }))[field]).toBe(false);
  });

  it('says nothing about a value that is not printed, not clear, or only misread by a letter', () => {
    expect(withPrint(printOf({ 'Surname / Nom': null }))).not.toHaveProperty('lastName');
    expect(withPrint(printOf({ 'Surname / Nom': 'MORUS' }, 0.6))).not.toHaveProperty('lastName');
    expect(withPrint(printOf({ 'Surname / Nom': 'RAFAELSEN OUILL' }))).not.toHaveProperty('lastName');
    expect(withPrint(printOf({ 'Passport No. / No. du passeport': 'U4L07K572' }))).not.toHaveProperty('documentNumber');
    expect(withPrint([])).toEqual({});
  });

  it('claims no difference where the value is printed after all, whatever label was taken for its own', () => {
    const merged = printOf({
      'Date of birth / Date de naissance': '02 JUN 2024',
      'Date of issue': '14 MAR 1989',
    });
    expect(withPrint(merged)).toMatchObject({ dateOfBirth: true });
    // Two labels that were taken for one line: the value below is the first one's.
    const line = 'Date of issue / Date de délivrance Date of expiry / Expire le';
    expect(
      withPrint(printOf({ 'Date of expiry / Date d’expiration': null, [line]: '02 JUN 2024' })),
    ).not.toHaveProperty('dateOfExpiry');
  });

  it('finds a name whose blanks were lost', () => {
    const print = printOf({ 'Given names / Prénoms': 'MIRASOLENE', 'Surname / Nom': 'RAFAELSENQUILL' });
    expect(withPrint(print)).toMatchObject({ firstName: true, lastName: true });
  });

  it.each([
    ['MÜLLER-ÅSTRÖM', 'MUELLER<AASTROEM'],
    ["O'NEILL", 'ONEILL'],
    ['NUÑEZ', 'NUNXXEZ'],
    ['NUÑEZ', 'NUNEZ'],
    ['GROß', 'GROSS'],
    ['ŁUKASIEWICZ', 'LUKASIEWICZ'],
  ])('takes %s for %s', (printed, spelt) => {
    const holder = { ...UTOPIAN, lastName: spelt.replaceAll('<', ' ') };
    expect(withPrint(printOf({ 'Surname / Nom': printed }), holder)['lastName']).toBe(true);
  });

  it('takes a cut name for the beginning of the printed one, and a name over two lines for one', () => {
    const long = { ...UTOPIAN, firstName: 'MAXIMILIANA KONSTANTINA FREDERIKA' };
    const print = printOf({ 'Given names / Prénoms': 'MAXIMILIANA KONSTANTINA FREDERIKA' });
    expect(withPrint(print, long)['firstName']).toBe(true);
    expect(withPrint(printOf({ 'Surname / Nom': 'RAFAELSEN' }))).not.toHaveProperty('lastName');
  });

  it('claims nothing from a zone whose check digit fails', () => {
    const mrz = zoneOf(UTOPIAN);
    if (mrz === null) throw new Error('no zone');
    const broken = { ...mrz, valid: false, checkDigits: { ...mrz.checkDigits, dateOfBirth: false } };
    const fields = compareReadings(reading({ mrz: broken, text: printOf() }), null).map(({ field }) => field);
    expect(fields).toEqual(['documentNumber', 'dateOfExpiry']);
  });

  it('compares the zone of one side with the barcode of the other', () => {
    const aamva = parseAamva(aamvaText({ ...UTOPIAN, dateOfBirth: '1989-03-15' }));
    const back = reading({ barcodes: [{ symbology: 'pdf417', text: '', aamva }] });
    const comparisons = compareReadings(reading({ mrz: zoneOf(UTOPIAN) }), back);
    expect(comparisons.filter(({ agree }) => !agree)).toEqual([
      { field: 'dateOfBirth', sources: ['mrz', 'barcode'], agree: false },
    ]);
    expect(comparisons).toHaveLength(6);
  });

  it('reads a licence by the numbers of its fields', () => {
    const aamva = parseAamva(aamvaText(UTOPIAN));
    const text = [
      ['1.', 'RAFAELSEN QUILL'],
      ['2.', 'MIRA SOLÈNE'],
      ['3.', '14.03.1989 AMAUROT'],
      ['4b.', '01.06.2035'],
      ['5.', 'U4L07K512'],
    ] as const;
    const parted = text.flatMap(([label, value], row) => [
      line(label, 0.36, 0.2 + row * 0.07),
      line(value, 0.42, 0.2 + row * 0.07),
    ]);
    const joined = text.map(([label, value], row) =>
      line(`${label.replace('4b', '46')} ${value}`, 0.36, 0.2 + row * 0.07),
    );
    const back = reading({ barcodes: [{ symbology: 'pdf417', text: '', aamva }] });
    for (const print of [parted, joined]) {
      const comparisons = compareReadings(reading({ text: print }), back);
      expect(Object.fromEntries(comparisons.map(({ field, agree }) => [field, agree]))).toEqual({
        lastName: true,
        firstName: true,
        documentNumber: true,
        dateOfBirth: true,
        dateOfExpiry: false,
      });
    }
  });

  it('holds the number of an Indonesian card to its print', () => {
    const card = { nik: '3171995403890012', dateOfBirth: '1989-03-14', sex: 'M' } as KtpReading;
    expect(compareReadings(reading({ ktp: card }), null)).toEqual([
      { field: 'dateOfBirth', sources: ['number', 'print'], agree: true },
      { field: 'sex', sources: ['number', 'print'], agree: false },
    ]);
  });
});
