import { toIsoDate } from '../iso-date.ts';

/** The first letters of the months as documents abbreviate them: English, French, German, Spanish, Italian, Portuguese, Dutch, Indonesian. */
const MONTHS: readonly (readonly string[])[] = [
  ['JAN', 'ENE', 'GEN', 'GENN'],
  ['FEB', 'FEV'],
  ['MAR', 'MRZ', 'MAE', 'MRT'],
  ['APR', 'AVR', 'ABR'],
  ['MAY', 'MAI', 'MEI', 'MAG', 'MAJ'],
  ['JUN', 'JUI', 'GIU'],
  ['JUL', 'LUG'],
  ['AUG', 'AOU', 'AGO', 'AGU', 'AGT'],
  ['SEP', 'SET'],
  ['OCT', 'OKT', 'OUT', 'OTT'],
  ['NOV'],
  ['DEC', 'DEZ', 'DIC', 'DES'],
];

/** `14 MAR 1989`, `14 MAR/MARS 1989`, `14.MAR.89`. */
const NAMED = /(?<!\d)(\d{1,2})[\s./-]*([A-Z]{3,9})[A-Z\s./-]{0,12}?(\d{4}|\d{2})(?!\d)/g;
/** `14.03.1989`, `03/14/1989`, `14 03 1989`. */
const YEAR_LAST = /(?<!\d)(\d{1,2})[\s./-]{1,3}(\d{1,2})[\s./-]{1,3}(\d{4})(?!\d)/g;
/** `1989-03-14`, `1989 03 14`. */
const YEAR_FIRST = /(?<!\d)(\d{4})([\s./-])(\d{1,2})\2(\d{1,2})(?!\d)/g;

/**
 * The dates in a printed line. Each is the list of what it can mean, `YYYY-MM-DD`: more than one where day and month could
 * change places, or where the year has two digits.
 */
export function printedDates(text: string): readonly (readonly string[])[] {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase();
  const dates: (readonly string[])[] = [];
  const add = (...candidates: readonly (string | null)[]) => {
    const real = [...new Set(candidates.filter((date) => date !== null))];
    if (real.length > 0) dates.push(real);
  };
  for (const [, day = '', name = '', year = ''] of plain.matchAll(NAMED)) {
    const months = MONTHS.flatMap((names, month) => (names.some((start) => name.startsWith(start)) ? [month + 1] : []));
    add(...months.flatMap((month) => yearsOf(year).map((full) => toIsoDate(full, month, Number(day)))));
  }
  for (const [, first = '', second = '', year = ''] of plain.matchAll(YEAR_LAST)) {
    const [a, b] = [Number(first), Number(second)];
    add(toIsoDate(Number(year), b, a), toIsoDate(Number(year), a, b));
  }
  for (const [, year = '', , month = '', day = ''] of plain.matchAll(YEAR_FIRST)) {
    add(toIsoDate(Number(year), Number(month), Number(day)));
  }
  return dates;
}

function yearsOf(text: string): readonly number[] {
  return text.length === 4 ? [Number(text)] : [1900 + Number(text), 2000 + Number(text)];
}
