import type { SpecimenHolder } from './specimen-holder.ts';

/** The check digit of ICAO Doc 9303 part 3, §4.9: weights 7, 3, 1; letters count from 10, filler as 0. */
export function mrzCheckDigit(text: string): string {
  let sum = 0;
  for (const [index, character] of Array.from(text).entries()) {
    const value = character === '<' ? 0 : Number.parseInt(character, 36);
    sum += value * ([7, 3, 1][index % 3] ?? 0);
  }
  return String(sum % 10);
}

/** A digit to print wrongly, as on a document that somebody altered. */
export type WrongCheckDigit = 'documentNumber' | 'dateOfBirth' | 'dateOfExpiry' | 'composite';

/** Both lines of a passport of Utopia (TD3). */
export function passportMrz(holder: SpecimenHolder, wrong?: WrongCheckDigit): readonly string[] {
  const number = checked(holder.documentNumber.padEnd(9, '<'), wrong === 'documentNumber');
  const birth = checked(toSixDigits(holder.dateOfBirth), wrong === 'dateOfBirth');
  const expiry = checked(toSixDigits(holder.dateOfExpiry), wrong === 'dateOfExpiry');
  const personal = checked(holder.personalNumber.padEnd(14, '<'), false);
  const composite = digit(number + birth + expiry + personal, wrong === 'composite');
  return [
    `P<UTO${toNames(holder)}`.padEnd(44, '<').slice(0, 44),
    `${number}UTO${birth}${toSex(holder)}${expiry}${personal}${composite}`,
  ];
}

/** The three lines of an identity card of Utopia (TD1). */
export function idCardMrz(holder: SpecimenHolder, wrong?: WrongCheckDigit): readonly string[] {
  const number = checked(holder.documentNumber.padEnd(9, '<'), wrong === 'documentNumber');
  const personal = holder.personalNumber.padEnd(15, '<');
  const birth = checked(toSixDigits(holder.dateOfBirth), wrong === 'dateOfBirth');
  const expiry = checked(toSixDigits(holder.dateOfExpiry), wrong === 'dateOfExpiry');
  const optional = '<'.repeat(11);
  const composite = digit(number + personal + birth + expiry + optional, wrong === 'composite');
  return [
    `I<UTO${number}${personal}`,
    `${birth}${toSex(holder)}${expiry}UTO${optional}${composite}`,
    toNames(holder).padEnd(30, '<').slice(0, 30),
  ];
}

function digit(text: string, isWrong: boolean): string {
  const right = mrzCheckDigit(text);
  return isWrong ? String((Number(right) + 3) % 10) : right;
}

function checked(text: string, isWrong: boolean): string {
  return text + digit(text, isWrong);
}

function toSixDigits(date: string): string {
  return date.slice(2).replaceAll('-', '');
}

function toSex({ sex }: SpecimenHolder): string {
  return sex === 'X' ? '<' : sex;
}

function toNames({ lastName, firstName }: SpecimenHolder): string {
  return `${toLetters(lastName)}<<${toLetters(firstName)}`;
}

/** As Doc 9303 part 3, §6 has it for the letters that the specimens' names use. */
const LETTERS: Readonly<Record<string, string>> = {
  Ä: 'AE',
  Ö: 'OE',
  Ü: 'UE',
  ß: 'SS',
  Å: 'AA',
  Æ: 'AE',
  Ø: 'OE',
  Þ: 'TH',
  Ð: 'D',
};

function toLetters(name: string): string {
  const spelt = Array.from(
    name.toUpperCase(),
    (letter) => LETTERS[letter] ?? letter.normalize('NFD').replaceAll(/\p{M}/gu, ''),
  );
  return spelt
    .join('')
    .replaceAll(/['’.]/g, '')
    .replaceAll(/[^A-Z]/g, '<');
}
