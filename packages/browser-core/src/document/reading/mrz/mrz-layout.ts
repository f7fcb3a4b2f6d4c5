import type { MrzCheckDigit, MrzFormat } from './mrz-reading.ts';

/** Characters `from` up to, not including, `to` of one line, counted from 0. */
export interface MrzSpan {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

export type MrzFieldName =
  | 'documentCode'
  | 'issuingCountry'
  | 'names'
  | 'documentNumber'
  | 'nationality'
  | 'dateOfBirth'
  | 'sex'
  | 'dateOfExpiry'
  | 'optionalData'
  | 'optionalData2';

/** Where a check digit stands and what it covers, in the order in which it is computed. */
export interface MrzCheck {
  readonly digit: MrzSpan;
  readonly covers: readonly MrzSpan[];
}

/** One of the five layouts of ICAO Doc 9303, parts 4 to 7. */
export interface MrzLayout {
  readonly lineCount: number;
  readonly lineLength: number;
  readonly fields: Partial<Readonly<Record<MrzFieldName, MrzSpan>>>;
  readonly checks: Partial<Readonly<Record<MrzCheckDigit, MrzCheck>>>;
}

const span = (line: number, from: number, to: number): MrzSpan => ({ line, from, to });

/** A number, a birth date and an expiry date, each followed by its check digit, as all layouts of two lines have them. */
const SECOND_LINE_FIELDS = {
  documentNumber: span(1, 0, 9),
  nationality: span(1, 10, 13),
  dateOfBirth: span(1, 13, 19),
  sex: span(1, 20, 21),
  dateOfExpiry: span(1, 21, 27),
};
const SECOND_LINE_CHECKS = {
  documentNumber: { digit: span(1, 9, 10), covers: [span(1, 0, 9)] },
  dateOfBirth: { digit: span(1, 19, 20), covers: [span(1, 13, 19)] },
  dateOfExpiry: { digit: span(1, 27, 28), covers: [span(1, 21, 27)] },
};

function twoLines(lineLength: number, optionalEnd: number, checks: MrzLayout['checks']): MrzLayout {
  return {
    lineCount: 2,
    lineLength,
    fields: {
      documentCode: span(0, 0, 2),
      issuingCountry: span(0, 2, 5),
      names: span(0, 5, lineLength),
      ...SECOND_LINE_FIELDS,
      optionalData: span(1, 28, optionalEnd),
    },
    checks: { ...SECOND_LINE_CHECKS, ...checks },
  };
}

export const MRZ_LAYOUTS: Readonly<Record<MrzFormat, MrzLayout>> = {
  TD1: {
    lineCount: 3,
    lineLength: 30,
    fields: {
      documentCode: span(0, 0, 2),
      issuingCountry: span(0, 2, 5),
      documentNumber: span(0, 5, 14),
      optionalData: span(0, 15, 30),
      dateOfBirth: span(1, 0, 6),
      sex: span(1, 7, 8),
      dateOfExpiry: span(1, 8, 14),
      nationality: span(1, 15, 18),
      optionalData2: span(1, 18, 29),
      names: span(2, 0, 30),
    },
    checks: {
      documentNumber: { digit: span(0, 14, 15), covers: [span(0, 5, 14)] },
      dateOfBirth: { digit: span(1, 6, 7), covers: [span(1, 0, 6)] },
      dateOfExpiry: { digit: span(1, 14, 15), covers: [span(1, 8, 14)] },
      composite: { digit: span(1, 29, 30), covers: [span(0, 5, 30), span(1, 0, 7), span(1, 8, 15), span(1, 18, 29)] },
    },
  },
  TD2: twoLines(36, 35, {
    composite: { digit: span(1, 35, 36), covers: [span(1, 0, 10), span(1, 13, 20), span(1, 21, 35)] },
  }),
  TD3: twoLines(44, 42, {
    optionalData: { digit: span(1, 42, 43), covers: [span(1, 28, 42)] },
    composite: { digit: span(1, 43, 44), covers: [span(1, 0, 10), span(1, 13, 20), span(1, 21, 43)] },
  }),
  'MRV-A': twoLines(44, 44, {}),
  'MRV-B': twoLines(36, 36, {}),
};

/** The format of these lines, by their number and length; a visa is told from a book or card by its first letter, V. Null when none fits. */
export function mrzFormatOf(lines: readonly string[]): MrzFormat | null {
  const isVisa = lines[0]?.startsWith('V') === true;
  const length = lines[0]?.length;
  if (lines.some((line) => line.length !== length)) return null;
  if (lines.length === 3 && length === 30) return 'TD1';
  if (lines.length !== 2) return null;
  if (length === 36) return isVisa ? 'MRV-B' : 'TD2';
  if (length === 44) return isVisa ? 'MRV-A' : 'TD3';
  return null;
}

/** The characters of spans, one after the other. */
export function textOf(lines: readonly string[], spans: readonly MrzSpan[]): string {
  return spans.map(({ line, from, to }) => lines[line]?.slice(from, to) ?? '').join('');
}
