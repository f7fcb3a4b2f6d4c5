import type { BarcodeReading } from '../barcode/barcode-reading.ts';
import type { DocumentReading } from '../document-reading.ts';
import { editDistance } from '../edit-distance.ts';
import type { KtpReading } from '../ktp/ktp-reading.ts';
import type { MrzReading } from '../mrz/mrz-reading.ts';
import type { TextLine } from '../text-line.ts';
import { foldName, isSameName } from './fold-name.ts';
import { printedDates } from './printed-dates.ts';
import { printedFields, type LabelledValue, type PrintedField } from './printed-fields.ts';

export type ReadingSource = 'mrz' | 'barcode' | 'number' | 'print';

/** What two places of a document say about one field. What only one of them says, or says unclearly, is not compared. */
export interface FieldComparison {
  readonly field: PrintedField;
  readonly sources: readonly [ReadingSource, ReadingSource];
  readonly agree: boolean;
}

/**
 * Compares the zone, the barcode, the number of an Indonesian card and the print of both sides with each other. Print is
 * read without check digits: that it says the same is taken from wherever it stands, that it says otherwise only from a
 * clear value beside or under its label. So the absence of a printed value, or a letter misread, is no disagreement.
 */
export function compareReadings(front: DocumentReading, back: DocumentReading | null): readonly FieldComparison[] {
  const sides = back === null ? [front] : [front, back];
  const claims = sides.flatMap(({ mrz, barcodes }) => [
    ...(mrz === null ? [] : [claimsOfZone(mrz)]),
    ...barcodes.flatMap(claimsOfBarcode),
  ]);
  const comparisons: FieldComparison[] = [];
  for (const [index, one] of claims.entries()) {
    for (const other of claims.slice(index + 1)) comparisons.push(...compareClaims(one, other));
  }
  const lines = sides.flatMap(({ text }) => text).filter(({ text }) => !isZoneLine(text));
  const labelled = sides.flatMap(({ text }) => printedFields(text.filter((line) => !isZoneLine(line.text))));
  for (const claim of claims) {
    for (const field of FIELDS) {
      const agree = agreesWithPrint(claim, field, lines, labelled);
      if (agree !== null) comparisons.push({ field, sources: [claim.source, 'print'], agree });
    }
  }
  return [...comparisons, ...sides.flatMap(({ ktp }) => (ktp === null ? [] : compareNumber(ktp)))];
}

const FIELDS: readonly PrintedField[] = [
  'lastName',
  'firstName',
  'documentNumber',
  'dateOfBirth',
  'dateOfExpiry',
  'sex',
];

/** Fields as one machine-readable place says them; only what it vouches for. */
interface Claims extends Partial<Readonly<Record<PrintedField, string>>> {
  readonly source: ReadingSource;
  /** Whether a name may end where its field did. */
  readonly mayBeCut: boolean;
}

function claimsOfZone({ valid, checkDigits, fields, lines, format }: MrzReading): Claims {
  const nameLine = lines[format === 'TD1' ? 2 : 0] ?? '';
  const claims = {
    lastName: valid ? fields.lastName : null,
    firstName: valid ? fields.firstName : null,
    documentNumber: checkDigits.documentNumber ? fields.documentNumber : null,
    dateOfBirth: checkDigits.dateOfBirth ? fields.dateOfBirth : null,
    dateOfExpiry: checkDigits.dateOfExpiry ? fields.dateOfExpiry : null,
    sex: valid ? fields.sex : null,
  };
  return { source: 'mrz', mayBeCut: !nameLine.endsWith('<'), ...withoutGaps(claims) };
}

function claimsOfBarcode({ aamva }: BarcodeReading): Claims[] {
  if (aamva === null) return [];
  const { lastName, firstName, documentNumber, dateOfBirth, dateOfExpiry, sex } = aamva.fields;
  const mayBeCut = aamva.fields.lastNameTruncated !== false || aamva.fields.firstNameTruncated !== false;
  const claims = { lastName, firstName, documentNumber, dateOfBirth, dateOfExpiry, sex };
  return [{ source: 'barcode', mayBeCut, ...withoutGaps(claims) }];
}

function withoutGaps(values: Readonly<Record<string, string | null>>): Partial<Record<PrintedField, string>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''));
}

function compareClaims(one: Claims, other: Claims): FieldComparison[] {
  return FIELDS.flatMap((field) => {
    const [a, b] = [one[field], other[field]];
    if (a === undefined || b === undefined) return [];
    const agree =
      field === 'lastName' || field === 'firstName'
        ? isSameName(a, b, one.mayBeCut) || isSameName(b, a, other.mayBeCut)
        : field === 'documentNumber'
          ? foldNumber(a) === foldNumber(b)
          : a === b;
    return [{ field, sources: [one.source, other.source] as const, agree }];
  });
}

/** Under it a printed value is too unclear to speak against another one (guess; readText drops what is under 0.4). */
const CLEAR = 0.85;

/** A value of which more than this share differs is another one, not a misread one (guess: OCR of clear print errs in fewer). */
const OTHER_SHARE = 0.3;

/** True where the print has the value, false where it clearly has another, null where it does not say. */
function agreesWithPrint(
  claim: Claims,
  field: PrintedField,
  lines: readonly TextLine[],
  labelled: readonly LabelledValue[],
): boolean | null {
  const value = claim[field];
  if (value === undefined) return null;
  const says = PRINT[field](value, claim.mayBeCut);
  const values = labelled.filter((one) => one.field === field);
  if (values.some(({ text }) => says.same(text))) return true;
  // A single letter is nobody's but its label's.
  if (field !== 'sex' && lines.some(({ text }) => says.same(text))) return true;
  return values.some(({ text, confidence }) => confidence >= CLEAR && says.other(text)) ? false : null;
}

/** How a value of each kind is found in a line of print, and when the line is plainly another value of that kind. */
interface PrintTest {
  same(text: string): boolean;
  other(text: string): boolean;
}

const PRINT: Readonly<Record<PrintedField, (value: string, mayBeCut: boolean) => PrintTest>> = {
  lastName: nameTest,
  firstName: nameTest,
  dateOfBirth: dateTest,
  dateOfExpiry: dateTest,
  documentNumber: (value) => ({
    same: (text) => foldNumber(text).includes(foldNumber(value)),
    other: (text) => /\d/.test(text) && isOther(foldNumber(text), foldNumber(value)),
  }),
  sex: (value) => ({
    same: (text) => sexOf(text) === value,
    other: (text) => sexOf(text) !== null,
  }),
};

/** Shorter names may stand in a word by chance. */
const LONG_NAME = 5;

function nameTest(value: string, mayBeCut: boolean): PrintTest {
  const name = foldName(value);
  // Blanks are what a recogniser loses first.
  const joined = name.replaceAll(' ', '');
  const has = (text: string) => {
    const whole = foldName(text);
    const isInside = joined.length >= LONG_NAME && whole.replaceAll(' ', '').includes(joined);
    return isInside || whole.replaceAll(' ', '') === joined || ` ${whole} `.includes(` ${name} `);
  };
  return {
    same: (text) => isSameName(value, text, mayBeCut) || has(text),
    // A name that goes on in the next line is a part of the one in the zone.
    other: (text) => !joined.includes(foldName(text).replaceAll(' ', '')) && isOther(foldName(text), name),
  };
}

function dateTest(value: string): PrintTest {
  return {
    same: (text) => printedDates(text).some((date) => date.includes(value)),
    other: (text) => printedDates(text).length > 0,
  };
}

/** `F`, `F / F`, `M/M`. */
function sexOf(text: string): string | null {
  return /^([MFX])(?:\s*\/\s*[A-Z])?$/i.exec(text.trim())?.[1]?.toUpperCase() ?? null;
}

function isOther(seen: string, value: string): boolean {
  return seen !== '' && editDistance(seen, value) > Math.max(1, value.length * OTHER_SHARE);
}

/** Without what parts a number, and with the letters that look like digits as those digits. */
function foldNumber(text: string): string {
  return text
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .replaceAll('O', '0')
    .replaceAll('I', '1');
}

/** A zone that the reader of plain print took for a line. */
function isZoneLine(text: string): boolean {
  return (text.match(/</g)?.length ?? 0) > 2;
}

/** The birth date and sex in the number against those that are printed. */
function compareNumber({ nik, dateOfBirth, sex }: KtpReading): FieldComparison[] {
  const day = Number(nik.slice(6, 8));
  const [year = '', month = '', printedDay = ''] = dateOfBirth?.split('-') ?? [];
  const coded = nik.slice(8, 12) + String(day > 40 ? day - 40 : day).padStart(2, '0');
  const sources = ['number', 'print'] as const;
  return [
    ...(dateOfBirth === null
      ? []
      : [{ field: 'dateOfBirth' as const, sources, agree: coded === month + year.slice(2) + printedDay }]),
    ...(sex === null ? [] : [{ field: 'sex' as const, sources, agree: (day > 40 ? 'F' : 'M') === sex }]),
  ];
}
