import { checkDigit } from './check-digit.ts';
import { parseMrzDate } from './mrz-date.ts';
import type { MrzFieldName, MrzLayout } from './mrz-layout.ts';
import { MRZ_LAYOUTS, mrzFormatOf, textOf } from './mrz-layout.ts';
import type { MrzCheckDigit, MrzFields, MrzFormat } from './mrz-reading.ts';

/** What the lines of a zone say, and which of its check digits hold. */
export interface ParsedMrz {
  readonly format: MrzFormat;
  readonly lines: readonly string[];
  /** Whether every check digit that the format has holds. */
  readonly valid: boolean;
  readonly checkDigits: Partial<Readonly<Record<MrzCheckDigit, boolean>>>;
  readonly fields: MrzFields;
}

/**
 * Takes the lines of a machine-readable zone apart. `at` decides centuries (see `parseMrzDate`). Throws `TypeError` on
 * lines that no layout has, or on characters that no zone has; a wrong check digit is told, not thrown.
 */
export function parseMrz(lines: readonly string[], at: Date): ParsedMrz {
  const format = mrzFormatOf(lines);
  if (format === null) throw new TypeError('no machine-readable zone has this number and length of lines');
  if (lines.some((line) => !/^[A-Z0-9<]+$/.test(line)))
    throw new TypeError('a machine-readable zone holds A–Z, 0–9 and < only');
  const layout = MRZ_LAYOUTS[format];
  const number = longDocumentNumber(lines, layout);
  const checkDigits: Partial<Record<MrzCheckDigit, boolean>> = {};
  for (const [name, check] of Object.entries(layout.checks) as [
    MrzCheckDigit,
    NonNullable<MrzLayout['checks']['composite']>,
  ][]) {
    const digit = textOf(lines, [check.digit]);
    const covered = textOf(lines, check.covers);
    checkDigits[name] = digit === checkDigit(covered) || (digit === '<' && mayBeFiller(name, covered));
  }
  if (number !== null) checkDigits.documentNumber = number.valid;
  return {
    format,
    lines: [...lines],
    valid: Object.values(checkDigits).every(Boolean),
    checkDigits,
    fields: readFields(lines, layout, number?.text ?? null, at),
  };
}

/** A field that is left out may have filler for its check digit: optional data by the standard, a date in practice. */
function mayBeFiller(name: MrzCheckDigit, covered: string): boolean {
  return name !== 'composite' && name !== 'documentNumber' && /^<+$/.test(covered);
}

/** On a card, a number of more than nine characters goes on in the optional data, with `<` where its check digit would be. */
function longDocumentNumber(lines: readonly string[], layout: MrzLayout): { text: string; valid: boolean } | null {
  if (layout.lineCount !== 3 || lines[0]?.charAt(14) !== '<') return null;
  const [rest = ''] = (lines[0]?.slice(15) ?? '').split('<');
  if (rest.length < 2) return null;
  const text = (lines[0]?.slice(5, 14) ?? '') + rest.slice(0, -1);
  return { text, valid: rest.slice(-1) === checkDigit(text) };
}

function readFields(lines: readonly string[], layout: MrzLayout, longNumber: string | null, at: Date): MrzFields {
  const raw = (name: MrzFieldName): string => {
    const span = layout.fields[name];
    return span === undefined ? '' : textOf(lines, [span]);
  };
  const plain = (name: MrzFieldName): string => withoutFiller(raw(name));
  const [last = '', ...given] = raw('names').replace(/<+$/, '').split('<<');
  const sex = raw('sex');
  const optional =
    longNumber === null ? plain('optionalData') : withoutFiller(raw('optionalData').replace(/^[^<]*/, ''));
  return {
    documentCode: plain('documentCode'),
    issuingCountry: plain('issuingCountry'),
    lastName: withoutFiller(last),
    firstName: withoutFiller(given.join('<')),
    documentNumber: longNumber ?? plain('documentNumber'),
    nationality: plain('nationality'),
    dateOfBirth: parseMrzDate(raw('dateOfBirth'), 'birth', at),
    sex: sex === 'M' || sex === 'F' ? sex : 'X',
    dateOfExpiry: parseMrzDate(raw('dateOfExpiry'), 'expiry', at),
    optionalData: [optional, plain('optionalData2')].filter((part) => part !== '').join(' '),
  };
}

function withoutFiller(text: string): string {
  return text.replaceAll(/<+/g, ' ').trim();
}
