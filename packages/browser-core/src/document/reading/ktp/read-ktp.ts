import { nearestWord } from '../nearest-word.ts';
import { toIsoDate } from '../iso-date.ts';
import type { TextLine } from '../text-line.ts';
import type { KtpFields, KtpReading } from './ktp-reading.ts';
import { alignLabels, toKtpRows, type KtpRow, type KtpValues } from './ktp-rows.ts';
import { KTP_OCCUPATIONS, KTP_VOCABULARY } from './ktp-vocabulary.ts';
import { parseNik } from './parse-nik.ts';
import { PROVINCE_CODES } from './province-codes.ts';
import { resolveDigits } from './resolve-digits.ts';

export interface ReadKtpOptions {
  /** Decides centuries. */
  readonly at: Date;
}

/** A value with how sure it is, 0–1. */
interface Read<Value> {
  readonly value: Value;
  readonly confidence: number;
}

/** In the order of the card. */
const LABELS = [
  'NIK',
  'Nama',
  'Tempat/Tgl Lahir',
  'Jenis Kelamin',
  'Alamat',
  'RT/RW',
  'Kel/Desa',
  'Kecamatan',
  'Agama',
  'Status Perkawinan',
  'Pekerjaan',
  'Kewarganegaraan',
  'Berlaku Hingga',
] as const;
type Label = (typeof LABELS)[number];
type Values = KtpValues<Label>;

/**
 * Reads an Indonesian identity card from its printed lines. Null when no number of 16 digits was found, or when it can be
 * several. A misread digit is put right only where a single well-formed number is left that agrees with the printed
 * birth date and sex; a value of a closed list, only where a single entry is near.
 */
export function readKtp(lines: readonly TextLine[], { at }: ReadKtpOptions): KtpReading | null {
  const rows = toKtpRows(lines);
  const values: Values = alignLabels(rows, LABELS);
  const birth = readBirth(values);
  const sex = readSex(values);
  const nik = readNik(rows, values, birth.date?.value ?? null, sex?.value ?? null, at);
  if (nik === null) return null;
  const read: { readonly [Field in keyof KtpFields]: Read<NonNullable<KtpFields[Field]>> | null } = {
    name: textField(values, 'Nama', toName),
    placeOfBirth: birth.place,
    dateOfBirth: birth.date,
    sex,
    bloodType: readBloodType(rows),
    ...readHeading(rows),
    address: textField(values, 'Alamat', toAddress),
    rtRw: textField(values, 'RT/RW', toRtRw),
    village: textField(values, 'Kel/Desa', toPlain),
    district: textField(values, 'Kecamatan', toPlain),
    religion: listField(values, 'Agama', KTP_VOCABULARY.religion),
    maritalStatus: listField(values, 'Status Perkawinan', KTP_VOCABULARY.maritalStatus),
    occupation: listField(values, 'Pekerjaan', KTP_OCCUPATIONS) ?? textField(values, 'Pekerjaan', toPlain),
    citizenship: listField(values, 'Kewarganegaraan', KTP_VOCABULARY.citizenship),
    validUntil: textField(values, 'Berlaku Hingga', toValidity),
  };
  const entries = Object.entries(read) as [keyof KtpFields, Read<string> | null][];
  const fields = Object.fromEntries(entries.map(([field, found]) => [field, found?.value ?? null]));
  const confidences = Object.fromEntries(
    entries.flatMap(([field, found]) => (found === null ? [] : [[field, found.confidence]])),
  );
  return {
    ...(fields as unknown as KtpFields),
    nik: nik.value,
    nikValid: nik.valid,
    confidence: nik.confidence,
    confidences,
  };
}

function readNik(
  rows: readonly KtpRow[],
  values: Values,
  dateOfBirth: string | null,
  sex: 'M' | 'F' | null,
  at: Date,
): (Read<string> & { readonly valid: boolean }) | null {
  const labelled = values.get('NIK');
  // Without its label only what is nearly all digits can be the number.
  const others = rows
    .map(({ text, confidence }) => ({ value: text.split(':').at(-1) ?? '', confidence }))
    .filter(({ value }) => (value.match(/\d/g)?.length ?? 0) >= 14);
  for (const { value, confidence } of labelled === undefined ? others : [labelled, ...others]) {
    const text = value.replaceAll(/[\s:.,-]+/g, '');
    if (text.length !== 16) continue;
    const agrees = (nik: string) => isConsistent(nik, dateOfBirth, sex, at);
    if (/^\d{16}$/.test(text)) return { value: text, confidence, valid: agrees(text) };
    const [only, ...more] = resolveDigits(text).filter(agrees);
    if (only !== undefined && more.length === 0) return { value: only, confidence: confidence * 0.8, valid: true };
  }
  return null;
}

function isConsistent(nik: string, dateOfBirth: string | null, sex: 'M' | 'F' | null, at: Date): boolean {
  const parts = parseNik(nik, at);
  const sameDay = dateOfBirth === null || parts.dateOfBirth?.slice(2) === dateOfBirth.slice(2);
  return parts.valid && sameDay && (sex === null || parts.sex === sex);
}

/** `TELADAN, 14-03-1989`: where the comma is lost, the date still stands at the end. */
function readBirth(values: Values): { place: Read<string> | null; date: Read<string> | null } {
  const row = values.get('Tempat/Tgl Lahir');
  if (row === undefined) return { place: null, date: null };
  const [, place = row.value, dateText = ''] = /^(.*?)[\s,.]*(\S{2}\s?-\s?\S{2}\s?-\s?\S{4})\s*$/.exec(row.value) ?? [];
  const date = toDate(dateText);
  const name = toName(place);
  return {
    place: name === null ? null : { value: name, confidence: row.confidence },
    date: date === null ? null : { value: date, confidence: row.confidence },
  };
}

function readSex(values: Values): Read<'M' | 'F'> | null {
  const row = values.get('Jenis Kelamin');
  const [text = ''] = row?.value.split(/gol/i) ?? [];
  const found = nearestWord(text, KTP_VOCABULARY.sex);
  if (row === undefined || found === null) return null;
  return { value: found.word === 'PEREMPUAN' ? 'F' : 'M', confidence: row.confidence * found.likeness };
}

/** Printed in the row of the sex, after a label of its own. */
function readBloodType(rows: readonly KtpRow[]): Read<string> | null {
  for (const row of rows) {
    const [, value] = /go[l1i|][.,\s]*darah[\s:;.]*(AB|A|B|O|0)\s*([+-]?)\s*$/i.exec(row.text) ?? [];
    if (value !== undefined) return { value: value.toUpperCase().replace('0', 'O'), confidence: row.confidence };
  }
  return null;
}

/** The two lines at the top: the province, and under it the city or regency. */
function readHeading(
  rows: readonly KtpRow[],
): Pick<{ readonly [Field in keyof KtpFields]: Read<string> | null }, 'province' | 'regency'> {
  const headings = rows.map((row) => /^\W*PR\w{4,6}[S5][I1l]\W+(.+)$/i.exec(row.text)?.[1] ?? null);
  const at = headings.findIndex((heading) => heading !== null);
  const row = rows[at];
  if (row === undefined) return { province: null, regency: null };
  const known = nearestWord(headings[at] ?? '', Object.values(PROVINCE_CODES));
  const below = rows[at + 1];
  const [, kind, name = ''] = /^(KOTA|KABUPATEN|KAB|JAKARTA)\b\.?\s*(.*)$/i.exec(below?.text.trim() ?? '') ?? [];
  const regency = kind === undefined ? null : toName(`${kind === 'KAB' ? 'KABUPATEN' : kind} ${name}`);
  return {
    province: known === null ? null : { value: known.word, confidence: row.confidence * known.likeness },
    regency: regency === null || below === undefined ? null : { value: regency, confidence: below.confidence },
  };
}

function textField(values: Values, label: Label, convert: (text: string) => string | null): Read<string> | null {
  const row = values.get(label);
  const value = row === undefined ? null : convert(row.value);
  return row === undefined || value === null ? null : { value, confidence: row.confidence };
}

function listField(values: Values, label: Label, words: readonly string[]): Read<string> | null {
  const row = values.get(label);
  const found = row === undefined ? null : nearestWord(row.value, words);
  return row === undefined || found === null
    ? null
    : { value: found.word, confidence: row.confidence * found.likeness };
}

/** A name has no digits; a one may be I or L, and is not guessed. */
function toName(text: string): string | null {
  const name = text
    .toUpperCase()
    .replaceAll('0', 'O')
    .replaceAll('5', 'S')
    .replaceAll('8', 'B')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return /^[A-Z][A-Z '.,-]*$/.test(name) ? name : null;
}

function toPlain(text: string): string | null {
  return text.toUpperCase().replaceAll(/\s+/g, ' ').trim() || null;
}

/**
 * Without the full stops of its abbreviations: they are hardly larger than dust and say nothing (on drawn cards 20 of 29 addresses
 * had one too few or no blank after it, and no other fault).
 */
function toAddress(text: string): string | null {
  return toPlain(text.replaceAll(/[.,]+/g, ' '));
}

/** Three digits, a stroke, three digits. */
function toRtRw(text: string): string | null {
  const [, rt = '', rw = ''] = /^(\S{3})\s*[/|l\\]\s*(\S{3})$/.exec(text.trim()) ?? [];
  const [onlyRt, ...otherRt] = resolveDigits(rt);
  const [onlyRw, ...otherRw] = resolveDigits(rw);
  return onlyRt && onlyRw && otherRt.length + otherRw.length === 0 ? `${onlyRt}/${onlyRw}` : null;
}

function toValidity(text: string): string | null {
  return nearestWord(text, ['SEUMUR HIDUP'])?.word ?? toDate(text);
}

/** `14-03-1989`, with letters for digits put right where only one date of the calendar can be meant. */
function toDate(text: string): string | null {
  const dates = resolveDigits(text.replaceAll(/[\s-]+/g, '')).flatMap((digits) => {
    const [, day, month, year] = /^(\d{2})(\d{2})((?:19|20)\d{2})$/.exec(digits) ?? [];
    return toIsoDate(Number(year), Number(month), Number(day)) ?? [];
  });
  return dates.length === 1 ? (dates[0] ?? null) : null;
}
