import { MRZ_ALPHABET } from './mrz-cells.ts';
import type { MrzFieldName, MrzLayout } from './mrz-layout.ts';

/** How likely each character of the alphabet is at a place before anybody looked. */
export type PlacePrior = Float64Array;

/** What has no business at a place, and yet is not ruled out: issuers err, and what is there shall be read (guess). */
const ODD = 0.002;

const prior = (weigh: (character: string) => number): PlacePrior => Float64Array.from(MRZ_ALPHABET, weigh);
const isDigit = (character: string): boolean => character >= '0' && character <= '9';
const isLetter = (character: string): boolean => character >= 'A' && character <= 'Z';

/** Digits alone: where a digit must be, nothing else counts. */
export const DIGIT = prior((c) => (isDigit(c) ? 1 : 0));
/** A check digit that may be left out. */
export const DIGIT_OR_FILLER = prior((c) => (isDigit(c) ? 1 : c === '<' ? 0.3 : 0));
/** A birth date may be unknown in part. */
const BIRTH = prior((c) => (isDigit(c) ? 1 : c === '<' ? ODD : 0));
const ANY = prior(() => 1);
/**
 * Print of zones hardly tells O from 0, so that issuers leave the letter out: 1/5 of what any other character has (guess). It matters
 * where a check digit does not: of two neighbours with the weights 7 and 3, both wrong alike add up to nothing modulo 10.
 */
const NUMBER = prior((c) => (c === 'O' ? 0.2 : 1));
const LETTER_OR_FILLER = prior((c) => (isDigit(c) ? 0 : 1));
const SEX = prior((c) => ('MF<'.includes(c) ? 1 : c === 'X' ? ODD : 0));

const firstLetter = (usual: string): PlacePrior => prior((c) => (usual.includes(c) ? 1 : isLetter(c) ? ODD : 0));
const FIRST_LETTERS: Readonly<Record<number, PlacePrior>> = {
  30: firstLetter('IAC'),
  36: firstLetter('IACPV'),
  44: firstLetter('PV'),
};

const FIELD_PRIORS: Partial<Readonly<Record<MrzFieldName, PlacePrior>>> = {
  dateOfBirth: BIRTH,
  dateOfExpiry: BIRTH,
  documentNumber: NUMBER,
  optionalData: NUMBER,
  optionalData2: NUMBER,
  sex: SEX,
  nationality: LETTER_OR_FILLER,
  issuingCountry: LETTER_OR_FILLER,
  names: LETTER_OR_FILLER,
};

/** The prior of every place of a layout: `[line][place]`. */
export function toPlacePriors(layout: MrzLayout): readonly (readonly PlacePrior[])[] {
  const priors = Array.from({ length: layout.lineCount }, () => Array.from({ length: layout.lineLength }, () => ANY));
  const put = (line: number, from: number, to: number, value: PlacePrior): void => {
    priors[line]?.fill(value, from, to);
  };
  for (const [name, { line, from, to }] of Object.entries(layout.fields) as [
    MrzFieldName,
    { line: number; from: number; to: number },
  ][])
    put(line, from, to, FIELD_PRIORS[name] ?? ANY);
  put(0, 0, 1, FIRST_LETTERS[layout.lineLength] ?? ANY);
  put(0, 1, 2, LETTER_OR_FILLER);
  for (const { digit } of Object.values(layout.checks)) put(digit.line, digit.from, digit.to, DIGIT);
  const mayLeaveOut = [layout.checks.optionalData, layout.checks.dateOfBirth, layout.checks.dateOfExpiry];
  for (const check of mayLeaveOut)
    if (check !== undefined) put(check.digit.line, check.digit.from, check.digit.to, DIGIT_OR_FILLER);
  // A card's number may go on in the optional data; then this place holds filler.
  const number = layout.checks.documentNumber;
  if (layout.lineCount === 3 && number !== undefined)
    put(
      number.digit.line,
      number.digit.from,
      number.digit.to,
      prior((c) => (isDigit(c) ? 1 : c === '<' ? 0.02 : 0)),
    );
  return priors;
}
