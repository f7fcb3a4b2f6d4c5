import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aamvaText, UTOPIAN } from '@bonafide/testkit/specimens';
import { isAamva, parseAamva } from './parse-aamva.ts';

const HEADER = '@\n\u001e\rANSI ';

/** A text of one subfile; versions 0 and 1 have no jurisdiction version. */
function textOf(version: number, elements: readonly string[], type = 'DL'): string {
  const subfile = `${type}${elements.join('\n')}\r`;
  const versions = String(version).padStart(2, '0') + (version < 2 ? '' : '00');
  const offset = HEADER.length + 6 + versions.length + 2 + 10;
  const entry = type + String(offset).padStart(4, '0') + String(subfile.length).padStart(4, '0');
  return `${HEADER}636000${versions}01${entry}${subfile}`;
}

describe('isAamva', () => {
  it('is false for other barcodes, and for one that only begins alike', () => {
    for (const text of ['', 'PDF-417', '@', HEADER, `${HEADER}63600010`, `${HEADER}6360001000AA`, 'x'.repeat(400)]) {
      expect(isAamva(text), text).toBe(false);
      expect(() => parseAamva(text)).toThrow(TypeError);
    }
  });
});

describe('parseAamva', () => {
  it('reads the specimen licence whole', () => {
    expect(parseAamva(aamvaText(UTOPIAN))).toMatchObject({
      issuerIdentificationNumber: '636999',
      version: 10,
      kind: 'drivers-licence',
      fields: {
        documentNumber: 'U4L07K512',
        lastName: 'RAFAELSEN QUILL',
        firstName: 'MIRA SOLENE',
        lastNameTruncated: false,
        firstNameTruncated: false,
        dateOfBirth: '1989-03-14',
        dateOfIssue: '2024-06-02',
        dateOfExpiry: '2034-06-01',
        sex: 'F',
        country: 'UTO',
        jurisdiction: 'XU',
        street: '12 ANYDER QUAY',
        city: 'AMAUROT',
        postalCode: '15160',
      },
      elements: { DAU: '171 cm', DAY: 'BRO' },
    });
  });

  it('takes the names of version 1 from one element, and its dates with the year first', () => {
    const { fields, version } = parseAamva(
      textOf(1, ['DAAPUBLIC,JANE,QUINN', 'DAQA1234567', 'DBB19680229', 'DBA20090229', 'DBCM']),
    );
    expect(version).toBe(1);
    expect(fields).toMatchObject({ lastName: 'PUBLIC', firstName: 'JANE QUINN', dateOfBirth: '1968-02-29', sex: 'M' });
    // 2009 was no leap year.
    expect(fields.dateOfExpiry).toBeNull();
  });

  it('takes the given names of versions 2 and 3 from one element', () => {
    const { fields } = parseAamva(textOf(3, ['DCSPUBLIC', 'DCTJANE,QUINN', 'DBB02291968', 'DCGUSA']));
    expect(fields).toMatchObject({ lastName: 'PUBLIC', firstName: 'JANE QUINN', dateOfBirth: '1968-02-29' });
  });

  it('reads Canadian dates and codes, whatever country is stated', () => {
    const canadian = ['DCSROY', 'DACLUC', 'DBB19901102', 'DAJQC', 'DAKH2X 1Y4  ', 'DCGCAN'];
    expect(parseAamva(textOf(8, canadian)).fields).toMatchObject({
      dateOfBirth: '1990-11-02',
      jurisdiction: 'QC',
      postalCode: 'H2X 1Y4',
      country: 'CAN',
    });
    expect(parseAamva(textOf(8, [...canadian.slice(0, 5), 'DCGUSA'])).fields.dateOfBirth).toBe('1990-11-02');
  });

  it('says what the issuer says about cut names, and nothing where it says nothing', () => {
    const { fields } = parseAamva(textOf(9, ['DCSWOLFESCHLEGELSTEIN', 'DDET', 'DACHUBERT', 'DDFU']));
    expect(fields).toMatchObject({ lastNameTruncated: true, firstNameTruncated: null });
  });

  it.each([
    ['DBC0', 'sex'],
    ['DBB99999999', 'dateOfBirth'],
    ['DBB1968', 'dateOfBirth'],
    ['DAQNONE', 'documentNumber'],
    ['DCSunavl', 'lastName'],
    ['DAJQuebec', 'jurisdiction'],
  ] as const)('claims nothing from %s', (element, field) => {
    const { fields, elements } = parseAamva(textOf(9, [element]));
    expect(fields[field]).toBeNull();
    expect(elements[element.slice(0, 3)]).toBe(element.slice(3));
  });

  it('finds the subfile when its offset is wrong, and reads an identity card as one', () => {
    const text = textOf(4, ['DCSPUBLIC', 'DAQB7'], 'ID').replace('ID0031', 'ID0042');
    expect(parseAamva(text)).toMatchObject({
      kind: 'identity-card',
      fields: { lastName: 'PUBLIC', documentNumber: 'B7' },
    });
  });

  it('bears a header whose separators a reader has swallowed', () => {
    const text = textOf(8, ['DCSPUBLIC', 'DAQB7']).replace(HEADER, '@ANSI ');
    expect(parseAamva(text).fields).toMatchObject({ lastName: 'PUBLIC', documentNumber: 'B7' });
  });

  it('shortens a ZIP whose last four digits say nothing', () => {
    expect(parseAamva(textOf(8, ['DAK551550000  '])).fields.postalCode).toBe('55155');
    expect(parseAamva(textOf(8, ['DAK551551234  '])).fields.postalCode).toBe('55155-1234');
  });

  it('gives back any dates and names that were written, in every version and either order of dates', () => {
    const name = fc.stringMatching(/^[A-Z]{2,20}$/).filter((name) => !/^(NONE|UNAVL?)$/.test(name));
    const date = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 10 }),
        name,
        name,
        date,
        fc.boolean(),
        (version, last, first, at, isCanada) => {
          const iso = at.toISOString().slice(0, 10);
          const [year = '', month = '', day = ''] = iso.split('-');
          const written = isCanada ? year + month + day : month + day + year;
          const { fields } = parseAamva(textOf(version, [`DCS${last}`, `DAC${first}`, `DBB${written}`]));
          expect(fields).toMatchObject({ lastName: last, firstName: first, dateOfBirth: iso });
        },
      ),
    );
  });

  it('never throws on what it takes for a licence', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (rest) => {
        const text = `${HEADER}636000100001DL00310100DL${rest}`;
        expect(parseAamva(text).fields).toBeDefined();
      }),
    );
  });
});
