import type { AamvaReading, DocumentReading, KtpReading, MrzReading } from '@bonafide/browser-core/document';
import { toSureKtp } from './sure-ktp.ts';
import type { DocumentVerification, VerifiedDocumentType } from './document-verification.ts';

/** What a document says about itself and its holder, with the keys that go out. */
export type DocumentData = Pick<
  DocumentVerification,
  | 'firstName'
  | 'lastName'
  | 'dateOfBirth'
  | 'dateOfExpiry'
  | 'gender'
  | 'nationality'
  | 'issuingCountry'
  | 'documentNumber'
  | 'mrzLine1'
  | 'mrzLine2'
  | 'mrzLine3'
>;

/** Where machine-readable data were found; null where there are none. */
export interface DocumentSources {
  readonly mrz: MrzReading | null;
  readonly aamva: AamvaReading | null;
  readonly ktp: KtpReading | null;
}

/** The best of each kind on both sides. */
export function sourcesOf(sides: readonly DocumentReading[]): DocumentSources {
  const zones = sides.flatMap(({ mrz }) => (mrz === null ? [] : [mrz]));
  return {
    mrz: zones.find(({ valid }) => valid) ?? zones[0] ?? null,
    aamva: sides.flatMap(({ barcodes }) => barcodes.flatMap(({ aamva }) => aamva ?? []))[0] ?? null,
    ktp: sides.flatMap(({ ktp }) => ktp ?? [])[0] ?? null,
  };
}

/**
 * What of it is handed on: from the zone first, then the barcode, then the printed KTP. A zone whose check digits fail, or
 * that was not read beyond doubt, hands nothing on.
 */
export function toDocumentData({ mrz, aamva, ktp }: DocumentSources): DocumentData {
  const zone = mrz?.valid === true ? fromZone(mrz) : {};
  const barcode = aamva === null ? {} : fromBarcode(aamva);
  const card = ktp === null ? {} : fromKtp(ktp);
  return withoutGaps({ ...card, ...barcode, ...zone });
}

/**
 * By its machine-readable part alone: what a picture looks like proves no type. A zone whose check digits fail still says
 * what it would be the zone of.
 */
export function documentTypeOf({ mrz, aamva, ktp }: DocumentSources): VerifiedDocumentType {
  if (mrz !== null) return typeOfZone(mrz);
  if (aamva !== null) return aamva.kind === 'drivers-licence' ? 'driversLicense' : 'identityCard';
  return ktp === null ? 'unknown' : 'identityCard';
}

/** The first letter is ICAO's; the second is the state's own, and by custom R for a residence permit. A visa is no identity document. */
function typeOfZone({ format, fields: { documentCode } }: MrzReading): VerifiedDocumentType {
  if (format === 'MRV-A' || format === 'MRV-B') return 'unknown';
  if (documentCode.startsWith('P')) return 'passport';
  if (/^[IAC]/.test(documentCode)) return documentCode.charAt(1) === 'R' ? 'residencePermit' : 'identityCard';
  return 'unknown';
}

type Gappy = { readonly [K in keyof DocumentData]: DocumentData[K] | null };

function fromZone({ lines, fields }: MrzReading): DocumentData {
  return withoutGaps({
    firstName: fields.firstName,
    lastName: fields.lastName,
    dateOfBirth: fields.dateOfBirth,
    dateOfExpiry: fields.dateOfExpiry,
    gender: fields.sex,
    nationality: toCountry(fields.nationality),
    issuingCountry: toCountry(fields.issuingCountry),
    documentNumber: fields.documentNumber,
    mrzLine1: lines[0] ?? null,
    mrzLine2: lines[1] ?? null,
    mrzLine3: lines[2] ?? null,
  });
}

function fromBarcode({ fields }: AamvaReading): DocumentData {
  return withoutGaps({
    firstName: fields.firstName,
    lastName: fields.lastName,
    dateOfBirth: fields.dateOfBirth,
    dateOfExpiry: fields.dateOfExpiry,
    gender: fields.sex,
    issuingCountry: fields.country,
    documentNumber: fields.documentNumber,
  });
}

/** As far as it was read with confidence. A KTP names no surname, and one that is valid for life has no day on which it ends. */
function fromKtp(reading: KtpReading): DocumentData {
  const ktp = toSureKtp(reading);
  return withoutGaps({
    firstName: ktp.name,
    dateOfBirth: ktp.dateOfBirth,
    dateOfExpiry: /^\d{4}-/.test(ktp.validUntil ?? '') ? ktp.validUntil : null,
    gender: ktp.sex,
    nationality: ktp.citizenship === 'WNI' ? 'IDN' : null,
    issuingCountry: 'IDN',
    documentNumber: ktp.nik,
  });
}

/** ICAO gives Germany one letter; everybody else's code is that of ISO 3166-1, or has none there. */
function toCountry(code: string): string {
  return code === 'D' ? 'DEU' : code;
}

function withoutGaps(data: Gappy): DocumentData {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null && value !== ''));
}
