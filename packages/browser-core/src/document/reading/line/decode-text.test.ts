import { describe, expect, it } from 'vitest';
import { latticeOf } from '../testing/lattice.ts';
import { decodeText } from './decode-text.ts';
import type { LineLattice } from './line-recogniser.ts';

const ALPHABET = ' ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,-/:?';

/** One class a step; `_` is the gap between characters. */
function steps(text: string, probability = 1): LineLattice {
  const classes = ALPHABET.length + 1;
  const probabilities = new Float32Array(text.length * classes);
  for (const [t, character] of Array.from(text).entries())
    probabilities[t * classes + (character === '_' ? 0 : ALPHABET.indexOf(character) + 1)] = probability;
  return { alphabet: ALPHABET, steps: text.length, probabilities };
}

describe('decodeText', () => {
  it('reads what is seen clearly', () => {
    const { text, confidence, confidences } = decodeText(latticeOf('JL. MELATI 12/A', {}, ALPHABET));
    expect(text).toBe('JL. MELATI 12/A');
    expect(confidence).toBe(1);
    expect(confidences).toHaveLength(text.length);
  });

  it('parts equal letters by the gap between them, and drops blanks at the ends', () => {
    expect(decodeText(steps('_  _AAA_AA__ _')).text).toBe('AA');
  });

  it('takes two looks at a wide letter for one', () => {
    expect(decodeText(steps('_WWWVUUU_')).text).toBe('WU');
    expect(decodeText(steps('_rmmm_aa_')).text).toBe('ma');
  });

  it('lets narrow letters stand close', () => {
    expect(decodeText(steps('_FFFiiLL_')).text).toBe('FiL');
  });

  it('sees a blank in a wide gap', () => {
    expect(decodeText(steps('_1_4_____M_A_R_')).text).toBe('14 MAR');
  });

  it('sees a blank that is nearly seen, and is no surer of the line than of it', () => {
    const close = (probability: number) => {
      const lattice = steps('_S_R_I_K_I_');
      const gap = 6 * (ALPHABET.length + 1);
      lattice.probabilities[gap] = 1 - probability;
      lattice.probabilities[gap + ALPHABET.indexOf(' ') + 1] = probability;
      return decodeText(lattice);
    };
    expect(close(0.06)).toMatchObject({ text: 'SRIKI', confidence: 1 });
    const { text, confidence } = close(0.3);
    expect(text).toBe('SRI KI');
    expect(confidence).toBeCloseTo(0.3 ** (1 / 6), 5);
  });

  it('takes a question mark among digits for the one digit that it can be, and for itself elsewhere', () => {
    const hooked = (text: string, digits: Readonly<Record<string, number>>) => {
      const lattice = steps(text);
      const at = text.indexOf('?') * (ALPHABET.length + 1);
      lattice.probabilities[at + ALPHABET.indexOf('?') + 1] = 0.6;
      for (const [digit, probability] of Object.entries(digits))
        lattice.probabilities[at + ALPHABET.indexOf(digit) + 1] = probability;
      return decodeText(lattice).text;
    };
    expect(hooked('_3_1_?_1_', { 7: 0.35, 2: 0.002 })).toBe('3171');
    expect(hooked('_3_1_?_1_', { 7: 0.25, 2: 0.1 })).toBe('31?1');
    expect(hooked('_3_1_?_1_', {})).toBe('31?1');
    expect(hooked('_W_O_?_', { 7: 0.35 })).toBe('WO?');
  });

  it.each([
    ['K_O_0_T_A', 'KOOTA'],
    ['1_9_8_O', '1980'],
    ['W_N_1', 'WNI'],
    ['0_1_J_U_N', '01JUN'],
    ['A_1_2', 'A12'],
    ['b_1_u', 'blu'],
  ])('tells letters and digits that look alike by their word: %s', (classes, text) => {
    expect(decodeText(steps(classes)).text).toBe(text);
  });

  it('has the confidence of its characters, none for an empty line', () => {
    expect(decodeText(steps('AA_BB', 0.5)).confidence).toBeCloseTo(0.5, 5);
    expect(decodeText(steps('____'))).toEqual({ text: '', confidence: 0, confidences: [] });
  });
});
