import { checkDigit } from './check-digit.ts';
import { formatMrzDate } from './mrz-date.ts';
import type { MrzLayout } from './mrz-layout.ts';
import { MRZ_LAYOUTS, textOf } from './mrz-layout.ts';
import type { MrzCheckDigit, MrzFields, MrzFormat } from './mrz-reading.ts';

/** Order matters: the composite digit covers the others. */
const CHECK_ORDER: readonly MrzCheckDigit[] = [
  'documentNumber',
  'dateOfBirth',
  'dateOfExpiry',
  'optionalData',
  'composite',
];

/**
 * The lines of a zone that say this. Names are spelt as ICAO does (`Ä` AE, `Ø` OE, `ß` SS, other accents dropped) and cut to
 * their field, as every issuer must. Throws `TypeError` on a value that does not fit or has no spelling.
 */
export function formatMrz(format: MrzFormat, fields: MrzFields): readonly string[] {
  const layout = MRZ_LAYOUTS[format];
  const lines = Array.from({ length: layout.lineCount }, () => '<'.repeat(layout.lineLength));
  const put = (name: keyof MrzLayout['fields'], value: string): void => {
    const span = layout.fields[name];
    if (span === undefined) return;
    const width = span.to - span.from;
    if (value.length > width) throw new TypeError(`${name} is longer than ${width} characters`);
    lines[span.line] = spliced(lines[span.line] ?? '', span.from, value.padEnd(width, '<'));
  };
  put('documentCode', toMrzText(fields.documentCode));
  put('issuingCountry', toMrzText(fields.issuingCountry));
  put('names', namesField(fields, layout));
  const number = toMrzText(fields.documentNumber);
  const optional = toMrzText(fields.optionalData);
  const isLong = format === 'TD1' && number.length > 9;
  put('documentNumber', isLong ? number.slice(0, 9) : number);
  put('nationality', toMrzText(fields.nationality));
  put('dateOfBirth', formatMrzDate(fields.dateOfBirth));
  put('sex', fields.sex === 'X' ? '<' : fields.sex);
  put('dateOfExpiry', formatMrzDate(fields.dateOfExpiry));
  put('optionalData', isLong ? `${number.slice(9)}${checkDigit(number)}<${optional}` : optional);
  for (const name of CHECK_ORDER) {
    const check = layout.checks[name];
    if (check === undefined || (isLong && name === 'documentNumber')) continue;
    const { line, from } = check.digit;
    lines[line] = spliced(lines[line] ?? '', from, checkDigit(textOf(lines, check.covers)));
  }
  return lines;
}

function namesField({ lastName, firstName }: MrzFields, layout: MrzLayout): string {
  const span = layout.fields.names;
  const width = span === undefined ? 0 : span.to - span.from;
  const last = toMrzText(lastName);
  const first = toMrzText(firstName);
  return (first === '' ? last : `${last}<<${first}`).slice(0, width);
}

function spliced(line: string, at: number, value: string): string {
  return line.slice(0, at) + value + line.slice(at + value.length);
}

/** ICAO Doc 9303 part 3, section 6: where the spelling is more than the letter without its mark. */
const SPELLINGS: Readonly<Record<string, string>> = {
  Ä: 'AE',
  Å: 'AA',
  Æ: 'AE',
  Ð: 'D',
  Đ: 'D',
  Ł: 'L',
  Ñ: 'N',
  Ö: 'OE',
  Ø: 'OE',
  Œ: 'OE',
  Þ: 'TH',
  Ü: 'UE',
  ß: 'SS',
  ẞ: 'SS',
};

/** Upper-case Latin letters, digits and filler for what parts them; apostrophes and full stops vanish. */
function toMrzText(text: string): string {
  const spelt = Array.from(text.normalize('NFC').replaceAll('ß', 'ẞ').toUpperCase(), (c) => SPELLINGS[c] ?? c).join('');
  const plain = spelt
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F'’.]/g, '')
    .replaceAll(/[\s,<-]+/g, '<');
  if (!/^[A-Z0-9<]*$/.test(plain))
    throw new TypeError('a value has characters that a machine-readable zone cannot hold');
  return plain;
}
