import type {
  AamvaReading,
  DocumentMeasurement,
  DocumentReading,
  KtpReading,
  MrzReading,
} from '@bonafide/browser-core/document';
import { EMPTY_READING } from '@bonafide/browser-core/document';
import type { DocumentEvidence, SideEvidence } from '../document-evidence.ts';

type Seen = NonNullable<DocumentMeasurement['document']>;

/** A document that fills most of a sharp, well-lit frame. */
export const seen: Seen = {
  quad: [
    { x: 100, y: 100 },
    { x: 1100, y: 100 },
    { x: 1100, y: 800 },
    { x: 100, y: 800 },
  ],
  format: 'id-3',
  confidence: 0.9,
  spanRatio: 0.8,
  longSidePixels: 1000,
  edgeGapRatio: 0.1,
  centreOffsetRatio: 0,
  rotationDegrees: 0,
  tiltDegrees: 2,
  luminanceMean0to255: 150,
  darkRatio: 0,
  brightRatio: 0,
  glareRatio: 0,
  sharpness: 0.5,
  occlusionRatio: 0,
  isPortraitCovered: false,
  screenSuspicion: 0.1,
  copySuspicion: 0.1,
  features: { portrait: true, mrz: true, barcode: false },
};

export const zone: MrzReading = {
  format: 'TD3',
  lines: ['P<UTOQUILL<<MIRA<SOLENE<<<<<<<<<<<<<<<<<<<<<<', 'U4L07K5126UTO8903140F34060118903142016<<<<18'],
  valid: true,
  checkDigits: { documentNumber: true, dateOfBirth: true, dateOfExpiry: true, optionalData: true, composite: true },
  confidence: 0.99,
  fields: {
    documentCode: 'P',
    issuingCountry: 'UTO',
    lastName: 'QUILL',
    firstName: 'MIRA SOLENE',
    documentNumber: 'U4L07K512',
    nationality: 'UTO',
    dateOfBirth: '1989-03-14',
    sex: 'F',
    dateOfExpiry: '2034-06-01',
    optionalData: '8903142016',
  },
};

export const licence: AamvaReading = {
  issuerIdentificationNumber: '636999',
  version: 10,
  kind: 'drivers-licence',
  fields: {
    documentNumber: 'D123',
    lastName: 'QUILL',
    firstName: 'MIRA',
    lastNameTruncated: false,
    firstNameTruncated: false,
    dateOfBirth: '1989-03-14',
    dateOfIssue: '2024-06-02',
    dateOfExpiry: '2034-06-01',
    sex: 'F',
    country: 'USA',
    jurisdiction: 'ZZ',
    street: null,
    city: null,
    postalCode: null,
  },
  elements: {},
};

export const ktpCard: KtpReading = {
  nik: '3171015403890001',
  nikValid: true,
  confidence: 0.98,
  confidences: {
    name: 0.97,
    placeOfBirth: 0.97,
    dateOfBirth: 0.97,
    sex: 0.9,
    citizenship: 0.97,
    validUntil: 0.97,
  },
  name: 'MIRA LESTARI',
  placeOfBirth: 'JAKARTA',
  dateOfBirth: '1989-03-14',
  sex: 'F',
  bloodType: null,
  province: 'DKI JAKARTA',
  regency: 'JAKARTA PUSAT',
  address: 'JALAN X',
  rtRw: '001/002',
  village: 'GAMBIR',
  district: 'GAMBIR',
  religion: null,
  maritalStatus: null,
  occupation: null,
  citizenship: 'WNI',
  validUntil: 'SEUMUR HIDUP',
};

export function side(
  reading: Partial<DocumentReading>,
  overrides: Partial<SideEvidence> & { seen?: Partial<Seen> | null } = {},
): SideEvidence {
  const { seen: changed = {}, ...rest } = overrides;
  return {
    measurement: {
      timestampMs: 0,
      width: 1200,
      height: 900,
      document: changed === null ? null : { ...seen, ...changed },
      luminanceMean0to255: 140,
      motionRatio: null,
      costMs: 1,
    },
    problems: [],
    hasPortrait: true,
    reading: { ...EMPTY_READING, ...reading },
    ...rest,
  };
}

/** A good passport, on a day on which it is valid. */
export const passport: DocumentEvidence = {
  front: side({ mrz: zone }),
  back: null,
  comparisons: [
    { field: 'documentNumber', agree: true },
    { field: 'lastName', agree: true },
  ],
  at: new Date('2026-11-25T12:00:00Z'),
};
