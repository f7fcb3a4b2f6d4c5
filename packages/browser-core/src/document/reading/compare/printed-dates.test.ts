import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printedDates } from './printed-dates.ts';

describe('printedDates', () => {
  it.each([
    ['14 MAR 1989', ['1989-03-14']],
    ['14 MAR/MARS 1989', ['1989-03-14']],
    ['14 MÄR / MAR 1989', ['1989-03-14']],
    ['01 AOÛ/AUG 2034', ['2034-08-01']],
    ['05.MAI.89', ['1989-05-05']],
    ['3. 14.03.1989 AMAUROT', ['1989-03-14']],
    ['03/14/1989', ['1989-03-14']],
    ['1989-03-14', ['1989-03-14']],
    ['1989 03 14', ['1989-03-14']],
    ['TELADAN, 14-03-1989', ['1989-03-14']],
  ] as const)('finds the date of %s', (text, [date]) => {
    expect(printedDates(text).flat()).toContain(date);
  });

  it('leaves open what a date leaves open', () => {
    expect(printedDates('04.03.1989')).toEqual([['1989-03-04', '1989-04-03']]);
    expect(printedDates('14 MAR 89')).toEqual([['1989-03-14', '2089-03-14']]);
  });

  it('finds each of several, and none in what is none', () => {
    expect(printedDates('02.06.2024 - 01.06.2034')).toHaveLength(2);
    for (const text of ['', 'P UTO U4L07K512', '8903142016', '31.02.2020', '99 MAR 2020', '12 ANYDER QUAY, 15160']) {
      expect(printedDates(text), text).toEqual([]);
    }
  });

  it('finds any day in any of the usual ways of writing it', () => {
    const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        fc.constantFrom('.', '-', '/', ' '),
        (at, separator) => {
          const iso = at.toISOString().slice(0, 10);
          const [year = '', month = '', day = ''] = iso.split('-');
          for (const parts of [
            [day, month, year],
            [month, day, year],
            [year, month, day],
            [day, months[Number(month) - 1] ?? '', year],
          ]) {
            expect(printedDates(parts.join(separator)).flat()).toContain(iso);
          }
        },
      ),
    );
  });
});
