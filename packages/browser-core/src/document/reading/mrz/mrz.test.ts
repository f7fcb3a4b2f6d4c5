import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigit } from './check-digit.ts';
import { formatMrz } from './format-mrz.ts';
import { parseMrzDate } from './mrz-date.ts';
import { MRZ_LAYOUTS } from './mrz-layout.ts';
import type { MrzFields, MrzFormat } from './mrz-reading.ts';
import { parseMrz } from './parse-mrz.ts';

const AT = new Date('2026-06-01T00:00:00Z');

/** The specimens of ICAO Doc 9303, parts 4 to 7. */
const SPECIMENS: readonly (readonly [MrzFormat, readonly string[]])[] = [
  ['TD3', ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10']],
  ['TD1', ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<']],
  ['TD2', ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6']],
  ['MRV-A', ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8988901C4XXX4009078F96121096ZE184226B<<<<<<']],
  ['MRV-B', ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'L8988901C4XXX4009078F9612109<<<<<<<<']],
];

describe('parseMrz', () => {
  it.each(SPECIMENS)('reads the specimen of %s', (format, lines) => {
    const parsed = parseMrz(lines, AT);
    expect(parsed).toMatchObject({ format, valid: true, lines });
    expect(parsed.fields).toMatchObject({
      issuingCountry: 'UTO',
      lastName: 'ERIKSSON',
      firstName: 'ANNA MARIA',
      sex: 'F',
    });
    expect(Object.keys(parsed.checkDigits).toSorted()).toEqual(Object.keys(MRZ_LAYOUTS[format].checks).toSorted());
  });

  it('gives dates, number and optional data', () => {
    expect(parseMrz(SPECIMENS[0]?.[1] ?? [], AT).fields).toMatchObject({
      documentCode: 'P',
      documentNumber: 'L898902C3',
      dateOfBirth: '1974-08-12',
      dateOfExpiry: '2012-04-15',
      optionalData: 'ZE184226B',
    });
  });

  it.each([
    ['documentNumber', 0, 'M', 1],
    ['dateOfBirth', 13, '8', 1],
    ['dateOfExpiry', 21, '2', 1],
    ['optionalData', 28, 'A', 1],
    ['composite', 43, '1', 1],
  ] as const)('tells that the %s check digit does not hold', (name, place, character, line) => {
    const lines = [...(SPECIMENS[0]?.[1] ?? [])];
    const before = lines[line] ?? '';
    lines[line] = before.slice(0, place) + character + before.slice(place + 1);
    const parsed = parseMrz(lines, AT);
    expect(parsed.valid).toBe(false);
    expect(parsed.checkDigits[name]).toBe(false);
  });

  it('takes filler for the check digit of optional data that is not there', () => {
    const lines = ['P<UTOA<<B<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159<<<<<<<<<<<<<<<<'];
    expect(parseMrz(lines, AT).checkDigits.optionalData).toBe(true);
  });

  it('refuses what is no zone', () => {
    expect(() => parseMrz([], AT)).toThrow(TypeError);
    expect(() => parseMrz(['P<UTO', 'L898902'], AT)).toThrow(TypeError);
    expect(() => parseMrz(['a'.repeat(44), 'a'.repeat(44)], AT)).toThrow(TypeError);
  });
});

describe('formatMrz', () => {
  it.each(SPECIMENS)('writes the specimen of %s', (format, lines) => {
    expect(formatMrz(format, parseMrz(lines, AT).fields)).toEqual(lines);
  });

  const fields: MrzFields = {
    documentCode: 'I',
    issuingCountry: 'UTO',
    lastName: 'Åkesson-Müller',
    firstName: "Zoë d'Arc",
    documentNumber: 'AB1234567890',
    nationality: 'UTO',
    dateOfBirth: '1990-02-28',
    sex: 'X',
    dateOfExpiry: '2031-12-31',
    optionalData: 'X1',
  };

  it('spells names as ICAO does and carries on a long number', () => {
    const lines = formatMrz('TD1', fields);
    expect(lines[2]).toBe('AAKESSON<MUELLER<<ZOE<DARC<<<<');
    const parsed = parseMrz(lines, AT);
    expect(parsed.valid).toBe(true);
    expect(parsed.fields).toMatchObject({ documentNumber: 'AB1234567890', optionalData: 'X1', sex: 'X' });
  });

  it('refuses what does not fit or has no spelling', () => {
    expect(() => formatMrz('TD3', fields)).toThrow(TypeError);
    expect(() => formatMrz('TD1', { ...fields, lastName: '李' })).toThrow(TypeError);
    expect(() => formatMrz('TD1', { ...fields, dateOfBirth: '28.02.1990' })).toThrow(TypeError);
  });

  const name = fc
    .array(fc.stringMatching(/^[A-Z]{1,8}$/), { minLength: 1, maxLength: 2 })
    .map((parts) => parts.join(' '));
  const date = (from: string, to: string): fc.Arbitrary<string> =>
    fc
      .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10));
  const anyFields = fc.record<MrzFields>({
    documentCode: fc.constantFrom('P', 'PD', 'ID', 'AC'),
    issuingCountry: fc.constantFrom('UTO', 'D', 'IDN'),
    lastName: name,
    firstName: name,
    documentNumber: fc.stringMatching(/^[A-Z0-9]{1,9}$/),
    nationality: fc.constantFrom('UTO', 'D', 'XXX'),
    dateOfBirth: date('1930-01-01', '2026-05-31'),
    sex: fc.constantFrom('M', 'F', 'X'),
    dateOfExpiry: date('1980-01-01', '2070-12-31'),
    optionalData: fc.stringMatching(/^[A-Z0-9]{0,7}$/),
  });

  it.each(['TD1', 'TD2', 'TD3'] as const)('writes %s so that it reads the same', (format) => {
    fc.assert(
      fc.property(anyFields, (some) => {
        const parsed = parseMrz(formatMrz(format, some), AT);
        expect(parsed.valid).toBe(true);
        if (`${some.lastName}  ${some.firstName}`.length <= 30) expect(parsed.fields).toEqual(some);
      }),
      { numRuns: 200 },
    );
  });
});

describe('dates of two digits a year', () => {
  it.each([
    ['740812', 'birth', '1974-08-12'],
    ['260531', 'birth', '2026-05-31'],
    ['260602', 'birth', '1926-06-02'],
    ['310101', 'expiry', '2031-01-01'],
    ['760101', 'expiry', '2076-01-01'],
    ['770101', 'expiry', '1977-01-01'],
    ['740230', 'birth', null],
    ['74<<<<', 'birth', null],
    ['741301', 'birth', null],
  ] as const)('%s of %s is %s', (text, kind, date) => {
    expect(parseMrzDate(text, kind, AT)).toBe(date);
  });
});

describe('checkDigit', () => {
  it('is that of the standard', () => {
    expect([checkDigit('520727'), checkDigit('AB2134<<<')]).toEqual(['3', '5']);
    expect(() => checkDigit('ab')).toThrow(TypeError);
  });
});
