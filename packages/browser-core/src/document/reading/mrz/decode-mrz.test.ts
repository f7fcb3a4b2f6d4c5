import { describe, expect, it } from 'vitest';
import type { Doubts } from '../testing/lattice.ts';
import { latticeOf } from '../testing/lattice.ts';
import { decodeMrz, unclearLines } from './decode-mrz.ts';
import type { MrzCells } from './mrz-cells.ts';
import { toMrzCells } from './mrz-cells.ts';
import type { MrzFormat, MrzReading } from './mrz-reading.ts';

const AT = new Date('2026-06-01T00:00:00Z');
const TD3 = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'] as const;
const TD1 = [
  'I<UTOD231458907<<<<<<<<<<<<<<<',
  '7408122F1204159UTO<<<<<<<<<<<6',
  'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
] as const;

const read = (format: MrzFormat, lines: readonly string[], doubts: readonly Doubts[] = []): MrzReading =>
  decodeMrz(format, cellsOf(lines, doubts), AT);

function cellsOf(lines: readonly string[], doubts: readonly Doubts[] = []): readonly MrzCells[] {
  return lines.map((line, i): MrzCells => {
    const [found] = toMrzCells(latticeOf(line, doubts[i]), line.length);
    if (found === undefined) throw new Error('no cells');
    return found;
  });
}

describe('a zone that is seen clearly', () => {
  it.each([
    ['TD3', TD3],
    ['TD1', TD1],
    ['TD2', ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6']],
    ['MRV-A', ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8988901C4XXX4009078F96121096ZE184226B<<<<<<']],
    ['MRV-B', ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'L8988901C4XXX4009078F9612109<<<<<<<<']],
  ] as const)('of format %s is read', (format, lines) => {
    expect(read(format, lines)).toMatchObject({ format, lines, valid: true });
  });
});

describe('check digits', () => {
  it('decide between characters that look alike', () => {
    const reading = read('TD3', TD3, [{}, { 5: { 0: 0.45, O: 0.55 }, 1: { B: 0.6, 8: 0.4 } }]);
    expect(reading).toMatchObject({ lines: TD3, valid: true });
  });

  it('do not overrule what is seen clearly: a wrong digit is told', () => {
    const wrong = [TD3[0], 'L898902C37UTO7408122F1204159ZE184226B<<<<<10'];
    const reading = read('TD3', wrong);
    expect(reading).toMatchObject({ lines: wrong, valid: false });
    expect(reading.checkDigits).toMatchObject({ documentNumber: false, dateOfBirth: true });
  });

  it('cannot part characters of one value: then it is not valid, though all hold', () => {
    // L counts 21, 1 counts 1: both weigh 1 modulo 10.
    const reading = read('TD3', TD3, [{}, { 0: { L: 0.5, 1: 0.5 } }]);
    expect(reading.valid).toBe(false);
    expect(Object.values(reading.checkDigits)).not.toContain(false);
    expect(reading.confidence).toBeLessThan(0.6);
  });
});

describe('O and 0', () => {
  const zeros = [TD3[0], '00898902C2UTO7408122F1204159ZE184226B<<<<<18'] as const;

  it('are told apart by the digits where one is wrong', () => {
    expect(read('TD3', zeros, [{}, { 0: { O: 0.97, 0: 0.03 } }])).toMatchObject({ lines: zeros, valid: true });
  });

  it('are not relied on where two wrong ones add up to nothing', () => {
    const reading = read('TD3', zeros, [{}, { 0: { O: 0.97, 0: 0.03 }, 1: { O: 0.97, 0: 0.03 } }]);
    expect(Object.values(reading.checkDigits)).not.toContain(false);
    expect(reading.valid).toBe(false);
  });

  it('are relied on where the digit is seen', () => {
    expect(read('TD3', zeros)).toMatchObject({ lines: zeros, valid: true });
  });
});

describe('what no check digit covers', () => {
  it('is as sure as the eyes are, and not valid where they are not', () => {
    const reading = read('TD3', TD3, [{ 6: { R: 0.4, P: 0.35, B: 0.25 } }]);
    expect(reading.lines).toEqual(TD3);
    expect(reading).toMatchObject({ valid: false, checkDigits: { composite: true } });
    expect(reading.confidence).toBeCloseTo(0.4, 1);
  });

  it('knows the states', () => {
    expect(read('TD3', TD3, [{ 4: { O: 0.4, Q: 0.5, 0: 0.1 } }]).fields.issuingCountry).toBe('UTO');
  });

  it('reads a state that nobody has assigned when it is there to be seen', () => {
    expect(read('TD3', [TD3[0].replace('UTO', 'UTX'), TD3[1]]).fields.issuingCountry).toBe('UTX');
  });

  it('ends a name where filler begins, whatever one place looks like', () => {
    const reading = read('TD3', TD3, [{ 35: { K: 0.6, '<': 0.4 } }]);
    expect(reading.lines[0]).toBe(TD3[0]);
  });

  it('is not valid where the grammar asks for what is not there to be seen', () => {
    const digits = [TD3[0], TD3[1].replace('UTO', '513')];
    expect(read('TD3', digits)).toMatchObject({ valid: false });
  });

  it('takes digits for letters in no name', () => {
    expect(read('TD3', TD3, [{ 7: { 1: 0.7, I: 0.3 } }]).fields.lastName).toBe('ERIKSSON');
  });
});

describe('another look', () => {
  it('is needed for no line that is clear', () => {
    expect(unclearLines('TD3', cellsOf(TD3))).toEqual([]);
  });

  it('is needed for the line that has an unsure letter', () => {
    expect(unclearLines('TD3', cellsOf(TD3, [{ 6: { R: 0.8, P: 0.2 } }]))).toEqual([0]);
  });

  it('is needed for all lines where a check digit does not hold', () => {
    expect(unclearLines('TD3', cellsOf([TD3[0], TD3[1].replace('C36', 'C37')]))).toEqual([0, 1]);
  });
});

describe('toMrzCells', () => {
  it('counts fillers that run together by the length of the line', () => {
    const lattice = latticeOf(TD3[0]);
    // The gaps among the last fillers are not seen.
    const classes = lattice.alphabet.length + 1;
    for (let t = 35 * 5; t < 40 * 5; t += 1) {
      lattice.probabilities[t * classes] = 0.3;
      lattice.probabilities[t * classes + classes - 1] = 0.7;
    }
    const [cells] = toMrzCells(lattice, 44);
    const text = Array.from({ length: 44 }, (_, i) => bestOf(cells, i)).join('');
    expect(text).toBe(TD3[0]);
  });

  it('fits the right length best', () => {
    const fits = [30, 36, 44].map(
      (count) => toMrzCells(latticeOf('A1B2C3D4E5'.repeat(4).slice(0, 36)), count)[0]?.fit ?? -Infinity,
    );
    expect(fits.indexOf(Math.max(...fits))).toBe(1);
  });

  it('is empty for a line too short or empty', () => {
    expect(toMrzCells(latticeOf('ABC'), 44)).toEqual([]);
    expect(toMrzCells(latticeOf(''), 30)).toEqual([]);
  });

  it('may be anything where nothing is seen', () => {
    const lattice = latticeOf(TD1[0], { 7: {} });
    const classes = lattice.alphabet.length + 1;
    for (let t = 8 * 5; t < 8 * 5 + 3; t += 1) lattice.probabilities[t * classes] = 1;
    const [cells] = toMrzCells(lattice, 30);
    expect(Math.max(...(cells?.probabilities.slice(7 * 37, 8 * 37) ?? []))).toBeLessThan(0.1);
  });
});

function bestOf(cells: MrzCells | undefined, place: number): string {
  const cell = Array.from(cells?.probabilities.slice(place * 37, (place + 1) * 37) ?? []);
  return 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<'[cell.indexOf(Math.max(...cell))] ?? '';
}
