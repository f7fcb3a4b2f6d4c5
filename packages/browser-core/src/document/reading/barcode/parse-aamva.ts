import { toIsoDate } from '../iso-date.ts';
import type { AamvaFields, AamvaReading } from './barcode-reading.ts';

/**
 * `@`, three separators, the file type, issuer, version, from version 2 on the jurisdiction's own version, and how many
 * subfiles follow. Readers and issuers are loose with the separators, so any that are there, or none, are taken.
 */
const HEADER = /^\s*@[^A-Za-z0-9]{0,8}(?:ANSI |AAMVA)\s?(\d{6})(\d{2})/;

/** Type, offset and length of one subfile. */
const ENTRY_LENGTH = 10;

/** Whether a barcode's text is that of a North American licence or card. */
export function isAamva(text: string): boolean {
  return readHeader(text) !== null;
}

/**
 * Takes the text of a licence's barcode apart (AAMVA DL/ID Card Design Standard, annex D, versions 0 to 10 and what keeps
 * to their form). Throws `TypeError` on a text that is none. An element that holds something else than it may is null
 * among the fields, and is still there among the elements.
 */
export function parseAamva(text: string): AamvaReading {
  const header = readHeader(text);
  if (header === null) throw new TypeError('the text is not that of a North American licence or card');
  const elements = readElements(header.subfile);
  return {
    issuerIdentificationNumber: header.issuer,
    version: header.version,
    kind: header.type === 'ID' ? 'identity-card' : 'drivers-licence',
    fields: readFields(elements),
    elements,
  };
}

interface Header {
  readonly issuer: string;
  readonly version: number;
  readonly type: string;
  readonly subfile: string;
}

function readHeader(text: string): Header | null {
  const found = HEADER.exec(text);
  if (found === null) return null;
  const [start, issuer = '', versionText = ''] = found;
  const version = Number(versionText);
  const entriesAt = start.length + (version < 2 ? 2 : 4);
  const count = Number(text.slice(entriesAt - 2, entriesAt));
  if (!Number.isInteger(count) || count < 1) return null;
  for (let entry = 0; entry < count; entry += 1) {
    const at = entriesAt + entry * ENTRY_LENGTH;
    const [, type = '', offset = '', length = ''] = /^(DL|ID|EN)(\d{4})(\d{4})/.exec(text.slice(at)) ?? [];
    if (type !== '')
      return { issuer, version, type, subfile: subfileAt(text, type, at, Number(offset), Number(length)) };
  }
  return null;
}

/** By its offset where that is right; else, as with issuers that count otherwise, where its name stands after the table. */
function subfileAt(text: string, type: string, entryAt: number, offset: number, length: number): string {
  if (offset > entryAt && text.startsWith(type, offset) && text.length >= offset + length) {
    return text.slice(offset + 2, offset + length);
  }
  const from = text.indexOf(type, entryAt + ENTRY_LENGTH);
  if (from === -1) return '';
  const end = text.indexOf('\r', from);
  return text.slice(from + 2, end === -1 ? undefined : end);
}

function readElements(subfile: string): Readonly<Record<string, string>> {
  const elements: Record<string, string> = {};
  for (const line of subfile.split(/\p{Cc}+/u)) {
    const [, id = '', value = ''] = /^\s*(D[A-D][A-Z])(.*)$/.exec(line) ?? [];
    if (id !== '') elements[id] ??= value.trim();
  }
  return elements;
}

function readFields(elements: Readonly<Record<string, string>>): AamvaFields {
  const value = (...ids: readonly string[]): string | null => {
    for (const id of ids) {
      const text = elements[id];
      if (text !== undefined && !isBlank(text)) return text;
    }
    return null;
  };
  const names = readNames(value);
  return {
    documentNumber: value('DAQ'),
    ...names,
    lastNameTruncated: toTruncated(elements['DDE']),
    firstNameTruncated: toTruncated(elements['DDF']),
    dateOfBirth: toDate(value('DBB')),
    dateOfIssue: toDate(value('DBD')),
    dateOfExpiry: toDate(value('DBA')),
    sex: toSex(value('DBC')),
    country: /^[A-Z]{3}$/.exec(value('DCG') ?? '')?.[0] ?? null,
    jurisdiction: /^[A-Z]{2}$/.exec(value('DAJ') ?? '')?.[0] ?? null,
    street: joined([value('DAG', 'DAL'), value('DAH', 'DAM')], ', '),
    city: value('DAI', 'DAN'),
    postalCode: toPostalCode(value('DAK', 'DAP')),
  };
}

/** Version 1 has one element, `LAST,FIRST,MIDDLE`; 2 and 3 have all given names in one; later ones part them. */
function readNames(value: (...ids: string[]) => string | null): Pick<AamvaFields, 'lastName' | 'firstName'> {
  const whole =
    value('DAA')
      ?.split(',')
      .map((part) => part.trim()) ?? [];
  const given = value('DCT') ?? joined([value('DAC'), value('DAD')], ' ') ?? joined(whole.slice(1, 3), ' ');
  return {
    lastName: value('DCS', 'DAB') ?? whole[0] ?? null,
    firstName: given?.replaceAll(/[\s,]+/g, ' ').trim() || null,
  };
}

/** What issuers write where there is nothing to say. */
function isBlank(text: string): boolean {
  return /^(?:none|unavl|unav|n\/a)?$/i.test(text.trim());
}

function joined(parts: readonly (string | null | undefined)[], separator: string): string | null {
  return parts.filter((part) => part !== null && part !== undefined && part !== '').join(separator) || null;
}

/**
 * `MMDDCCYY` in the United States, `CCYYMMDD` in Canada and in version 1. Which of them a date is shows in itself, as
 * there is no month 19 or 20, so that a wrong country does no harm.
 */
function toDate(text: string | null): string | null {
  if (text === null || !/^\d{8}$/.test(text)) return null;
  const number = (from: number, to: number) => Number(text.slice(from, to));
  return /^(?:19|20)/.test(text)
    ? toIsoDate(number(0, 4), number(4, 6), number(6, 8))
    : /^\d{4}(?:19|20)/.test(text)
      ? toIsoDate(number(4, 8), number(0, 2), number(2, 4))
      : null;
}

function toSex(text: string | null): AamvaFields['sex'] {
  switch (text) {
    case '1':
    case 'M':
      return 'M';
    case '2':
    case 'F':
      return 'F';
    case '9':
    case 'X':
      return 'X';
    default:
      return null;
  }
}

function toTruncated(text: string | undefined): boolean | null {
  return text === 'T' ? true : text === 'N' ? false : null;
}

/** A ZIP of nine digits is filled with zeros where only five are known. */
function toPostalCode(text: string | null): string | null {
  if (text === null) return null;
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  const [, five, four] = /^(\d{5})-?(\d{4})$/.exec(plain) ?? [];
  if (five === undefined) return plain;
  return four === '0000' ? five : `${five}-${four}`;
}
