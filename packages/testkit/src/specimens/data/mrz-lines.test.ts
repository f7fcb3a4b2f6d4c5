import { describe, expect, it } from 'vitest';
import { idCardMrz, mrzCheckDigit, passportMrz } from './mrz-lines.ts';
import { UTOPIAN } from './specimen-holder.ts';

describe('mrzCheckDigit', () => {
  it('gives the digits of the examples of Doc 9303 part 3, appendix A', () => {
    expect(mrzCheckDigit('520727')).toBe('3');
    expect(mrzCheckDigit('AB2134<<<')).toBe('5');
    expect(mrzCheckDigit('HA672242<658022549601086<<<<<<<')).toBe('8');
  });
});

describe('passportMrz', () => {
  it('writes the specimen of Doc 9303 part 4, appendix B', () => {
    const holder = {
      ...UTOPIAN,
      lastName: 'ERIKSSON',
      firstName: 'ANNA MARIA',
      documentNumber: 'L898902C3',
      dateOfBirth: '1974-08-12',
      sex: 'F',
      dateOfExpiry: '2012-04-15',
      personalNumber: 'ZE184226B',
    } as const;
    expect(passportMrz(holder)).toEqual([
      'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
      'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
    ]);
  });

  it('spells letters with marks as Doc 9303 does, and cuts a name that is too long', () => {
    const [names] = passportMrz({ ...UTOPIAN, lastName: "D'ÅKERSTRÖM-MÜLLER", firstName: 'MARÍA '.repeat(9).trim() });
    expect(names).toBe('P<UTODAAKERSTROEM<MUELLER<<MARIA<MARIA<MARIA');
  });

  it('gets exactly the digit wrong that it is told to', () => {
    const right = passportMrz(UTOPIAN)[1] ?? '';
    const changed = (wrong: Parameters<typeof passportMrz>[1]) =>
      Array.from(passportMrz(UTOPIAN, wrong)[1] ?? '').flatMap((character, at) =>
        character === right[at] ? [] : [at],
      );
    expect(changed('composite')).toEqual([43]);
    expect(changed('dateOfBirth')).toContain(19);
    expect(changed('documentNumber')).toContain(9);
  });
});

describe('idCardMrz', () => {
  it('writes the specimen of Doc 9303 part 5, appendix B', () => {
    const holder = {
      ...UTOPIAN,
      lastName: 'ERIKSSON',
      firstName: 'ANNA MARIA',
      documentNumber: 'D23145890',
      dateOfBirth: '1974-08-12',
      sex: 'F',
      dateOfExpiry: '2012-04-15',
      personalNumber: '',
    } as const;
    expect(idCardMrz(holder)).toEqual([
      'I<UTOD231458907<<<<<<<<<<<<<<<',
      '7408122F1204159UTO<<<<<<<<<<<6',
      'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
    ]);
  });
});
